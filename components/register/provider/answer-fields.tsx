import { RadioGroup } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { TextArea } from "@/components/form/text";
import type { ConditionKind } from "@/lib/core/prisma/enums";
import { metWords } from "@/lib/register/profile/words";

type Given = { met: boolean; text: string; expiresOn: Date | null } | null;

const asks: Record<ConditionKind, { label: string; hint: string }> = {
  declaration: {
    label: "Anything to add?",
    hint: "You need not write anything if you said yes. If you said no, say what you have instead, or when you will meet it.",
  },
  evidence: {
    label: "What can you show?",
    hint: "Name the document or the record and its date. If you have something equal, say what it is and why it is as good.",
  },
  question: { label: "Your answer", hint: "Plain words are best. A few sentences are enough." },
};

/** The three questions behind every condition: whether it is met, in what way, and until when. */
export function AnswerFields({ kind, answer }: { kind: ConditionKind; answer: Given }) {
  return (
    <>
      <RadioGroup
        name="met"
        label="Do you meet this?"
        options={[
          { value: "yes", label: metWords.yes },
          { value: "no", label: metWords.no, hint: "You can still apply. Say below what you are doing about it." },
        ]}
        defaultValue={answer ? (answer.met ? "yes" : "no") : undefined}
      />
      <TextArea
        name="text"
        {...asks[kind]}
        optional={kind === "declaration"}
        defaultValue={answer?.text}
        rows={kind === "question" ? 8 : 5}
      />
      {kind === "evidence" && (
        <DateField
          name="expiresOn"
          label="When does it run out?"
          hint="For example, 3 6 2027. Leave it empty if it has no end."
          optional
          defaultValue={answer?.expiresOn?.toISOString()}
        />
      )}
    </>
  );
}
