import { notFound } from "next/navigation";
import { rankingOf } from "@/lib/calloff/decide/ranking/queries";
import { points } from "@/lib/calloff/decide/ranking/words";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { isId } from "@/lib/core/values/id";
import { toPounds } from "@/lib/core/values/money";
import { requireBuyer } from "../../../../purchases/reader";

/** The ranking of every lot as a spreadsheet: one line for each tender, with its scores and its points. */
export async function GET(_request: Request, { params }: RouteContext<"/call-offs/[id]/ranking/csv">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const row = (isId(id) && (await rankingOf(actor, id))) || notFound();
  const lines = row.lots.flatMap(({ number, title, ranking, contest, tenders, disregarded }) => {
    const lot = { number, title };
    const placed = new Map(ranking.places.map((place) => [place.id, place]));
    const fails = new Map(ranking.unsuitable.map((tender) => [tender.id, tender.fails.join(" ")]));
    const inOrder = [...ranking.places, ...ranking.unsuitable].flatMap((one) =>
      tenders.filter(({ id }) => id === one.id),
    );
    return [
      ...inOrder.map((tender) => ({
        ...{ lot, tender, place: placed.get(tender.id) },
        why: fails.get(tender.id) ?? "",
        scores: contest.tenders.find((one) => one.id === tender.id)?.scores ?? {},
      })),
      ...disregarded.map(({ reason, ...tender }) => ({
        ...{ lot, tender: { ...tender, pricePence: null, vatPence: null }, place: undefined, why: reason },
        scores: {},
      })),
    ];
  });
  type Line = (typeof lines)[number];
  const scoreOf = ({ scores }: Line, criterionId: string) => new Map(Object.entries(scores)).get(criterionId);
  const text = csv<Line>(
    [
      { header: "Lot", value: ({ lot }) => lot.number },
      { header: "Lot title", value: ({ lot }) => lot.title },
      { header: "Place", value: ({ place }) => place?.place },
      { header: "Tender", value: ({ tender }) => tender.reference },
      { header: "Organisation", value: ({ tender }) => tender.organisation.name },
      ...row.criteria
        .filter(({ kind }) => kind !== "price")
        .map((criterion) => ({
          header: `Score: ${criterion.title}`,
          value: (line: Line) => scoreOf(line, criterion.id),
        })),
      { header: "Quality points", value: ({ place }) => place && points(place.quality) },
      { header: "Social value points", value: ({ place }) => place && points(place.socialValue) },
      { header: "Price points", value: ({ place }) => place && points(place.price) },
      { header: "All points", value: ({ place }) => place && points(place.total) },
      { header: "Price without VAT", value: ({ tender }) => pounds(tender.pricePence) },
      { header: "VAT", value: ({ tender }) => pounds(tender.vatPence) },
      { header: "Not ranked because", value: ({ why }) => why },
    ],
    lines,
  );
  return csvResponse(`ranking-${row.reference}.csv`, text);
}

const pounds = (pence: bigint | null) => (pence === null ? null : toPounds(pence));
