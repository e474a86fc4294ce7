import { Fragment } from "react";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { SummaryList } from "@/components/ui/summary";
import type { Question, ReadTender } from "@/lib/calloff/decide/scoring/queries/reading";
import type { Given } from "@/lib/calloff/decide/scoring/queries/scores";
import type { FormAction } from "@/lib/core/values/form";
import { AnswerText, QuestionText } from "./answer";
import { ScoreFields } from "./score-fields";
import { ScoreGuide } from "./score-guide";

type Entry = { tender: ReadTender; question: Question };

type Props = {
  action: FormAction;
  id: string;
  /** The answers of the page, in order. */
  entries: readonly Entry[];
  /** Whether the tender's reference heads an entry, or the question's title. */
  by: "tender" | "question";
  own: readonly Given[];
  /** Whether scores can be given now. Otherwise own scores are shown, where there are any. */
  open: boolean;
};

/** Answers one below the other, each with its question, and the boxes for score and reason while scoring is open. */
export function ScoreList({ action, id, entries, by, own, open }: Props) {
  const given = ({ tender, question }: Entry) =>
    own.find(({ tenderId, criterionId }) => tenderId === tender.id && criterionId === question.id) ?? null;
  const list = entries.map((entry, at) => (
    <Fragment key={`${entry.tender.id} ${entry.question.id}`}>
      <div className="border-line border-t pt-8">
        <h2 className="mb-4 text-large font-bold">
          {by === "tender" ? `${entry.question.number}. ${entry.question.title}` : `Tender ${entry.tender.reference}`}
        </h2>
        {by === "tender" && <QuestionText {...entry.question} />}
        <AnswerText tender={entry.tender} criterionId={entry.question.id} />
        {open ? (
          <div className="grid gap-6">
            <ScoreFields at={at} tenderId={entry.tender.id} criterionId={entry.question.id} given={given(entry)} />
          </div>
        ) : (
          <OwnScore given={given(entry)} />
        )}
      </div>
    </Fragment>
  ));
  return (
    <>
      <div className="mb-8">
        <ScoreGuide />
      </div>
      {open ? (
        <Form action={action}>
          <HiddenFields values={{ id }} />
          {list}
          <Buttons>
            <Submit>Save these scores</Submit>
            <TextLink href={`/call-offs/${id}/scores`}>Leave without saving</TextLink>
          </Buttons>
        </Form>
      ) : (
        <div className="grid gap-8">{list}</div>
      )}
    </>
  );
}

const OwnScore = ({ given }: { given: Given | null }) =>
  given && (
    <SummaryList
      rows={[
        { label: "Your score", value: `${given.score} of 5` },
        { label: "Why", value: given.reason },
      ]}
    />
  );
