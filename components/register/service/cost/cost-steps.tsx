import { ButtonLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import { type CostInputs, fullCost } from "@/lib/register/service/cost/rules";
import { divisionWords, hoursWords, ofWords, proofWords } from "@/lib/register/service/cost/words";
import { unitWords } from "@/lib/register/service/words";

/** The price that covers the cost, and every step that led to it. */
export function CostSteps({ inputs, serviceId }: { inputs: CostInputs; serviceId: string }) {
  const cost = fullCost(inputs);
  if (!cost) return null;
  return (
    <div className="grid gap-6">
      <p className="text-large font-bold">
        <Money pence={cost.unitPence} /> {unitWords[inputs.unit].per}, before VAT
      </p>
      <DataTable
        caption="How it is worked out"
        rows={cost.steps.map((step, at) => ({ ...step, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          { label: "What", heads: true, cell: ({ label, total }) => (total ? <strong>{label}</strong> : label) },
          { label: "From", cell: ({ of }) => ofWords(of) },
          {
            label: "Amount",
            numeric: true,
            cell: ({ pence, total }) =>
              total ? (
                <strong>
                  <Money pence={pence} />
                </strong>
              ) : (
                <Money pence={pence} />
              ),
          },
        ]}
      />
      <div className="grid max-w-measure gap-2">
        <p>{hoursWords(inputs, cost)}</p>
        <p>{divisionWords(inputs, cost)}</p>
        <p>{proofWords(cost)}</p>
        <p className="text-muted">
          Each amount is whole pence, half a penny up. The price is rounded up, so it covers the cost.
        </p>
      </div>
      <div>
        <ButtonLink href={`/services/${serviceId}/prices?price=${cost.unitPence}&unit=${inputs.unit}`}>
          Use this price
        </ButtonLink>
      </div>
    </div>
  );
}
