import { csv, csvResponse } from "@/lib/core/values/csv";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { fromQuery, linesOf } from "@/lib/search/address";
import { type CompareRow, compareLabels, compareRows } from "@/lib/search/compare/rows";
import { readComparison } from "@/lib/search/compare/schema";
import { askWords } from "@/lib/search/compare/words";
import { listCompared } from "@/lib/search/queries/services";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireMember("authority");
  const lists = await reference();
  const asked = readComparison(fromQuery(new URL(request.url).search), lists);
  const services = await listCompared(actor, asked.references);
  const rows = compareRows(services, lists.places, asked.prices);
  const said = asked.from ? linesOf(asked.from.criteria, lists).map(({ label }) => label) : [];
  const about = (label: string, cell: (at: number) => string): CompareRow => ({
    label,
    cells: services.map((_, at) => [cell(at)].filter((text) => text !== "")),
    same: false,
  });
  const text = csv(
    [
      { header: "Compared", value: ({ label }) => label },
      ...compareLabels(services).map((header, at) => ({
        header,
        value: ({ cells }: CompareRow) => (cells[at] ?? []).join(". "),
      })),
      { header: "Different", value: ({ same }) => (same ? "no" : "yes") },
    ],
    [
      about("Reference", (at) => services[at]?.reference ?? ""),
      about("Title", (at) => services[at]?.version.title ?? ""),
      about("Version", (at) => String(services[at]?.version.number ?? "")),
      about("Price list", (at) => String(services[at]?.rateCard?.version ?? "")),
      ...(asked.onlyDifferences && services.length > 1 ? rows.filter(({ same }) => !same) : rows),
      { ...about("What was asked", () => said.join(". ")), same: true },
      { ...about("Prices worked out for", () => askWords(asked.prices, lists.places.label) ?? ""), same: true },
    ],
  );
  return csvResponse("comparison.csv", text);
}
