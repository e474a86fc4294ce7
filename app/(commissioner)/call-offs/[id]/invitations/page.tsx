import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddedRows } from "@/components/calloff/invitation/added-rows";
import { AnswersView } from "@/components/calloff/invitation/answers";
import { InvitedTable } from "@/components/calloff/invitation/invited-table";
import { MatchFields } from "@/components/calloff/invitation/match-fields";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { findAnswers, findPlan } from "@/lib/calloff/open/invitation/queries";
import { oneChosen } from "@/lib/calloff/open/invitation/rules";
import type { CallOffFile } from "@/lib/calloff/record/queries/find";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { asked } from "../../../purchases/reader";
import { requireFile } from "../file";
import { save } from "./actions";

export async function generateMetadata({ params }: PageProps<"/call-offs/[id]/invitations">): Promise<Metadata> {
  return { title: titleOf((await requireFile((await params).id)).callOff) };
}

const isDirect = ({ route }: Pick<CallOffFile, "route">) => route !== null && oneChosen.includes(route);

const titleOf = (callOff: Pick<CallOffFile, "route" | "publishedAt">) =>
  callOff.publishedAt ? "Invitations" : isDirect(callOff) ? "Who is chosen" : "Who is invited";

export default async function InvitationsPage({ params, searchParams }: PageProps<"/call-offs/[id]/invitations">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  const [plan, answers] = await Promise.all([findPlan(actor, id), findAnswers(actor, id)]);
  const back = <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>;
  if (answers)
    return (
      <>
        {back}
        <PageHeader
          title={titleOf(callOff)}
          caption={`Call-off ${callOff.reference}`}
          lead="How many mean to tender, and why others do not. You are never told which organisation said what."
        />
        <AnswersView answers={answers} />
      </>
    );
  if (!plan) notFound();
  const direct = isDirect(callOff);

  return (
    <>
      {back}
      <PageHeader
        title={titleOf(callOff)}
        caption={`Call-off ${callOff.reference}`}
        lead={
          direct
            ? "On this route one organisation is invited. It is told when you publish."
            : "Every organisation that matches is invited when you publish. Give a reason for each one that you leave out."
        }
      />
      {asked((await searchParams).done) === "saved" && (
        <Notice tone="good" title="Saved">
          <p>{count(plan.invited, "organisation")} would be invited now.</p>
        </Notice>
      )}
      {plan.editable ? (
        <Form action={save} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          {!direct &&
            (plan.matches.length === 0 ? (
              <EmptyState
                title="Nobody on the register matches"
                action={<TextLink href={`/call-offs/${id}/forecast`}>See what you can do about it</TextLink>}
              >
                Add organisations below, or change the lots.
              </EmptyState>
            ) : (
              <MatchFields matches={plan.matches} />
            ))}
          <Section
            title={direct ? "The organisation" : "Others"}
            lead={direct ? undefined : "Organisations that do not match, and that you invite too."}
          >
            <AddedRows min={direct ? 1 : 0} added={plan.added.map(({ name, because }) => ({ who: name, because }))} />
          </Section>
          <Buttons>
            <Submit>Save</Submit>
            <TextLink href={`/call-offs/${id}`}>Go back to the call-off</TextLink>
          </Buttons>
        </Form>
      ) : (
        <InvitedTable
          rows={[
            ...plan.matches.flatMap(({ leftOutFor, why, ...match }) =>
              leftOutFor === null ? [{ ...match, because: why.join(". ") }] : [],
            ),
            ...plan.added.map((one) => ({ ...one, lotNumbers: [] })),
          ]}
        />
      )}
    </>
  );
}
