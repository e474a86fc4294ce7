import { Bullets } from "@/components/ui/list";
import { Details } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import type { RankedTender, RankingRecord } from "@/lib/calloff/decide/award/record";
import { pointsSaid } from "@/lib/calloff/decide/summary/words";
import { percent } from "@/lib/core/values/format";

type Props = { ranking: Omit<RankingRecord, "considered">; winnerId: string | null; whole: boolean; title: string };

/** The ranking that a decision rests on, with its arithmetic. Without `whole`, prices that did not win are left out. */
export function RankingTable({ ranking, winnerId, whole, title }: Props) {
  const { tenders, disregarded } = ranking;
  return (
    <div className="grid gap-5">
      <DataTable
        caption={`Ranking of ${title}, in points of 100`}
        rows={tenders}
        rowKey={({ id }) => id}
        empty={<p>No tender for this lot could be ranked.</p>}
        columns={[
          {
            label: "Tenderer",
            heads: true,
            cell: ({ id, name }) => (
              <>
                {name} {id === winnerId && <Tag tone="good">Chosen</Tag>}
              </>
            ),
          },
          { label: "Place", numeric: true, cell: ({ place }) => place ?? "None" },
          { label: "Quality", numeric: true, cell: ({ quality }) => pointsSaid(quality) },
          { label: "Social value", numeric: true, cell: ({ socialValue }) => pointsSaid(socialValue) },
          ...(whole
            ? [
                { label: "Price", numeric: true, cell: ({ price }: RankedTender) => pointsSaid(price) },
                { label: "All points", numeric: true, cell: ({ total }: RankedTender) => pointsSaid(total) },
                {
                  label: "Without VAT",
                  numeric: true,
                  cell: ({ pricePence }: RankedTender) => <Money pence={BigInt(pricePence)} />,
                },
              ]
            : []),
        ]}
      />
      {!whole && (
        <p className="max-w-measure text-muted">
          Prices that did not win, and points for prices, are not shown to you.
        </p>
      )}
      {tenders.some(({ fails }) => fails.length > 0) && (
        <Bullets
          items={tenders.flatMap(({ id, name, fails }) =>
            fails.map((why) => <span key={id}>{`${name}: ${why}`}</span>),
          )}
        />
      )}
      {disregarded.length > 0 && (
        <Bullets items={disregarded.map(({ name, reason }) => `${name} was not considered. ${reason}`.trim())} />
      )}
      {tenders.map((tender) => (
        <Answers key={tender.id} tender={tender} ranking={ranking} whole={whole} />
      ))}
    </div>
  );
}

/** How the points of one tender came to be, criterion by criterion. */
function Answers({ tender, ranking, whole }: { tender: RankedTender } & Pick<Props, "ranking" | "whole">) {
  const { criteria, lowestPence } = ranking;
  const rows = criteria.filter(({ kind }) => whole || kind !== "price");
  const given = (id: string) => tender.answers.find(({ criterionId }) => criterionId === id);
  return (
    <Details summary={`How the points of ${tender.name} were worked out`}>
      <DataTable
        caption={`Points of ${tender.name}`}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { label: "Criterion", heads: true, cell: ({ title }) => title },
          { label: "Weight", numeric: true, cell: ({ weightBp }) => percent(weightBp) },
          {
            label: "Worked out",
            cell: ({ id, kind }) =>
              kind === "price"
                ? priceSum(ranking, tender, lowestPence)
                : `${given(id)?.score ?? 0} of 5. ${given(id)?.reason ?? ""}`,
          },
          {
            label: "Points",
            numeric: true,
            cell: ({ id, kind }) => pointsSaid(kind === "price" ? tender.price : (given(id)?.points ?? 0)),
          },
        ]}
      />
    </Details>
  );
}

function priceSum({ method }: Props["ranking"], { place, pricePence }: RankedTender, lowestPence: string | null) {
  if (place === null || lowestPence === null) return "It cannot win, so its price gets no points.";
  if (method !== "lowestOverPrice") return "The price carries no points of its own.";
  return (
    <>
      <Money pence={BigInt(lowestPence)} /> ÷ <Money pence={BigInt(pricePence)} /> × weight
    </>
  );
}
