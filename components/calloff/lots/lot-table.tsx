import { TextLink } from "@/components/ui/button";
import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import type { CallOffFile, LotRow } from "@/lib/calloff/record/queries/find";
import { count, whole } from "@/lib/core/values/format";
import { sum } from "@/lib/core/values/money";
import { unitWords } from "@/lib/register/service/words";

type Props = {
  callOff: CallOffFile;
  place: (code: string) => string;
  category: (code: string) => string;
  /** Whether each title leads to the lot's form. */
  links: boolean;
};

const volumeOf = ({ volumes }: LotRow) => volumes.reduce((all, { volume }) => all + volume, 0);

/** The lots of a call-off with their places, volumes and budgets. Amounts are the most that may be paid, with VAT. */
export function LotTable({ callOff, place, category, links }: Props) {
  const { id, lots } = callOff;
  return (
    <DataTable
      caption="The most that may be paid, with VAT"
      columns={[
        {
          label: "Lot",
          cell: ({ id: lotId, number, title }) =>
            links ? (
              <TextLink href={`/call-offs/${id}/lots/${lotId}`}>
                {number}. {title}
              </TextLink>
            ) : (
              `${number}. ${title}`
            ),
        },
        { label: "What", cell: ({ categoryCode }) => category(categoryCode) },
        {
          label: "Where",
          cell: ({ placeCodes }) =>
            placeCodes.length > 3 ? count(placeCodes.length, "place") : placeCodes.map(place).join(", "),
        },
        {
          label: "Volume",
          numeric: true,
          cell: (lot) => `${whole(volumeOf(lot))} ${unitWords[lot.unit].several}`,
        },
        { label: "First term", numeric: true, cell: ({ budgetPence }) => <Money pence={budgetPence} /> },
        { label: "Extensions", numeric: true, cell: ({ extensionPence }) => <Money pence={extensionPence} /> },
      ]}
      rows={lots}
      rowKey={(row) => row.id}
      total={[
        "Together",
        "",
        "",
        "",
        <Money key="budget" pence={sum(lots.map(({ budgetPence }) => budgetPence))} />,
        <Money key="extension" pence={sum(lots.map(({ extensionPence }) => extensionPence))} />,
      ]}
    />
  );
}
