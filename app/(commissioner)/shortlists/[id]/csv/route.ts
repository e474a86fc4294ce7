import { notFound } from "next/navigation";
import { csv, csvResponse } from "@/lib/core/csv";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { findShortlist } from "@/lib/search/shortlist/queries";
import { lineWords } from "@/lib/search/words";

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireMember();
  const [list, { places }] = await Promise.all([params.then(({ id }) => findShortlist(actor, id)), reference()]);
  if (!list) return notFound();
  const text = csv(
    [
      { header: "Shortlist", value: () => list.reference },
      { header: "What was asked", value: () => list.criteria.said.join(". ") },
      { header: "Service", value: ({ service }) => service.reference },
      { header: "Title", value: ({ version }) => version.title },
      { header: "Organisation", value: ({ service }) => service.organisation.name },
      { header: "Places", value: ({ version }) => version.placeCodes.map(places.label).join(". ") },
      { header: "Version", value: ({ version }) => version.number },
      { header: "Rate card", value: ({ rateCard }) => rateCard?.version },
      {
        header: "Prices pinned",
        value: ({ rateCard }) => (rateCard?.lines ?? []).map(lineWords).join(". "),
      },
      { header: "Why it was found", value: ({ why }) => why.join(". ") },
      { header: "Note", value: ({ note }) => note },
      { header: "Added by", value: ({ addedBy }) => addedBy },
      { header: "Added", value: ({ addedAt }) => addedAt },
      { header: "Dropped", value: ({ droppedAt }) => droppedAt },
      { header: "Why it was dropped", value: ({ dropReason }) => dropReason },
      { header: "Changed since", value: ({ changes }) => changes.join(" ") },
    ],
    list.entries,
  );
  return csvResponse(list.reference, text);
}
