import { Money } from "@/components/ui/value";

type Award = {
  lotId: string;
  reason: string;
  singleBid: string | null;
  tieBreak: string | null;
  pricePence: bigint;
  vatPence: bigint;
  tender: { organisation: { name: string } } | null;
};
type Props = {
  awards: readonly Award[];
  lots: readonly { id: string; number: number; title: string; budgetPence: bigint }[];
  own: { shares: readonly { lotId: string; awardPence: bigint | null }[] };
};

/** What is proposed for each lot that this body pays for: who wins, at which price, why, and its own share to the penny. */
export function AwardToApprove({ awards, lots, own }: Props) {
  return (
    <div className="mb-12 grid gap-10">
      {awards.map(({ lotId, reason, singleBid, tieBreak, pricePence, vatPence, tender }) => {
        const lot = lots.find(({ id }) => id === lotId);
        const share = own.shares.find((found) => found.lotId === lotId)?.awardPence ?? 0n;
        return (
          <section key={lotId} aria-labelledby={`lot-${lotId}`} className="border-t-2 border-ink pt-4">
            <h2 id={`lot-${lotId}`} className="text-large font-bold">
              Lot {lot?.number}: {lot?.title}
            </h2>
            <p className="mt-1">
              {tender ? (
                <>
                  Proposed winner: <strong>{tender.organisation.name}</strong>
                </>
              ) : (
                "No tender is taken for this lot."
              )}
            </p>
            {tender && (
              <dl className="mt-4 grid max-w-3xl grid-cols-2 gap-x-8 gap-y-4 sm:grid-cols-4">
                <Amount label="Price" pence={pricePence} />
                <Amount label="VAT" pence={vatPence} />
                <Amount label="Budget of the lot" pence={lot?.budgetPence ?? 0n} />
                <Amount label="Your share" pence={share} strong />
              </dl>
            )}
            <p className="mt-4 max-w-measure whitespace-pre-line">{reason}</p>
            {singleBid && (
              <p className="mt-3 max-w-measure whitespace-pre-line">
                <strong>There were few tenders.</strong> {singleBid}
              </p>
            )}
            {tieBreak && (
              <p className="mt-3 max-w-measure whitespace-pre-line">
                <strong>How a tie was settled.</strong> {tieBreak}
              </p>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Amount({ label, pence, strong = false }: { label: string; pence: bigint; strong?: boolean }) {
  return (
    <div className="border-t border-line pt-2">
      <dt className="text-small text-muted">{label}</dt>
      <dd className={strong ? "font-bold" : ""}>
        <Money pence={pence} />
      </dd>
    </div>
  );
}
