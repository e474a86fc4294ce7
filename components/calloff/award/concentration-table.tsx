import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import type { ConcentrationRecord, StandingRecord } from "@/lib/calloff/decide/award/record";
import { effectSaid, indexSaid, measureWords, shareSaid } from "@/lib/calloff/decide/concentration/words";

type Props = { concentration: ConcentrationRecord; category: string; places: string };

/** What an award does to its market: shares and the index, before and after, everywhere and in the lot's places. */
export function ConcentrationTable({ concentration, category, places }: Props) {
  return (
    <div className="grid gap-8">
      <Change title={`${category}, everywhere`} change={concentration.category} />
      <Change title={`${category}, in ${places}`} change={concentration.place} />
      <p className="max-w-measure text-muted">
        {measureWords.hhi.meaning} What counts: agreements that have not ended, and awards that are approved.
      </p>
    </div>
  );
}

function Change({ title, change: { before, after } }: { title: string; change: ConcentrationRecord["category"] }) {
  const row = (label: string, cell: (standing: StandingRecord) => React.ReactNode) => ({ label, cell });
  return (
    <div>
      <DataTable
        caption={title}
        rows={[
          row(measureWords.share.label, ({ shareBp }) => shareSaid(shareBp)),
          row(measureWords.topSix.label, ({ topSixBp }) => shareSaid(topSixBp)),
          row(measureWords.hhi.label, ({ hhi }) => indexSaid(hhi)),
          row("Suppliers", ({ organisations }) => organisations),
          row("Awarded, without VAT", ({ totalPence }) => <Money pence={BigInt(totalPence)} />),
        ]}
        rowKey={({ label }) => label}
        columns={[
          { label: "Measure", heads: true, cell: ({ label }) => label },
          { label: "Before", cell: ({ cell }) => cell(before) },
          { label: "With this award", cell: ({ cell }) => cell(after) },
        ]}
      />
      <p className="mt-3 max-w-measure">{effectSaid({ before: before.hhi, after: after.hhi })}</p>
    </div>
  );
}
