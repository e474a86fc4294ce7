import { RadioGroup, Select } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { TextArea, TextField } from "@/components/form/text";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import type { Instrument } from "@/lib/core/prisma/enums";

type Given = {
  title: string;
  need: string;
  placeCode: string;
  instrument: Instrument;
  startsOn: string;
  endsOn: string;
  reason: string;
};
type Props = { given: Partial<Given>; places: { value: string; label: string; group?: string }[] };

const instruments = (["contract", "grant"] as const).map((value) => ({
  value,
  label: instrumentWords[value].label,
  hint: instrumentWords[value].meaning,
}));

/** What a purchase is for, where and when. */
export function DetailsFields({ given, places }: Props) {
  return (
    <>
      <TextField name="title" label="What do you call this purchase?" defaultValue={given.title} />
      <TextArea
        name="need"
        label="What is needed?"
        hint="A few sentences. The provider reads them before it answers."
        rows={4}
        defaultValue={given.need}
      />
      <RadioGroup
        name="instrument"
        label="Will it be a contract or a grant?"
        options={instruments}
        defaultValue={given.instrument}
      />
      <Select name="placeCode" label="Where?" empty="Choose a place" options={places} defaultValue={given.placeCode} />
      <DateField name="startsOn" label="When does it start?" defaultValue={given.startsOn} />
      <DateField name="endsOn" label="When does it end?" defaultValue={given.endsOn} />
      <TextArea
        name="reason"
        label="Why this service?"
        hint="For a grant, say what public benefit it will bring. For a contract you may leave this empty."
        rows={3}
        defaultValue={given.reason}
      />
    </>
  );
}
