import { RadioGroup } from "@/components/form/choice";
import { TextArea } from "@/components/form/text";

/** What each person says before they propose or approve (Procurement Act 2023, sections 81 to 83). */
export function ConflictFields() {
  return (
    <>
      <RadioGroup
        name="conflict"
        label="Do you have a conflict of interest in this purchase?"
        hint="For example, you or somebody close to you works for the provider, owns part of it, or is a trustee."
        options={[
          { value: "none", label: "No, I have none" },
          { value: "some", label: "Yes", hint: "We will record it, and a colleague must act instead of you." },
        ]}
      />
      <TextArea name="detail" label="If yes, what is it?" rows={3} optional />
    </>
  );
}
