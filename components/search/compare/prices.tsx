import { Select } from "@/components/form/choice";
import { HiddenFields } from "@/components/form/form";
import { NumberField, TextField } from "@/components/form/text";
import { Button } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import type { Places } from "@/lib/reference/places";
import { complexityWords } from "@/lib/register/service/words";
import { nothingAsked } from "@/lib/search/compare/prices";
import type { Comparison } from "@/lib/search/compare/schema";
import { unitRules } from "@/lib/search/compare/words";

type Props = { asked: Comparison; references: string[]; places: Places };

/** For what prices are worked out: a plain GET form, folded away until it is wanted. */
export function ComparePrices({ asked: { prices, onlyDifferences, from }, references, places }: Props) {
  const chosen = prices.volume !== nothingAsked.volume || prices.level !== nothingAsked.level;
  return (
    <details open={chosen || undefined} className="no-print mb-6">
      <summary className="w-fit cursor-pointer text-act underline">
        Work out prices for a number, a level or a place
      </summary>
      <form action="/compare" method="get" className="mt-4 grid gap-5">
        {references.map((reference) => (
          <input key={reference} type="hidden" name="s" value={reference} />
        ))}
        <HiddenFields values={{ ...(onlyDifferences && { differences: "yes" }), ...(from && { from: from.query }) }} />
        <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
          <NumberField name="volume" label="How many" defaultValue={prices.volume?.toString()} />
          <Select
            name="level"
            label="Complexity"
            empty="Any level"
            options={(["low", "medium", "high"] as const).map((value) => ({ value, label: complexityWords[value] }))}
            defaultValue={prices.level}
          />
          <TextField
            name="place"
            label="Place"
            hint="A council, police area, region or postcode"
            defaultValue={prices.place ? places.label(prices.place) : ""}
          />
          <Button kind="secondary">Work out</Button>
        </div>
        <Bullets items={[...unitRules]} />
      </form>
    </details>
  );
}
