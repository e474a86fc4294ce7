import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { Bullets } from "@/components/ui/list";
import { Section } from "@/components/ui/page";
import { answers } from "@/lib/calloff/before/conflicts/words";
import type { FormAction } from "@/lib/core/values/form";

type Props = {
  action: FormAction;
  id: string;
  /** Where to go on afterwards: a section of the call-off. */
  back: "opening" | "scores" | "moderation";
  /** Who tendered, where that is known by now and what the declaration is about. */
  tenderers?: readonly string[];
};

/** Somebody says whether they have a conflict of interest, before they take part. */
export function DeclareForm({ action, id, back, tenderers = [] }: Props) {
  return (
    <Section
      title="Have you a conflict of interest?"
      lead="Say so before you go on. It is asked of everyone who takes part."
    >
      {tenderers.length > 0 && (
        <div className="mb-8">
          <p className="mb-2">These organisations sent a tender. While you score, tenders have numbers and no names.</p>
          <Bullets items={[...tenderers]} />
        </div>
      )}
      <Form action={action} label="Conflict of interest">
        <HiddenFields values={{ id, back }} />
        <RadioGroup
          name="conflict"
          label="Your interests in this call-off"
          options={[
            { value: "none", ...answers.none },
            { value: "conflict", ...answers.conflict },
          ]}
        />
        <TextArea name="detail" label="What is the conflict?" hint="Only if you have one." rows={3} optional />
        <Buttons>
          <Submit>Save and go on</Submit>
        </Buttons>
      </Form>
    </Section>
  );
}
