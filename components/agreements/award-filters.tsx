import { RadioGroup, Select } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { TextField } from "@/components/form/text";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { type AwardFilter, instruments } from "@/lib/openness/schema";

type Options = { value: string; label: string; group?: string }[];
type Props = { filter: AwardFilter; buyers: Options; categories: Options; places: Options };

/** What the award register can be narrowed by. */
export function AwardFilters({ filter, buyers, categories, places }: Props) {
  return (
    <>
      <TextField
        name="words"
        label="Words"
        hint="A title, a reference, a name."
        type="search"
        defaultValue={filter.words}
      />
      <Select name="buyer" label="Buyer" empty="Any buyer" options={buyers} defaultValue={filter.buyer} />
      <Select
        name="category"
        label="Category"
        empty="Any category"
        options={categories}
        defaultValue={filter.category}
      />
      <Select name="place" label="Place" empty="Anywhere" options={places} defaultValue={filter.place} />
      <RadioGroup
        name="instrument"
        label="Kind"
        defaultValue={filter.instrument}
        options={[
          { value: "", label: "All of them" },
          ...instruments.map((value) => ({ value, label: `${instrumentWords[value].label}s` })),
        ]}
      />
      <DateField name="from" label="Signed from" optional defaultValue={filter.from} />
      <DateField name="to" label="Signed until" optional defaultValue={filter.to} />
    </>
  );
}
