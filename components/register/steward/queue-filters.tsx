import { RadioGroup, Select } from "@/components/form/choice";
import { TextField } from "@/components/form/text";
import type { QueueFilter } from "@/lib/register/application/decision/schema";
import { showWords, whoWords } from "@/lib/register/application/decision/words";

type Props = { filter: QueueFilter; parts: { number: number; title: string }[] };

/** What the queue can be narrowed to. */
export function QueueFilters({ filter, parts }: Props) {
  return (
    <>
      <TextField name="q" label="Organisation or reference" type="search" defaultValue={filter.q} />
      <RadioGroup name="show" label="Show" options={options(showWords)} defaultValue={filter.show} />
      <RadioGroup name="who" label="Who has it" options={options(whoWords)} defaultValue={filter.who} />
      <Select
        name="part"
        label="Part"
        empty="Any part"
        defaultValue={filter.part}
        options={parts.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }))}
      />
    </>
  );
}

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
