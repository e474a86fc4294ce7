import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FunderLots } from "@/components/calloff/funding/funder-lots";
import { Answers, LotShares } from "@/components/calloff/funding/lot-shares";
import { OwnConflict } from "@/components/calloff/funding/own-conflict";
import { RadioGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Bullets } from "@/components/ui/list";
import { EmptyState } from "@/components/ui/message";
import { BackLink, Details, PageHeader, Section } from "@/components/ui/page";
import { nextSteps } from "@/lib/calloff/before/funding/policy";
import { type Funding, findFunding, listPayers, paysOf } from "@/lib/calloff/before/funding/queries";
import { eventWords } from "@/lib/calloff/before/funding/words";
import { mayRun } from "@/lib/calloff/record/policy";
import { pounds } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { londonDay } from "@/lib/core/values/moment";
import { toPounds } from "@/lib/core/values/money";
import { toPercent } from "@/lib/core/values/share";
import { requireBuyer } from "../../../purchases/reader";
import { agree, decline, save } from "./actions";

export const metadata: Metadata = { title: "Who pays?" };

export default async function FundersPage({ params }: PageProps<"/call-offs/[id]/funders">) {
  const { id } = await params;
  const actor = await requireBuyer();
  const callOff = (await findFunding(actor, id)) ?? notFound();
  const { funders, lots } = callOff;
  const editable = mayRun(actor, callOff) && callOff.state === "draft";
  const own = funders.find((part) => nextSteps(actor, { ...part, callOff }).includes("agree"));
  const awarded = funders.some(({ shares }) => shares.some(({ awardPence }) => awardPence !== null));
  const payers = editable ? await listPayers(actor, londonDay(new Date())) : [];

  return (
    <>
      <BackLink href={`/call-offs/${id}`}>{callOff.title}</BackLink>
      <PageHeader
        title="Who pays?"
        caption={`Call-off ${callOff.reference}`}
        lead={`${callOff.organisation.name} leads, and pays whatever nobody else pays. Each body agrees in principle before publication, and approves the award later.`}
      />
      {lots.length === 0 ? (
        <EmptyState
          title="No lots yet"
          action={editable && <ButtonLink href={`/call-offs/${id}/lots`}>Add a lot</ButtonLink>}
        >
          Shares are of the lots' budgets. Add a lot first.
        </EmptyState>
      ) : (
        <>
          {own && <Answer callOff={callOff} sharePence={paysOf(own).sharePence} />}
          {editable && (
            <Section title="Who pays beside you" id="edit">
              <Form action={save}>
                <HiddenFields values={{ id, lots: lots.map((lot) => lot.id).join(",") }} />
                <Versioned name="version" version={callOff.version} />
                <RadioGroup
                  name="method"
                  label="How do you share each lot?"
                  defaultValue={callOff.sharedBy}
                  options={[
                    {
                      value: "percent",
                      label: "By percentage",
                      hint: "Each part follows the lot's budget, to the penny.",
                    },
                    {
                      value: "pounds",
                      label: "In pounds",
                      hint: "The others pay fixed amounts of the budget, and you pay the rest.",
                    },
                  ]}
                />
                <FunderLots
                  authorities={payers.map(({ id, name }) => ({ value: id, label: name }))}
                  lots={lots.map(({ id, number, title, budgetPence }) => ({
                    id,
                    label: `Of lot ${number}, ${title} (${pounds(budgetPence)})`,
                  }))}
                  others={othersOf(callOff)}
                />
                <p>
                  Your own organisation pays what is left. If the price is lower than the budget, everyone pays less, in
                  proportion.
                </p>
                <Buttons>
                  <Submit>Save and continue</Submit>
                  <TextLink href={`/call-offs/${id}`}>Finish later</TextLink>
                </Buttons>
              </Form>
            </Section>
          )}
          <Section title={editable ? "As it is saved now" : "What each body has answered"} id="answers">
            <Answers funders={funders} awarded={awarded} />
          </Section>
          {funders.length > 1 && lots.length > 1 && (
            <Section title="Lot by lot" id="lots">
              <LotShares lots={lots} funders={funders} />
            </Section>
          )}
        </>
      )}
    </>
  );
}

/** What each other body pays of each lot, as the form takes it. */
const othersOf = ({ funders, lots, sharedBy }: Funding) =>
  funders.slice(1).map(({ organisationId, shares }) => ({
    organisationId,
    shares: lots.map(({ id }) => {
      const share = shares.find(({ lotId }) => lotId === id);
      return share ? (sharedBy === "pounds" ? toPounds(share.sharePence) : toPercent(share.shareBp)) : "";
    }),
  }));

function Answer({ callOff, sharePence }: { callOff: Funding; sharePence: bigint }) {
  return (
    <Section title="Answer for your organisation" id="answer">
      <Bullets
        items={[
          `${callOff.organisation.name} asks you to agree that your organisation pays ${pounds(sharePence)} at the most.`,
          "You agree in principle. No money is set aside until you approve the award.",
          "If your share changes, you are asked again.",
        ]}
      />
      <div className="mt-8 grid gap-8">
        <Form action={agree} idempotencyKey={newId()} label={eventWords.agree.act}>
          <HiddenFields values={{ id: callOff.id }} />
          <OwnConflict />
          <Buttons>
            <Submit>{eventWords.agree.act}</Submit>
          </Buttons>
        </Form>
        <Details summary="Decline instead">
          <Form action={decline} idempotencyKey={newId()} label={eventWords.decline.act}>
            <HiddenFields values={{ id: callOff.id }} />
            <TextArea
              name="reason"
              label="Why?"
              hint={`${callOff.organisation.name} reads this, and so do the other funders.`}
              rows={4}
            />
            <Buttons>
              <Submit kind="warning">{eventWords.decline.act}</Submit>
            </Buttons>
          </Form>
        </Details>
      </div>
    </Section>
  );
}
