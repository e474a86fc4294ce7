import { Buttons, Submit } from "@/components/form/submit";

/** Every page of a tender is left in one of two ways; both save it. */
export function SaveButtons() {
  return (
    <Buttons>
      <Submit>Save and continue</Submit>
      <Submit kind="secondary" value="later">
        Save and go to the list
      </Submit>
    </Buttons>
  );
}
