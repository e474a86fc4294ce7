import { DataTable } from "@/components/ui/table";
import { Day, Money } from "@/components/ui/value";
import { percent } from "@/lib/core/values/format";
import { toPercent } from "@/lib/core/values/share";
import type { ServiceFacts } from "@/lib/register/service/facts";
import { daysWords } from "@/lib/register/service/rates/words";
import { complexityWords, unitWords, volumeWords } from "@/lib/register/service/words";

/** The prices of one card, before VAT, with from when they hold. */
export function PriceTable({ card, nextOn }: { card: ServiceFacts["rateCard"]; nextOn?: Date | null }) {
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
      {card.uplifts.length > 0 && (
        <div className="mt-6">
          <DataTable
            caption="Added to every price in some places"
            rows={card.uplifts}
            rowKey={({ placeCode }) => placeCode}
            columns={[
              { label: "Place", heads: true, cell: ({ place }) => place },
              { label: "Added", numeric: true, cell: ({ upliftBp }) => `${toPercent(upliftBp)}%` },
            ]}
          />
          <p className="mt-3 text-small text-muted">
            The most exact place counts, and one place only. Half a penny is rounded up.
          </p>
        </div>
      )}
      <p className="mt-3 text-small text-muted">
        Price list {card.version}
        {card.publishedAt ? `, ${daysWords(card)}.` : ". Not published yet."}
        {nextOn && (
          <>
            {" "}
            Other prices hold from <Day on={nextOn.toISOString()} />.
          </>
        )}
      </p>
    </>
  );
}
