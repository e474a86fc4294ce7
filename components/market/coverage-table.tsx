import { HeatTable } from "@/components/picture/heat-table";
import { type Coverage, cellOf } from "@/lib/market/rules";
import { type Measure, measureWords, shortNames } from "@/lib/market/words";

type Props = { table: Coverage; measure?: Measure; caption: string };

/** Categories by places, each square leading to those services on the public register. */
export function CoverageTable({ table, measure = "services", caption }: Props) {
  const head = ({ code, name }: { code: string; name: string }) => ({ key: code, label: shortNames[code] ?? name });
  return (
    <HeatTable
      caption={caption}
      unit={measureWords[measure].unit}
      rows={table.categories.map(({ code, name }) => ({ key: code, label: name }))}
      columns={table.columns.map(head)}
      value={(row, column) => cellOf(table, row.key, column.key)[measure]}
      href={(row, column) => registerHref({ category: row.key, place: column.key, show: measure })}
    />
  );
}

/** The public register, with these filters. */
function registerHref({ category, place, show }: { category: string; place: string; show: Measure }) {
  const query = new URLSearchParams({ ...(show === "organisations" && { show }), category, place });
  return `/register?${query}`;
}
