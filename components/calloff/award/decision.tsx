import { Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Moment, Money } from "@/components/ui/value";
import type { AwardPack, Decision } from "@/lib/calloff/decide/award/queries/find";
import { receivedSaid } from "@/lib/calloff/decide/award/words";
import { ConcentrationTable } from "./concentration-table";
import { RankingTable } from "./ranking-table";

type Lot = AwardPack["lots"][number];
type Props = { lot: Lot; whole: boolean; category: string; places: string };

/** One lot of the award pack: who wins and why, the ranking with its arithmetic, and what the award does to the market. */
export function LotDecision({ lot, whole, category, places }: Props) {
  const { decision, earlier, number, title } = lot;
  return (
    <Section title={`Lot ${number}: ${title}`} id={`lot-${number}`}>
      <div className="grid gap-10">
        {decision ? <Chosen decision={decision} /> : <p>Nothing is decided about this lot yet.</p>}
        {decision && (
          <RankingTable
            ranking={decision.ranking}
            winnerId={decision.tenderId}
            whole={whole}
            title={`lot ${number}, ${title}`}
          />
        )}
        {decision?.concentration && (
          <ConcentrationTable concentration={decision.concentration} category={category} places={places} />
        )}
        {earlier.map((before) => (
          <div key={before.version}>
            <h3 className="mb-3 font-bold">
              Decision {before.version}, since reconsidered <Tag>Replaced</Tag>
            </h3>
            <Chosen decision={before} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function Chosen({ decision }: { decision: Decision }) {
  const { winner, pricePence, vatPence, reason, tieBreak, singleBid, ranking, proposedAt, version } = decision;
  return (
    <SummaryList
      rows={[
        { label: "Who wins", value: winner ?? "Nobody: no tender is taken" },
        ...(winner
          ? [
              {
                label: "Price",
                value: (
                  <>
                    <Money pence={pricePence + vatPence} /> with VAT, <Money pence={pricePence} /> without
                  </>
                ),
              },
            ]
          : []),
        { label: "Why", value: reason },
        { label: "Tenders", value: receivedSaid(ranking.received) },
        ...(tieBreak ? [{ label: "How the tie was settled", value: tieBreak }] : []),
        ...(singleBid ? [{ label: "Few tenders", value: singleBid }] : []),
        {
          label: "Proposed",
          value: (
            <>
              <Moment at={proposedAt} />, version {version}
            </>
          ),
        },
      ]}
    />
  );
}
