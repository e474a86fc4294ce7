import { notFound } from "next/navigation";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { requireMember } from "@/lib/identity/session";
import { maySeeAny } from "@/lib/search/shortlist/policy";
import { listForExport } from "@/lib/search/shortlist/queries/lists";
import { ListFilter } from "@/lib/search/shortlist/schema";
import { stateWords } from "@/lib/search/shortlist/words";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireMember();
  if (!maySeeAny(actor)) notFound();
  const { state, shared } = ListFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Name", value: ({ name }) => name },
      { header: "Authority", value: ({ organisation }) => organisation.name },
      { header: "What was asked", value: ({ criteria }) => criteria.said.join(". ") },
      { header: "Standing", value: (row) => stateWords[row.state].label },
      { header: "Kept", value: ({ kept }) => kept },
      { header: "Dropped", value: ({ dropped }) => dropped },
      { header: "Started", value: ({ createdAt }) => createdAt },
      { header: "State of the register when started", value: (row) => row.startedAtGeneration },
      { header: "Frozen", value: ({ frozenAt }) => frozenAt },
      { header: "State of the register when frozen", value: (row) => row.frozenAtGeneration },
    ],
    await listForExport(actor, { state, shared }),
  );
  return csvResponse("shortlists.csv", text);
}
