import { RadioGroup } from "@/components/form/choice";
import { TextArea } from "@/components/form/text";
import { answers } from "@/lib/calloff/before/conflicts/words";

/** What a person says of their own interests before they act on a call-off (Procurement Act 2023, sections 81 to 83). */
export function OwnConflict({ said }: { said?: "none" | "conflict" | undefined }) {
  return (
    <>
      <RadioGroup
        name="conflict"
        label="Do you have a conflict of interest in this call-off?"
        hint="For example, you or somebody close to you works for a provider that may tender, or is a trustee of one."
        defaultValue={said}
        options={[
          { value: "none", ...answers.none },
          { value: "conflict", ...answers.conflict },
        ]}
      />
      <TextArea name="detail" label="If you have one, what is it?" rows={3} optional />
    </>
  );
}
