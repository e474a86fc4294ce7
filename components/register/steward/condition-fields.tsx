import { RadioGroup } from "@/components/form/choice";
import { Fieldset } from "@/components/form/field";
import { NumberField, TextArea, TextField } from "@/components/form/text";

type Standard = {
  title: string;
  text: string;
  help: string;
  justification: string;
  orEquivalent: boolean;
  minutes: number;
};

/** The words of one condition, as they will be asked of everybody. */
export function ConditionFields({ at, standard }: { at: number; standard: Standard }) {
  const name = (field: keyof Standard) => `conditions.${at}.${field}`;
  return (
    <Fieldset label={<span className="text-large font-bold">Condition {at + 1}</span>}>
      <div className="grid gap-6">
        <TextField name={name("title")} label="Title" defaultValue={standard.title} />
        <TextArea name={name("text")} label="What is asked" defaultValue={standard.text} rows={3} />
        <TextArea name={name("help")} label="Help" defaultValue={standard.help} rows={3} />
        <TextArea name={name("justification")} label="Why it is asked" defaultValue={standard.justification} rows={2} />
        <RadioGroup
          name={name("orEquivalent")}
          label="Is something equal accepted?"
          inline
          defaultValue={standard.orEquivalent ? "yes" : "no"}
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
        <NumberField
          name={name("minutes")}
          label="Minutes to answer"
          suffix="minutes"
          defaultValue={standard.minutes}
        />
      </div>
    </Fieldset>
  );
}
