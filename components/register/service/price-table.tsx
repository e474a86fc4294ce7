import { DataTable } from "@/components/ui/table";
import { Day, Money } from "@/components/ui/value";
import { percent } from "@/lib/core/format";
import type { ServiceFacts } from "@/lib/register/service/facts";
import { complexityWords, unitWords, volumeWords } from "@/lib/register/service/words";

/** The prices of one card, before VAT, with from when they hold. */
export function PriceTable({ card }: { card: ServiceFacts["rateCard"] }) {
  if (!card || card.lines.length === 0) return <p className="text-muted">No prices yet.</p>;
  return (
    <>
      <DataTable
        caption="Prices before VAT"
        rows={card.lines}
        rowKey={({ id }) => id}
        columns={[
          { label: "What", cell: ({ what }) => what },
          { label: "Level", cell: ({ complexity }) => complexityWords[complexity] },
          { label: "How many", cell: volumeWords },
          { label: "Price", numeric: true, cell: ({ pence }) => <Money pence={pence} /> },
          { label: "For", cell: ({ unit }) => unitWords[unit].per.replace(/^(for )?(each|an?) /, "each ") },
          { label: "VAT", numeric: true, cell: ({ vatBp }) => (vatBp === 0 ? "None" : percent(vatBp)) },
        ]}
      />
      <p className="mt-3 text-small text-muted">
        Price list {card.version}
        {card.publishedAt ? (
          <>
            , from <Day on={card.validFrom.toISOString()} />.
          </>
        ) : (
          ". Not published yet."
        )}
      </p>
    </>
  );
}
