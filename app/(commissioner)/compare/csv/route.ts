import { csv, csvResponse } from "@/lib/core/csv";
import { requireMember } from "@/lib/identity/session";
import { compareLabels, compareRows } from "@/lib/search/compare";
import { listCompared } from "@/lib/search/queries/services";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireMember("authority");
  const services = await listCompared(actor, new URL(request.url).searchParams.getAll("s"));
  const text = csv(
    [
      { header: "Compared", value: ({ label }) => label },
      ...compareLabels(services).map((header, at) => ({
        header,
        value: ({ cells }: ReturnType<typeof compareRows>[number]) => (cells[at] ?? []).join(". "),
      })),
      { header: "Different", value: ({ same }) => (same ? "no" : "yes") },
    ],
    compareRows(services),
  );
  return csvResponse("comparison.csv", text);
}
