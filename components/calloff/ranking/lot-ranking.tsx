import { BarList } from "@/components/picture/bar-list";
import { Bullets } from "@/components/ui/list";
import { EmptyState, Notice } from "@/components/ui/message";
import { Details } from "@/components/ui/page";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import type { JudgedLot } from "@/lib/calloff/decide/ranking/queries";
import { type Placed, perThousandPounds } from "@/lib/calloff/decide/ranking/rules";
import { answerSum, points, priceSum, sensitivityWords, settledWords } from "@/lib/calloff/decide/ranking/words";
import { pointsFor } from "@/lib/calloff/decide/scoring/rules";
import { listed } from "@/lib/core/values/format";

/** One lot: who is first and why, the arithmetic line by line, who may not win, and what would change the winner. */
export function LotRanking({ lot }: { lot: JudgedLot }) {
  const { ranking, tenders, disregarded, contest, sensitivity } = lot;
  const full = (id: string) => {
    const tender = tenders.find((one) => one.id === id);
    return tender ? `${tender.organisation.name} (${tender.reference})` : "";
  };
  /** The organisation alone, unless two of one name tendered. */
  const name = (id: string) => {
    const own = tenders.find((one) => one.id === id)?.organisation.name ?? "";
    return tenders.filter(({ organisation }) => organisation.name === own).length > 1 ? full(id) : own;
  };
  const perPound = ranking.method === "qualityPerPound";
  const apart = [
    ...ranking.unsuitable.map(({ id, fails }) => ({ id, text: `${full(id)}: ${fails.join(" ")}` })),
    ...disregarded.map(({ id, reference, organisation, reason }) => ({
      id,
      text: `${organisation.name} (${reference}): ${reason}`,
    })),
  ];
  if (ranking.places.length === 0 && apart.length === 0)
    return (
      <EmptyState title="No tender came for this lot">It can be tendered again, or ended without an award.</EmptyState>
    );

  return (
    <div className="grid gap-8">
      <Outcome lot={lot} name={name} />
      {ranking.places.length > 0 && (
        <>
          <BarList
            caption={perPound ? "Points for each £1,000" : "All points together, of 100"}
            bars={ranking.places.map((place) => {
              const value = perPound ? perThousandPounds(place) : place.total;
              return { label: name(place.id), value, said: points(value) };
            })}
          />
          <DataTable<Placed>
            caption="The ranking: points of 100, and prices"
            rows={ranking.places}
            rowKey={({ id }) => id}
            columns={[
              { label: "Tender", heads: true, cell: ({ id }) => full(id) },
              { label: "Place", numeric: true, cell: ({ place }) => place },
              { label: "Quality", numeric: true, cell: ({ quality }) => points(quality) },
              { label: "Social value", numeric: true, cell: ({ socialValue }) => points(socialValue) },
              ...(ranking.method === "lowestOverPrice"
                ? [{ label: "Price", numeric: true, cell: ({ price }: Placed) => points(price) }]
                : []),
              { label: "All points", numeric: true, cell: ({ total }) => <strong>{points(total)}</strong> },
              { label: "Without VAT", numeric: true, cell: ({ pence }) => <Money pence={pence} /> },
              {
                label: "With VAT",
                numeric: true,
                cell: ({ id, pence }) => (
                  <Money pence={pence + (tenders.find((tender) => tender.id === id)?.vatPence ?? 0n)} />
                ),
              },
            ]}
          />
          <Ties lot={lot} name={name} />
          <Details summary="The arithmetic, line by line">
            {ranking.places.map(({ id }) => (
              <Arithmetic key={id} lot={lot} id={id} name={full(id)} />
            ))}
          </Details>
        </>
      )}
      {apart.length > 0 && (
        <div>
          <h3 className="mb-2 font-bold">Not ranked</h3>
          <Bullets items={apart.map(({ text }) => text)} />
        </div>
      )}
      {sensitivity && (
        <div>
          <h3 className="mb-2 font-bold">What would change the winner</h3>
          <Bullets items={sensitivityWords(contest, sensitivity, name)} />
        </div>
      )}
    </div>
  );
}

type Named = { lot: JudgedLot; name: (id: string) => string };

function Outcome({ lot: { ranking }, name }: Named) {
  if (ranking.winnerId) {
    const first = ranking.places[0];
    return (
      <p className="max-w-measure">
        <strong>{name(ranking.winnerId)}</strong> is first, with {points(first?.total ?? 0)} points.
      </p>
    );
  }
  return ranking.undecidedIds.length > 0 ? (
    <Notice tone="wait" title="A decision must be recorded">
      {listed(ranking.undecidedIds.map(name))} share the first place. Nothing that was published separates them. The
      award says how the tie is settled.
    </Notice>
  ) : (
    <Notice tone="wait" title="No tender may win this lot">
      Each has a reason below.
    </Notice>
  );
}

function Ties({ lot: { ranking }, name }: Named) {
  const settled = ranking.places.filter(({ before }) => before !== null && before !== "points");
  if (settled.length === 0) return null;
  return (
    <div>
      <h3 className="mb-2 font-bold">Ties</h3>
      <Bullets items={settled.map(({ id, before }) => `${name(id)}: ${before ? settledWords[before] : ""}`)} />
    </div>
  );
}

function Arithmetic({ lot: { ranking, contest }, id, name }: { lot: JudgedLot; id: string; name: string }) {
  const placed = ranking.places.find((place) => place.id === id);
  const tender = contest.tenders.find((one) => one.id === id);
  if (!placed || !tender) return null;
  const lines = contest.criteria
    .filter(({ weightBp }) => weightBp > 0)
    .map((criterion) => {
      const score = tender.scores[criterion.id] ?? 0;
      const got = criterion.kind === "price" ? placed.price : pointsFor(criterion.weightBp, score);
      const sum =
        criterion.kind !== "price"
          ? answerSum(score, criterion.weightBp, got)
          : priceSum(ranking.lowestPence ?? 0n, placed.pence, criterion.weightBp, got);
      return { ...criterion, sum, got };
    });
  return (
    <DataTable
      caption={name}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        { label: "Criterion", cell: ({ title }) => title },
        { label: "Arithmetic", cell: ({ sum }) => sum },
        { label: "Points", numeric: true, cell: ({ got }) => points(got) },
      ]}
      total={["All points", "", points(placed.total)]}
    />
  );
}
