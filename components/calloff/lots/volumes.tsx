import { HeatTable } from "@/components/picture/heat-table";
import { type Span, spansOf } from "@/lib/calloff/before/lots/rules";
import { monthName } from "@/lib/calloff/before/lots/words";
import type { LotRow } from "@/lib/calloff/record/queries/find";

/** The forecast of every lot over the term, as shades with their numbers. */
export function Volumes({ lots, months }: { lots: readonly LotRow[]; months: readonly string[] }) {
  const spans = spansOf(months);
  const bySpan = new Map(lots.map((lot) => [lot.id, spans.map((span) => within(lot, span))]));
  return (
    <HeatTable
      caption="Units expected over the term"
      rows={lots.map(({ id, number, title }) => ({ key: id, label: `${number}. ${title}` }))}
      columns={spans.map(({ key, last }) => ({
        key,
        label: spanName(key, last),
      }))}
      value={(row, column) => bySpan.get(row.key)?.[spans.findIndex(({ key }) => key === column.key)] ?? 0}
      unit="units"
    />
  );
}

function within({ volumes }: LotRow, { months }: Span): number {
  const inside = new Set(months);
  return volumes.reduce(
    (all, { month, volume }) => (inside.has(month.toISOString().slice(0, 10)) ? all + volume : all),
    0,
  );
}

/** "Apr 2028" from "2028-04-01". */
const short = (month: string) => monthName(month).replace(/^(\p{L}{3})\p{L}*/u, "$1");

/** "Apr to Jun 2028", or "Oct 2027 to Mar 2028" over a new year. */
function spanName(first: string, last: string): string {
  if (first === last) return short(first);
  const sameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${sameYear ? short(first).slice(0, 3) : short(first)} to ${short(last)}`;
}
