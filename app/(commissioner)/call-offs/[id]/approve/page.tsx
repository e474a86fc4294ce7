import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BudgetsByYear } from "@/components/calloff/budget/by-year";
import { AwardToApprove } from "@/components/calloff/funding/award-to-approve";
import { Answers } from "@/components/calloff/funding/lot-shares";
import { OwnConflict } from "@/components/calloff/funding/own-conflict";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink, Details, Section } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/before/funding/policy";
import { findFunding, findYears, listAwardsToApprove, paysOf } from "@/lib/calloff/before/funding/queries";
import { eventWords, yearsSaid as say } from "@/lib/calloff/before/funding/words";
import { listBudgetChoices } from "@/lib/calloff/budget/queries";
import { asideWords } from "@/lib/calloff/budget/words";
import { day, pounds } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { keptIn } from "../../../budgets/way";
import { asked } from "../../../purchases/reader";
import { approve, refuse } from "./actions";

const requireShare = cache(async (id: string) => {
  const actor = await requireMember("authority");
  const callOff = (await findFunding(actor, id)) ?? notFound();
  const own = callOff.funders.find((part) => nextSteps(actor, { ...part, callOff }).includes("approve")) ?? notFound();
  return { actor, callOff, own, awardPence: paysOf(own).awardPence };
});

export async function generateMetadata({ params }: PageProps<"/call-offs/[id]/approve">): Promise<Metadata> {
  return { title: titleOf((await requireShare((await params).id)).awardPence) };
}

const titleOf = (awardPence: bigint) => (awardPence === 0n ? "Approve the award?" : `Approve ${pounds(awardPence)}?`);

export default async function ApprovePage({ params, searchParams }: PageProps<"/call-offs/[id]/approve">) {
  const { id } = await params;
  const { actor, callOff, own, awardPence } = await requireShare(id);
  const { parts, advancePence } = await findYears(actor, callOff, own);
  const [awards, budgets] = await Promise.all([
    listAwardsToApprove(actor, id),
    listBudgetChoices(
      actor,
      parts.map(({ year }) => year),
    ),
  ]);
  const last = callOff.funders.every(({ id, state }) => id === own.id || state === "approved");
  const free = awardPence === 0n;
  const dates = [callOff.startsOn, callOff.endsOn].flatMap((date) => (date ? [day(date)] : [])).join(" to ");

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <CheckPage
        title={titleOf(awardPence)}
        caption={`Call-off ${callOff.reference}`}
        happens={[
          free ? "Your organisation pays nothing of what is awarded." : asideWords(awardPence, parts.length),
          last
            ? "Every body has then approved. The assessment summaries can be sent."
            : "The award goes on when the other bodies have approved too.",
        ]}
        toWhom={last ? ["The person who proposed it."] : ["Nobody, until every body has answered."]}
        cannotBeUndone={["You cannot take your approval back. The commissioner can still reconsider the award."]}
      >
        <AwardToApprove awards={awards} lots={callOff.lots} own={own} />
        <p className="mb-10">
          <TextLink href={`/call-offs/${id}/award`}>Read the whole award pack</TextLink>: the ranking, the reasons, and
          what the award does to the market.
        </p>
        <Form action={approve} idempotencyKey={newId()} label={eventWords.approve.act}>
          <HiddenFields values={{ id }} />
          {!free && (
            <>
              <p className="max-w-measure">
                {[
                  say.split(dates),
                  ...(advancePence > 0n ? [say.advance(advancePence, parts[0]?.year ?? "")] : []),
                  ...(callOff.extensionMonths > 0 ? [say.extension] : []),
                ].join(" ")}
              </p>
              <BudgetsByYear parts={parts} budgets={budgets} picked={keptIn(asked((await searchParams).budget))} />
            </>
          )}
          <OwnConflict />
          <Buttons>
            <Submit>{eventWords.approve.act}</Submit>
            <TextLink href={`/call-offs/${id}`}>Go back without answering</TextLink>
          </Buttons>
        </Form>
        <div className="mt-8">
          <Details summary="Refuse instead">
            <Form action={refuse} idempotencyKey={newId()} label={eventWords.refuse.act}>
              <HiddenFields values={{ id }} />
              <TextArea
                name="reason"
                label="Why?"
                hint={`${callOff.organisation.name} reads this, and so do the other funders.`}
                rows={4}
              />
              <Buttons>
                <Submit kind="warning">{eventWords.refuse.act}</Submit>
              </Buttons>
            </Form>
          </Details>
        </div>
      </CheckPage>
      <Section title="What each body has answered" id="answers">
        <Answers funders={callOff.funders} awarded />
      </Section>
    </>
  );
}
