import { Select } from "@/components/form/choice";
import { HiddenFields } from "@/components/form/form";
import { TextField } from "@/components/form/text";
import { ageWords, dueWords, whoWords } from "@/lib/register/application/decision/queue-words";
import type { QueueFilter } from "@/lib/register/application/decision/schema";

type Props = {
  filter: QueueFilter;
  parts: { number: number; title: string }[] /** Who can have an application. */;
  assessors: { id: string; name: string }[];
};

/** What the queue can be narrowed to, beside what is shown. */
export function QueueFilters({ filter, parts, assessors }: Props) {
  return (
    <>
      <HiddenFields values={{ show: filter.show }} />
      <TextField name="q" label="Organisation or reference" type="search" defaultValue={filter.q} />
      <Select
        name="part"
        label="Part"
        empty="Any part"
        defaultValue={filter.part}
        options={parts.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }))}
      />
      <Select
        name="who"
        label="Who has it"
        empty={whoWords.anyone}
        defaultValue={filter.who === "anyone" ? "" : filter.who}
        options={[
          { value: "me", label: whoWords.me },
          { value: "nobody", label: whoWords.nobody },
          ...assessors.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select name="age" label="Age" empty="Any age" defaultValue={filter.age} options={options(ageWords)} />
      <Select name="due" label="Due" empty="Any day" defaultValue={filter.due} options={options(dueWords)} />
    </>
  );
}

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
