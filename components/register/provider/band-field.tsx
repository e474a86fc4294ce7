import { RadioGroup } from "@/components/form/choice";
import { type AskedOf, weighed } from "@/lib/register/market/asked";
import { askedWords, bandLabel, bandWords } from "@/lib/register/market/words";

type Props = {
  bands: readonly { number: number; title: string; upToPence: bigint | null }[];
  conditions: readonly (AskedOf & { minutes: number })[];
  /** The parts that are chosen already, by number. */
  partNumbers: readonly number[];
  defaultValue: number;
};

/** The highest value that is wanted, with what each would ask. */
export function BandField({ bands, conditions, partNumbers, defaultValue }: Props) {
  const loads = weighed(conditions, { bands, partNumbers });
  return (
    <RadioGroup
      name="band"
      label={bandWords.label}
      hint={bandWords.hint}
      options={bands.map((band, at) => ({
        value: String(band.number),
        label: bandLabel(band),
        hint: loads[at] && `${askedWords(loads[at])}.`,
      }))}
      defaultValue={String(defaultValue)}
    />
  );
}
