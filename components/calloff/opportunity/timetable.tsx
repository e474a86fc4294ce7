import { DataTable } from "@/components/ui/table";
import type { Opportunity } from "@/lib/calloff/open/opportunity/queries/find";
import { daysLeft } from "@/lib/calloff/open/opportunity/words";
import { day, moment } from "@/lib/core/values/format";
import { asDay, daysBetween, londonDay } from "@/lib/core/values/moment";

type Dated = Pick<Opportunity, "publishedAt" | "clarifyUntil" | "closesAt" | "decideOn" | "startsOn">;

/** The dates that matter to whoever tenders, each with how far off it is. */
export function Timetable({ dates, now }: { dates: Dated; now: Date }) {
  const today = londonDay(now);
  const { publishedAt, clarifyUntil, closesAt, decideOn, startsOn } = dates;
  const at = (label: string, when: Date | null) =>
    when ? [{ label, on: londonDay(when), said: moment(when), past: when <= now }] : [];
  const on = (label: string, when: Date | null) => {
    const date = asDay(when);
    return date ? [{ label, on: date, said: day(date), past: date < today }] : [];
  };
  return (
    <DataTable
      caption="Each date, and how far off it is"
      rows={[
        ...at("Published", publishedAt),
        ...at("Questions end", clarifyUntil),
        ...at("Tenders close", closesAt),
        ...on("Decision planned", decideOn),
        ...on("Service starts", startsOn),
      ]}
      rowKey={({ label }) => label}
      columns={[
        { label: "What", heads: true, cell: ({ label }) => label },
        { label: "When", cell: ({ said }) => said },
        {
          label: "How long",
          cell: ({ on: date, past }) => (past ? "Over" : capital(daysLeft(daysBetween(today, date)))),
        },
      ]}
    />
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
