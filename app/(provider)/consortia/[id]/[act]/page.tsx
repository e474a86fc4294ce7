import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checkbox } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { PartnerTable } from "@/components/register/consortium/partner-table";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { partnerSteps } from "@/lib/register/consortium/partner/policy";
import { nextSteps } from "@/lib/register/consortium/policy";
import { findConsortium } from "@/lib/register/consortium/queries";
import { eventWords } from "@/lib/register/consortium/words";
import { act } from "../../actions";

export const metadata: Metadata = { title: "Consortium" };

export default async function ActPage({ params, searchParams }: PageProps<"/consortia/[id]/[act]">) {
  const { id, act: asked } = await params;
  const { partner: partnerId } = await searchParams;
  const actor = await requireMember("provider");
  const row = (await findConsortium(actor, id)) ?? notFound();
  const partner = row.partners.find((one) => one.id === partnerId);
  const event =
    (partner
      ? partnerSteps(actor, { ...partner, leadId: row.leadId, consortiumState: row.state })
      : nextSteps(actor, row)
    ).find((step) => step === asked) ?? notFound();
  const words = eventWords[event];

  return (
    <>
      <BackLink href={`/consortia/${id}`}>{row.organisation.name}</BackLink>
      <CheckPage
        title={`${words.act}: ${row.organisation.name}`}
        caption={partner?.organisation.name}
        happens={words.happens}
        toWhom={[words.told]}
        cannotBeUndone={words.forGood ? [words.forGood] : []}
      >
        <div className="mb-10">
          <PartnerTable partners={row.partners} leadId={row.leadId} />
        </div>
        <Form action={act} idempotencyKey={newId()}>
          <HiddenFields values={{ event, consortiumId: id, ...(partner && { partnerId: partner.id }) }} />
          {event === "agree" && (
            <Checkbox name="signed" label="I may sign for my organisation, and we agree to our share" />
          )}
          {event !== "agree" && event !== "askAgain" && (
            <TextArea name="reason" label="Why?" hint="The others read this." rows={4} />
          )}
          <Buttons>
            <Submit kind={words.forGood && event !== "agree" ? "warning" : "primary"}>{words.act}</Submit>
            <TextLink href={`/consortia/${id}`}>Cancel</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
