import { Select } from "@/components/form/choice";
import { TextField } from "@/components/form/text";
import type { MembersFilter } from "@/lib/register/membership/schema";
import { stateWords } from "@/lib/register/membership/words";

type Props = { filter: MembersFilter; parts: { number: number; title: string }[] };

/** What the members can be narrowed to. */
export function MembersFilters({ filter, parts }: Props) {
  return (
    <>
      <TextField name="q" label="Organisation or reference" type="search" defaultValue={filter.q} />
      <Select
        name="part"
        label="Part"
        empty="Any part"
        defaultValue={filter.part}
        options={parts.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }))}
      />
      <Select
        name="review"
        label="Yearly review"
        empty="Any"
        defaultValue={filter.review}
        options={[{ value: "due", label: "Due within a month" }]}
      />
      <Select
        name="state"
        label="Standing"
        empty="Any"
        defaultValue={filter.state}
        options={Object.entries(stateWords).map(([value, { label }]) => ({ value, label }))}
      />
    </>
  );
}
