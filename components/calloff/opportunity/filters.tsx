import { Checkbox, RadioGroup, Select } from "@/components/form/choice";
import { TextField } from "@/components/form/text";
import { filterInstruments, filterRoutes, type OpportunityFilter } from "@/lib/calloff/open/opportunity/schema";
import { bandCodes, bands, standingCodes, standings } from "@/lib/calloff/open/opportunity/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { routeWords } from "@/lib/calloff/record/words";

type Options = { value: string; label: string; group?: string }[];
type Props = { filter: OpportunityFilter; categories: Options; places: Options; provider: boolean };

/** What opportunities can be narrowed by. */
export function OpportunityFilters({ filter, categories, places, provider }: Props) {
  return (
    <>
      <TextField
        name="words"
        label="Search for"
        hint="A title, a reference or an authority."
        type="search"
        defaultValue={filter.words}
      />
      {provider && (
        <Checkbox
          name="fits"
          label="Fits my services"
          hint="By category and place of what you have published."
          defaultChecked={filter.fits === "yes"}
        />
      )}
      <Select
        name="category"
        label="Category"
        empty="Any category"
        options={categories}
        defaultValue={filter.category}
      />
      <Select name="place" label="Place" empty="Anywhere" options={places} defaultValue={filter.place} />
      <Select
        name="instrument"
        label="Contract or grant"
        empty="Either"
        options={filterInstruments.map((value) => ({ value, label: instrumentWords[value].label }))}
        defaultValue={filter.instrument}
      />
      <Select
        name="route"
        label="How it is bought"
        empty="Any way"
        options={filterRoutes.map((value) => ({ value, label: routeWords[value].label }))}
        defaultValue={filter.route}
      />
      <Select
        name="band"
        label="Value with VAT"
        empty="Any value"
        options={bandCodes.map((value) => ({ value, label: bands[value].label }))}
        defaultValue={filter.band}
      />
      <RadioGroup
        name="standing"
        label="Open or closed"
        options={standingCodes.map((value) => ({ value, label: standings[value] }))}
        defaultValue={filter.standing}
      />
    </>
  );
}
