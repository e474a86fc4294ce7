import type { ReactNode } from "react";
import { Bullets } from "@/components/ui/list";
import { Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import type { SummaryFacts, SummaryLine, SummaryLot } from "@/lib/calloff/decide/summary/facts";
import { outcomeWords, pointsSaid } from "@/lib/calloff/decide/summary/words";
import { percent } from "@/lib/core/values/format";

/** An assessment summary: for each lot one's own scores beside the winner's, with the reason for each. */
export function SummaryView({ facts }: { facts: SummaryFacts }) {
  return facts.lots.map((lot) => <LotSummary key={lot.number} lot={lot} />);
}

function LotSummary({ lot }: { lot: SummaryLot }) {
  const { number, title, outcome, place, ranked, fails, own, winner, reason, tieBreak } = lot;
  const beside = outcome === "lost" ? winner : null;
  const lines = own.lines.map((line, at) => ({ line, theirs: beside?.lines[at] ?? null }));
  return (
    <Section title={`Lot ${number}: ${title}`}>
      <div className="grid gap-8">
        <p>
          <Tag tone={outcomeWords[outcome].tone}>{outcomeWords[outcome].label}</Tag>
        </p>
        <SummaryList
          rows={[
            { label: "Your place", value: place === null ? "Your tender could not win" : `${place} of ${ranked}` },
            ...(beside ? [{ label: "Who won", value: beside.name }] : []),
            {
              label: "Points of 100",
              value: beside ? (
                <Both own={pointsSaid(own.total)} theirs={pointsSaid(beside.total)} />
              ) : (
                pointsSaid(own.total)
              ),
            },
            {
              label: "Price",
              value: beside ? <Both own={<Price of={own} />} theirs={<Price of={beside} />} /> : <Price of={own} />,
            },
            { label: "Why it was decided so", value: reason },
            ...(tieBreak ? [{ label: "How the tie was settled", value: tieBreak }] : []),
          ]}
        />
        {fails.length > 0 && (
          <div>
            <h3 className="mb-2 font-bold">Why your tender could not win</h3>
            <Bullets items={fails} />
          </div>
        )}
        <DataTable
          caption={beside ? `Your scores and those of ${beside.name}` : "Your scores"}
          rows={lines}
          rowKey={({ line }) => String(line.number)}
          columns={[
            {
              label: "Criterion",
              heads: true,
              cell: ({ line }) => (
                <>
                  {line.title} <span className="font-normal text-muted">({percent(line.weightBp)})</span>
                </>
              ),
            },
            { label: "Yours", cell: ({ line }) => <Scored line={line} /> },
            ...(beside
              ? [
                  {
                    label: "The winner's",
                    cell: ({ theirs }: (typeof lines)[number]) => theirs && <Scored line={theirs} />,
                  },
                ]
              : []),
          ]}
          total={[
            "All points",
            <b key="own">{pointsSaid(own.total)}</b>,
            ...(beside ? [<b key="theirs">{pointsSaid(beside.total)}</b>] : []),
          ]}
        />
      </div>
    </Section>
  );
}

function Both({ own, theirs }: { own: ReactNode; theirs: ReactNode }) {
  return (
    <>
      Yours: {own}
      <br />
      The winner&apos;s: {theirs}
    </>
  );
}

function Price({ of: { pricePence, vatPence } }: { of: { pricePence: string; vatPence: string } }) {
  const price = BigInt(pricePence);
  const vat = BigInt(vatPence);
  return vat === 0n ? (
    <>
      <Money pence={price} />, with no VAT to pay
    </>
  ) : (
    <>
      <Money pence={price} /> without VAT, <Money pence={price + vat} /> with VAT
    </>
  );
}

function Scored({ line: { score, points, reason } }: { line: SummaryLine }) {
  return (
    <>
      <span className="font-semibold">
        {score === null ? "" : `${score} of 5: `}
        {pointsSaid(points)} points
      </span>
      <br />
      {reason}
    </>
  );
}
