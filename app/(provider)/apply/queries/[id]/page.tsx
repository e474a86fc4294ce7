import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { AnswerFields } from "@/components/register/provider/answer-fields";
import { TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import { requireMember } from "@/lib/identity/session";
import { readAbout } from "@/lib/register/application/decision/schema";
import { aboutWords } from "@/lib/register/application/decision/words";
import { writes } from "@/lib/register/application/policy";
import { findOwnQuery } from "@/lib/register/application/queries/own";
import { listAnswers } from "@/lib/register/profile/queries";
import { metWords } from "@/lib/register/profile/words";
import { reply } from "../../actions";

export const metadata = { title: "Answer a question" };

export default async function QueryPage({ params }: PageProps<"/apply/queries/[id]">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const query = (await findOwnQuery(actor, id)) ?? notFound();
  const about = readAbout(query.about);
  const condition =
    about?.kind === "condition" ? (await listAnswers(actor)).find((one) => one.id === about.id) : undefined;
  const isOpen =
    query.repliedAt === null && query.application.state === "clarifying" && writes(actor, query.application);

  return (
    <>
      <BackLink href="/apply">Your application</BackLink>
      <PageHeader
        caption={`${about ? aboutWords[about.kind] : "Your application"}, asked`}
        title="A question from the assessor"
        lead={<p className="whitespace-pre-line border-l-4 border-wait pl-4">{query.question}</p>}
        aside={
          <span className="text-muted">
            <Moment at={query.askedAt} />
          </span>
        }
      />
      {condition?.answer && (
        <SummaryList
          title={condition.title}
          rows={[
            { label: "What was asked", value: condition.text },
            {
              label: "Your answer",
              value: `${condition.answer.met ? metWords.yes : metWords.no}. ${condition.answer.text}`,
            },
          ]}
        />
      )}
      {about?.kind === "service" && (
        <p className="mb-8">
          It is about <TextLink href={`/services/${about.id}/preview`}>this service</TextLink>. Say in your reply what
          you would change.
        </p>
      )}
      {!isOpen && (
        <Notice title={query.reply ? "Answered" : "Closed"}>
          <p>{query.reply ?? "This question does not need an answer any more."}</p>
        </Notice>
      )}
      {isOpen && (
        <Section title="Your reply" id="reply">
          <Form action={reply}>
            <HiddenFields values={{ queryId: query.id }} />
            <TextArea name="reply" label="What do you want to say?" rows={6} />
            {condition && (
              <div className="group/reply grid gap-8">
                <RadioGroup
                  name="change"
                  label="Do you want to change your answer too?"
                  options={[
                    { value: "no", label: "No, my reply is enough" },
                    { value: "yes", label: "Yes, send a new answer" },
                  ]}
                  defaultValue="no"
                />
                <div className="hidden gap-8 border-l-2 border-line pl-5 group-has-[[name=change][value=yes]:checked]/reply:grid">
                  <AnswerFields kind={condition.kind} answer={condition.answer} />
                </div>
              </div>
            )}
            <Buttons>
              <Submit>Send your reply</Submit>
              <TextLink href="/apply">Cancel</TextLink>
            </Buttons>
          </Form>
        </Section>
      )}
    </>
  );
}
