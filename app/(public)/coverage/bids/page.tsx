import type { Metadata } from "next";
import { Download, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Stat, Stats } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Day, RoundMoney } from "@/components/ui/value";
import { indexSaid, measureWords, shareSaid } from "@/lib/calloff/decide/concentration/words";
import { count, percent, whole } from "@/lib/core/values/format";
import { bpOf } from "@/lib/core/values/share";
import { currentActor } from "@/lib/identity/session";
import { listBids, listConcentration } from "@/lib/market/bids/queries";
import { totalsOf } from "@/lib/market/bids/rules";
import { reference } from "@/lib/reference/queries";

export const metadata: Metadata = { title: "Competition" };

const SHOWN = 50;

export default async function BidsPage() {
  const actor = await currentActor();
  const [rows, concentration, { categories }] = await Promise.all([
    listBids(actor),
    listConcentration(actor),
    reference(),
  ]);
  const { lots, none, one, more, tenders, vcse, sme } = totalsOf(rows);
  const share = (part: number, all: number) =>
    all === 0 ? "None yet" : percent(Math.round((bpOf(part, all) ?? 0) / 100) * 100);
  const ofTenders = (part: number) => `${whole(part)} of ${count(tenders, "tender")}`;
  const ofLots = (part: number) => `${share(part, lots)} of ${count(lots, "lot")}`;

  return (
    <>
      <BackLink href="/coverage">Coverage</BackLink>
      <PageHeader
        title="Competition"
        lead="How many tenders came for each lot that was advertised, and from whom. A competition is counted once its tenders are opened."
        action={
          <Download href="/coverage/bids/csv" kind="CSV">
            Tenders for each lot
          </Download>
        }
      />
      {lots === 0 ? (
        <EmptyState title="No competition has been opened yet">
          The figures begin with the first. <TextLink href="/opportunities">See what is open now</TextLink>.
        </EmptyState>
      ) : (
        <>
          <Stats>
            <Stat label="Lots with no tender" value={whole(none)} compare={ofLots(none)} />
            <Stat label="Lots with one tender" value={whole(one)} compare={ofLots(one)} />
            <Stat label="Lots with two or more" value={whole(more)} compare={ofLots(more)} />
            <Stat label="Tenders" value={whole(tenders)} compare={`for ${count(lots, "lot")}`} />
            <Stat label="From voluntary organisations" value={share(vcse, tenders)} compare={ofTenders(vcse)} />
            <Stat label="From small and medium organisations" value={share(sme, tenders)} compare={ofTenders(sme)} />
          </Stats>
          <Section title="Lot by lot" id="lots">
            <DataTable
              caption={lots > SHOWN ? `The last ${SHOWN} of ${whole(lots)} lots` : "The last to close comes first"}
              rows={rows.slice(0, SHOWN)}
              rowKey={({ reference: code, lot }) => `${code}-${lot}`}
              columns={[
                {
                  label: "Lot",
                  heads: true,
                  cell: ({ reference: code, title, lot, lotTitle }) => (
                    <>
                      <TextLink href={`/opportunities/${code}`}>{title}</TextLink>
                      <span className="block font-normal text-muted">{`Lot ${lot}: ${lotTitle}`}</span>
                    </>
                  ),
                },
                { label: "Authority", cell: ({ authority }) => authority },
                { label: "Closed", cell: ({ closedOn }) => <Day on={closedOn} /> },
                { label: "Tenders", numeric: true, cell: (row) => row.tenders },
                { label: "Voluntary", numeric: true, cell: (row) => row.vcse },
                { label: "Small or medium", numeric: true, cell: (row) => row.sme },
              ]}
            />
          </Section>
        </>
      )}
      {concentration.length > 0 && (
        <Section title="How concentrated awards are" id="concentration" lead={measureWords.hhi.meaning}>
          <DataTable
            caption="Agreements that have not ended, without VAT"
            rows={concentration}
            rowKey={({ categoryCode }) => categoryCode}
            columns={[
              { label: "Category", heads: true, cell: ({ categoryCode }) => categories.name(categoryCode) },
              { label: "Awarded", numeric: true, cell: ({ totalPence }) => <RoundMoney pence={totalPence} /> },
              { label: "Suppliers", numeric: true, cell: ({ organisations }) => organisations },
              { label: measureWords.topSix.label, numeric: true, cell: ({ topSixBp }) => shareSaid(topSixBp) },
              { label: "Index", cell: ({ hhi }) => indexSaid(hhi) },
            ]}
          />
        </Section>
      )}
    </>
  );
}
