import { NumberField } from "@/components/form/text";
import { Money } from "@/components/ui/value";
import type { Complexity, RateUnit } from "@/lib/core/prisma/enums";
import { percent } from "@/lib/core/values/format";
import { complexityWords, unitWords, volumeWords } from "@/lib/register/service/words";

type Price = {
  id: string;
  unit: RateUnit;
  what: string;
  complexity: Complexity;
  unitPence: bigint;
  working: string | null;
  vatBp: number;
  volumeFrom: number;
  volumeTo: number | null;
  volume: number | undefined;
};

/** One number for each price of the card. What is left empty is not bought. */
export function VolumeFields({ prices }: { prices: Price[] }) {
  return (
    <ul className="grid gap-6 border-t border-line">
      {prices.map(({ id, unit, what, complexity, unitPence, working, vatBp, volumeFrom, volumeTo, volume }, at) => (
        <li key={id} className="border-b border-line pt-6 pb-6">
          <input type="hidden" name={`lines.${at}.rateLineId`} value={id} />
          <NumberField
            name={`lines.${at}.volume`}
            label={
              <>
                {what}, <Money pence={unitPence} /> {unitWords[unit].per}
              </>
            }
            hint={[
              working ?? "",
              complexity === "any" ? "" : `${complexityWords[complexity]} complexity.`,
              volumeFrom === 1 && volumeTo === null ? "" : `For ${volumeWords({ volumeFrom, volumeTo })}.`,
              vatBp === 0 ? "No VAT." : `${percent(vatBp)} VAT is added.`,
            ]
              .filter(Boolean)
              .join(" ")}
            defaultValue={volume}
            width={8}
            suffix={unitWords[unit].several}
          />
        </li>
      ))}
    </ul>
  );
}
