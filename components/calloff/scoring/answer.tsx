import { Bullets } from "@/components/ui/list";
import { Details, Prose } from "@/components/ui/page";
import { points } from "@/lib/calloff/decide/ranking/words";
import type { Question, ReadTender } from "@/lib/calloff/decide/scoring/queries/reading";
import { day } from "@/lib/core/values/format";

type Asked = Pick<Question, "question" | "guidance" | "weightBp" | "minimum" | "wordLimit">;

/** A question as it was published, with its weight and its guidance. */
export function QuestionText({ question, guidance, weightBp, minimum, wordLimit }: Asked) {
  return (
    <div className="mb-6 max-w-measure">
      <p className="font-semibold">{question}</p>
      <p className="mt-1 text-muted">
        Worth {points(weightBp * 10)} points of 100.
        {minimum !== null && ` At least ${minimum} is needed to win.`}
        {wordLimit !== null && ` Up to ${wordLimit} words.`}
      </p>
      {guidance && (
        <Details summary="Guidance that tenderers had">
          <Prose>
            <p className="whitespace-pre-line">{guidance}</p>
          </Prose>
        </Details>
      )}
    </div>
  );
}

/** What a tender answers to one question, with what it promises in numbers. */
export function AnswerText({ tender, criterionId }: { tender: ReadTender; criterionId: string }) {
  const answer = tender.answers.find((one) => one.criterionId === criterionId);
  return (
    <div className="mb-6 border-line border-l-4 pl-5">
      <p className="max-w-measure whitespace-pre-line break-words">{answer?.text || "There is no answer."}</p>
      {answer && answer.offers.length > 0 && (
        <div className="mt-4">
          <p className="mb-2 font-semibold">What it promises</p>
          <Bullets
            items={answer.offers.map(
              ({ measure, unit, baseline, target, by }) =>
                `${measure}: from ${baseline} to ${target} ${unit} by ${day(by)}`,
            )}
          />
        </div>
      )}
    </div>
  );
}
