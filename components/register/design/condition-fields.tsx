import { Checkbox, CheckboxGroup, RadioGroup, Select } from "@/components/form/choice";
import { NumberField, TextArea, TextField } from "@/components/form/text";
import type { ShownCondition } from "@/components/register/design/register-view";
import { conditionKindWords } from "@/lib/register/application/words";
import { bandLabel, evidenceKindWords, kindHints } from "@/lib/register/market/words";

type Props = {
  condition: ShownCondition | null;
  bands: readonly { number: number; title: string; upToPence: bigint | null }[];
  parts: readonly { number: number; title: string }[];
};

const kinds = (["declaration", "evidence", "question"] as const).map((value) => ({
  value,
  label: conditionKindWords[value].label,
  hint: kindHints[value],
}));
const evidence = Object.entries(evidenceKindWords).map(([value, label]) => ({ value, label }));

/** Everything that a steward says of one condition. */
export function ConditionFields({ condition, bands, parts }: Props) {
  return (
    <>
      <RadioGroup name="kind" label="What kind of condition is it?" options={kinds} defaultValue={condition?.kind} />
      <TextField name="title" label="Title" defaultValue={condition?.title} />
      <TextArea name="text" label="What is asked" rows={3} defaultValue={condition?.text} />
      <TextArea
        name="help"
        label="Help"
        hint="What would do, in words that a small charity uses."
        rows={3}
        defaultValue={condition?.help}
      />
      <TextArea
        name="justification"
        label="Why it is asked"
        hint="Why it is in proportion to the work, and what would go wrong without it. Everybody can read it."
        rows={2}
        defaultValue={condition?.justification}
      />
      <RadioGroup
        name="orEquivalent"
        label="Is something equal accepted?"
        hint="The law says that it must be."
        inline
        defaultValue={condition ? (condition.orEquivalent ? "yes" : "no") : "yes"}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
      <NumberField
        name="minutes"
        label="Minutes to answer"
        suffix="minutes"
        width={4}
        defaultValue={condition?.minutes}
      />
      <RadioGroup
        name="bandFrom"
        label="From which value is it asked?"
        hint="A condition for large work alone keeps small work simple."
        options={bands.map((band) => ({ value: String(band.number), label: bandLabel(band) }))}
        defaultValue={String(condition?.bandFrom ?? 1)}
      />
      <CheckboxGroup
        name="partNumbers"
        label="For which parts is it asked?"
        hint="Leave them empty to ask it for every part."
        columns
        options={parts.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}` }))}
        defaultValue={condition?.partNumbers.map(String) ?? []}
      />
      <Select
        name="evidenceKind"
        label="What may be attached"
        hint="For a condition of the kind “evidence”."
        optional
        empty="Anything"
        options={evidence}
        defaultValue={condition?.evidenceKind}
      />
      <NumberField
        name="validMonths"
        label="For how many months does an answer hold?"
        optional
        suffix="months"
        width={4}
        defaultValue={condition?.validMonths ?? undefined}
      />
      {condition && (
        <Checkbox
          name="asksAnew"
          label="It asks something new: answers from an earlier register do not answer it"
          hint="Leave it empty when only the wording is better."
        />
      )}
    </>
  );
}
