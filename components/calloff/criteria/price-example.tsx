import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import { priceMethodWords } from "@/lib/calloff/before/criteria/words";
import type { PriceMethod } from "@/lib/core/prisma/enums";

export type ExampleRow = {
  name: string;
  pence: bigint;
  /** Points of 100, as text. */
  quality: string;
  price: string;
  total: string;
  place: number;
};

type Props = { method: PriceMethod; rows: readonly ExampleRow[]; budget: bigint };

/** Three made-up tenders worked through one way of counting price, by the same arithmetic that awards use. */
export function PriceExample({ method, rows, budget }: Props) {
  const { label, working } = priceMethodWords[method];
  return (
    <div className="grid gap-2">
      <DataTable
        caption={
          <>
            {label}: three made-up tenders for a budget of <Money pence={budget} />
          </>
        }
        columns={[
          { label: "Tender", cell: ({ name }) => name },
          { label: "Price", numeric: true, cell: ({ pence }) => <Money pence={pence} /> },
          { label: "Quality and social value", numeric: true, cell: ({ quality }) => quality },
          ...(method === "fixedPrice"
            ? []
            : [
                {
                  label: method === "qualityPerPound" ? "Points for each £1,000" : "Price points",
                  numeric: true,
                  cell: ({ price }: ExampleRow) => price,
                },
              ]),
          ...(method === "lowestOverPrice"
            ? [{ label: "Together", numeric: true, cell: ({ total }: ExampleRow) => total }]
            : []),
          { label: "Place", numeric: true, cell: ({ place }) => place },
        ]}
        rows={rows}
        rowKey={({ name }) => name}
      />
      <p className="text-small text-muted">{working}</p>
    </div>
  );
}
