import { notFound } from "next/navigation";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { findShortlist } from "@/lib/search/shortlist/queries/detail";
import { addedByHand, everythingAsked, priceChangeWords, stateWords } from "@/lib/search/shortlist/words";
import { lineWords } from "@/lib/search/words";

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireMember();
  const [list, { places }] = await Promise.all([params.then(({ id }) => findShortlist(actor, id)), reference()]);
  if (!list) return notFound();
  const { criteria } = list;
  const text = csv(
    [
      { header: "Shortlist", value: () => list.reference },
      { header: "Name", value: () => list.name },
      { header: "Authority", value: () => list.organisation.name },
      {
        header: "What was asked",
        value: () => (criteria.said.length > 0 ? criteria.said.join(". ") : everythingAsked),
      },
      { header: "The question's address", value: () => `/find?${criteria.query}` },
      { header: "Standing", value: () => stateWords[list.state].label },
      { header: "Started by", value: () => list.createdBy },
      { header: "Started", value: () => list.createdAt },
      { header: "State of the register when started", value: () => list.startedAtGeneration },
      { header: "Frozen by", value: () => list.frozenBy },
      { header: "Frozen", value: () => list.frozenAt },
      { header: "State of the register when frozen", value: () => list.frozenAtGeneration },
      { header: "Service", value: ({ service }) => service.reference },
      { header: "Title", value: ({ version }) => version.title },
      { header: "Organisation", value: ({ service }) => service.organisation.name },
      { header: "Places", value: ({ version }) => version.placeCodes.map(places.label).join(". ") },
      { header: "Version", value: ({ version }) => version.number },
      { header: "Price list", value: ({ rateCard }) => rateCard?.version },
      {
        header: "Prices pinned",
        value: ({ rateCard }) => (rateCard?.lines ?? []).map(lineWords).join(". "),
      },
      { header: "Why it was found", value: ({ why }) => (why.length > 0 ? why.join(". ") : addedByHand) },
      { header: "Note", value: ({ note }) => note },
      { header: "Note by", value: ({ note, notedBy }) => (note === "" ? null : notedBy) },
      { header: "Added by", value: ({ addedBy }) => addedBy },
      { header: "Added", value: ({ addedAt }) => addedAt },
      { header: "Kept or dropped", value: ({ droppedAt }) => (droppedAt ? "dropped" : "kept") },
      { header: "Dropped", value: ({ droppedAt }) => droppedAt },
      { header: "Dropped by", value: ({ droppedBy }) => droppedBy },
      { header: "Why it was dropped", value: ({ dropReason }) => dropReason },
      { header: "Changed since", value: ({ changes }) => changes.join(" ") },
      { header: "Prices since", value: ({ prices }) => prices.map(priceChangeWords).join(". ") },
      { header: "Can be bought now", value: ({ canBeBought }) => (canBeBought ? "yes" : "no") },
    ],
    list.entries,
  );
  return csvResponse(list.reference, text);
}
