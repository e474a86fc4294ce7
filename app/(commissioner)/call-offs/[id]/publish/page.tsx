import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InvitedTable } from "@/components/calloff/invitation/invited-table";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { CheckPage, Notice } from "@/components/ui/message";
import { BackLink, Details } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { noticeToPublish } from "@/lib/calloff/notice/rules";
import { findPlan } from "@/lib/calloff/open/invitation/queries";
import { invitationFault, oneChosen } from "@/lib/calloff/open/invitation/rules";
import { invitationProblems } from "@/lib/calloff/open/invitation/words";
import { notPublishable } from "@/lib/calloff/open/publish/rules";
import { checkWords as say } from "@/lib/calloff/open/publish/words";
import { nextSteps } from "@/lib/calloff/record/policy";
import { readyFacts } from "@/lib/calloff/record/queries/ready";
import { routeWords } from "@/lib/calloff/record/words";
import { count, moment } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { kindName } from "@/lib/register/notice/words";
import { requireFile } from "../file";
import { publish } from "./actions";

export const metadata: Metadata = { title: "Publish this call-off?" };

export default async function PublishPage({ params }: PageProps<"/call-offs/[id]/publish">) {
  const { id } = await params;
  const { actor, callOff } = await requireFile(id);
  if (!nextSteps(actor, callOff).includes("publish")) notFound();
  const [plan, facts] = await Promise.all([findPlan(actor, id), readyFacts(actor, id)]);
  if (!plan || !facts) notFound();
  const { route } = callOff;
  const missing = notPublishable(facts, facts.law.on);
  const fault = invitationFault(route, plan.invited, "");
  const kind = route && noticeToPublish[route];
  const blocked = missing.length > 0 || (fault !== null && fault !== "few");
  const going = plan.matches.filter(({ leftOutFor }) => leftOutFor === null);

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <CheckPage
        title="Publish this call-off?"
        caption={`Call-off ${callOff.reference}`}
        happens={[
          kind ? say.notice(kindName(kind)) : say.noNotice,
          say.invited(plan.invited),
          say.sealed,
          ...(callOff.closesAt ? [say.closes(moment(callOff.closesAt))] : []),
        ]}
        toWhom={[kind ? say.everyone : say.onlyInvited, say.people(plan.invited), ...(kind ? [say.watchers] : [])]}
        cannotBeUndone={[say.forGood, say.later]}
      >
        <SummaryList
          title="Before you publish"
          rows={[
            { label: "Route", value: route ? routeWords[route].label : "Not chosen" },
            { label: "Questions until", value: callOff.clarifyUntil ? moment(callOff.clarifyUntil) : "Not said" },
            { label: "Tenders until", value: callOff.closesAt ? moment(callOff.closesAt) : "Not said" },
            {
              label: "Invited",
              value: plan.invited === 0 ? "Nobody yet" : count(plan.invited, "organisation"),
              change: `/call-offs/${id}/invitations`,
              note: plan.matches.length > going.length ? say.leftOut(plan.matches.length - going.length) : undefined,
            },
          ]}
        />
        {plan.invited > 0 && (
          <div className="mb-8">
            <Details summary={`See who is invited (${plan.invited})`}>
              <InvitedTable
                rows={[
                  ...going.map(({ why, ...match }) => ({ ...match, because: why.join(". ") })),
                  ...plan.added.map((one) => ({ ...one, lotNumbers: [] })),
                ]}
              />
            </Details>
          </div>
        )}
        {missing.length > 0 && (
          <Notice tone="bad" title="It cannot be published yet">
            <Bullets items={missing} />
          </Notice>
        )}
        {fault && fault !== "few" && (
          <Notice tone="bad" title={invitationProblems[fault]}>
            <p>
              <TextLink href={`/call-offs/${id}/invitations`}>
                {route && oneChosen.includes(route) ? "Choose the organisation" : "Choose who is invited"}
              </TextLink>
            </p>
          </Notice>
        )}
        {blocked ? (
          <p className="mt-8">
            <TextLink href={`/call-offs/${id}`}>Go back to the call-off</TextLink>
          </p>
        ) : (
          <Form action={publish} idempotencyKey={newId()}>
            <HiddenFields values={{ id }} />
            {fault === "few" && <TextArea name="fewReason" label="Why are fewer than three invited?" rows={3} />}
            <Buttons>
              <Submit>Publish now</Submit>
              <TextLink href={`/call-offs/${id}`}>Go back without publishing</TextLink>
            </Buttons>
          </Form>
        )}
      </CheckPage>
    </>
  );
}
