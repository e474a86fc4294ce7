import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Prose } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { Moment } from "@/components/ui/value";
import { listQuestions } from "@/lib/calloff/open/clarification/queries";
import { isOpen } from "@/lib/calloff/open/rules";
import { mayRun } from "@/lib/calloff/record/policy";
import { moment } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { asked } from "../../../purchases/reader";
import { requireFile } from "../file";
import { answer } from "./actions";

export const metadata: Metadata = { title: "Questions and answers" };

export default async function ClarificationsPage({
  params,
  searchParams,
}: PageProps<"/call-offs/[id]/clarifications">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  if (!callOff.publishedAt) notFound();
  const questions = await listQuestions(actor, id);
  const open = isOpen(callOff, new Date());
  const writes = mayRun(actor, callOff) && open;

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader
        title="Questions and answers"
        caption={`Call-off ${callOff.reference}`}
        lead={
          open && callOff.closesAt
            ? `Each answer goes to everyone. Nobody sees who asked, and neither do you. Answer before ${moment(callOff.closesAt)}.`
            : "The call-off is closed. Nothing can be answered any more."
        }
      />
      {asked((await searchParams).done) === "answered" && (
        <Notice tone="good" title="Answered">
          <p>Everyone who has to do with this call-off has been told.</p>
        </Notice>
      )}
      {questions.length === 0 ? (
        <EmptyState title="Nobody has asked yet">
          {callOff.clarifyUntil && `Questions can be asked until ${moment(callOff.clarifyUntil)}.`}
        </EmptyState>
      ) : (
        <ol aria-label="Questions" className="border-t border-line">
          {questions.map(({ id: questionId, number, question, askedAt, answer: given, answeredAt }) => (
            <li key={questionId} id={`question-${number}`} className="grid gap-4 border-b border-line py-6">
              <div className="flex flex-wrap items-center gap-3">
                <h2 className="font-bold">Question {number}</h2>
                {given ? <Tag tone="good">Answered</Tag> : <Tag tone="wait">Waits for an answer</Tag>}
                <span className="text-small text-muted">
                  <Moment at={askedAt} />
                </span>
              </div>
              <Prose>
                <p className="whitespace-pre-line">{question}</p>
              </Prose>
              {given && (
                <Prose>
                  <h3 className="font-bold">Answer</h3>
                  <p className="whitespace-pre-line">{given}</p>
                  {answeredAt && (
                    <p className="text-small text-muted">
                      <Moment at={answeredAt} />
                    </p>
                  )}
                </Prose>
              )}
              {!given && writes && (
                <Form action={answer} idempotencyKey={newId()} label={`Answer question ${number}`}>
                  <HiddenFields values={{ id: questionId }} />
                  <TextArea
                    name="answer"
                    label={`Your answer to question ${number}`}
                    hint="Everyone reads it. It is given once: check it first."
                    rows={5}
                  />
                  <Buttons>
                    <Submit>Answer, to everyone</Submit>
                  </Buttons>
                </Form>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
