import { DataTable } from "@/components/ui/table";
import { Money } from "@/components/ui/value";
import type { Complexity, Instrument, RateUnit } from "@/lib/core/prisma/enums";
import { count, percent } from "@/lib/core/values/format";
import { complexityWords, unitWords } from "@/lib/register/service/words";

type Line = {
  key: string;
  /** Null where nothing is counted, as in getting ready. */
  unit: RateUnit | null;
  what: string;
  complexity: Complexity | null;
  volume: number;
  unitPence: bigint;
  amountPence: bigint;
  vatPence: bigint;
  vatBp?: number | undefined;
  /** How the unit price came from the list's own, where something is added. */
  working?: string | null;
};

type Props = { lines: Line[]; valuePence: bigint; vatPence: bigint; instrument: Instrument; caption?: string };

/** How the price is worked out, line by line: volume times unit price, VAT, and what they come to. */
export function PriceLines({
  lines,
  valuePence,
  vatPence,
  instrument,
  caption = "How the price is worked out",
}: Props) {
  const vat = instrument !== "grant";
  const levels = lines.some(({ complexity }) => complexity !== null);
  return (
    <>
      <DataTable
        caption={caption}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { label: "What", cell: ({ what }) => what },
          ...(levels
            ? [{ label: "Level", cell: ({ complexity }: Line) => complexity && complexityWords[complexity] }]
            : []),
          {
            label: "How many",
            numeric: true,
            cell: ({ volume, unit }) => (unit ? count(volume, unitWords[unit].one, unitWords[unit].several) : "Once"),
          },
          {
            label: "Unit price",
            numeric: true,
            cell: ({ unitPence, working }) => (
              <>
                <Money pence={unitPence} />
                {working && <span className="block text-small text-muted">{working}</span>}
              </>
            ),
          },
          { label: "Amount", numeric: true, cell: ({ amountPence }) => <Money pence={amountPence} /> },
          ...(vat
            ? [
                {
                  label: "VAT",
                  numeric: true,
                  cell: ({ vatPence, vatBp }: Line) =>
                    vatPence === 0n ? (
                      "None"
                    ) : (
                      <>
                        <Money pence={vatPence} />
                        {vatBp !== undefined && ` (${percent(vatBp)})`}
                      </>
                    ),
                },
              ]
            : []),
        ]}
        total={[
          "Total",
          ...(levels ? [""] : []),
          "",
          "",
          <Money key="value" pence={valuePence} />,
          ...(vat ? [<Money key="vat" pence={vatPence} />] : []),
        ]}
      />
      <p className="mt-4 text-large font-bold">
        <Money pence={valuePence + vatPence} />
        <span className="text-body font-normal"> {inAll(instrument, vatPence)}</span>
      </p>
    </>
  );
}

function inAll(instrument: Instrument, vatPence: bigint): string {
  if (instrument === "grant") return "in all. No VAT is due on a grant.";
  return vatPence === 0n ? "in all. No VAT is due." : "in all, with VAT.";
}
