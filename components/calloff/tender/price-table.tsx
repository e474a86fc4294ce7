import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import type { LotPrice } from "@/lib/calloff/open/tender/rules";
import type { RateUnit } from "@/lib/core/prisma/enums";
import { percent, pounds, whole } from "@/lib/core/values/format";
import { unitWords } from "@/lib/register/service/words";

export type PricedLot = { number: number; title: string; unit: RateUnit; budgetPence: bigint; price: LotPrice };

/** How a lot's price comes about, line by line, and how it stands to the budget. */
export function PriceTable({ lots, grant }: { lots: readonly PricedLot[]; grant: boolean }) {
  return lots.map(({ number, title, unit, budgetPence, price }) => (
    <div key={number} className="mb-8">
      <DataTable
        caption={`Lot ${number}: ${title}`}
        rows={lines(price, unit, grant)}
        rowKey={({ what }) => what}
        columns={[
          { label: "What", heads: true, cell: ({ what }) => what },
          { label: "How it is worked out", cell: ({ how }) => how },
          { label: "Amount", numeric: true, cell: ({ pence }) => <Money pence={pence} /> },
        ]}
        total={["In all", "", <Money key="total" pence={price.totalPence} />]}
      />
      <p className={price.totalPence > budgetPence ? "mt-2 font-semibold text-refuse" : "mt-2 text-muted"}>
        {beside(price.totalPence, budgetPence, grant)}
      </p>
    </div>
  ));
}

function lines(
  { volume, unitPence, amountPence, mobilisationPence, pricePence, vatBp, vatPence }: LotPrice,
  unit: RateUnit,
  grant: boolean,
) {
  return [
    {
      what: "Units",
      how: `${whole(volume)} ${volume === 1 ? unitWords[unit].one : unitWords[unit].several} × ${pounds(unitPence)}`,
      pence: amountPence,
    },
    ...(mobilisationPence === 0n
      ? []
      : [
          { what: "Getting ready", how: "Once, before the start", pence: mobilisationPence },
          { what: "Together", how: `${pounds(amountPence)} + ${pounds(mobilisationPence)}`, pence: pricePence },
        ]),
    ...(grant
      ? []
      : [{ what: "VAT", how: vatBp === 0 ? "None" : `${percent(vatBp)} of ${pounds(pricePence)}`, pence: vatPence }]),
  ];
}

const beside = (totalPence: bigint, budgetPence: bigint, grant: boolean) => {
  const budget = `the budget of ${pounds(budgetPence)}${grant ? "" : ", VAT included"}`;
  if (totalPence === budgetPence) return `Exactly ${budget}.`;
  return totalPence < budgetPence
    ? `${pounds(budgetPence - totalPence)} under ${budget}.`
    : `${pounds(totalPence - budgetPence)} over the budget of ${pounds(budgetPence)}. More than the budget cannot be awarded.`;
};
