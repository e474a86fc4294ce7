import { RadioGroup } from "@/components/form/choice";
import { HiddenFields } from "@/components/form/form";
import { TextArea } from "@/components/form/text";
import { scoreWords } from "@/lib/calloff/decide/scoring/words";

type Props = {
  /** Its place among the rows of the form. */
  at: number;
  tenderId: string;
  criterionId: string;
  /** What stands: null where nothing is said yet. */
  given: { score: number; reason: string } | null;
  label?: string;
  why?: string;
};

/** One score from 0 to 5 with its reason, as a row of a form. */
export function ScoreFields({ at, tenderId, criterionId, given, label = "Your score", why = "Why?" }: Props) {
  const name = (field: string) => `scores.${at}.${field}`;
  return (
    <>
      <HiddenFields values={{ [name("tenderId")]: tenderId, [name("criterionId")]: criterionId }} />
      <RadioGroup
        name={name("score")}
        label={label}
        inline
        options={scoreWords.map(({ score, label: word }) => ({ value: String(score), label: `${score} ${word}` }))}
        defaultValue={given ? String(given.score) : null}
      />
      <TextArea name={name("reason")} label={why} rows={4} defaultValue={given?.reason ?? ""} />
    </>
  );
}
