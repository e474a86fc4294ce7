import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { MembershipFields } from "@/components/register/steward/membership-fields";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { count } from "@/lib/core/values/format";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { nextSteps } from "@/lib/register/membership/policy";
import { findOwnMembership } from "@/lib/register/membership/queries";
import { eventWords } from "@/lib/register/membership/words";
import { leave } from "../../actions";

export const metadata: Metadata = { title: "Leave this part?" };

export default async function LeavePage({ params }: PageProps<"/membership/[id]/leave">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const membership = (await findOwnMembership(actor, id)) ?? notFound();
  if (!nextSteps(actor, { ...membership, mustGo: false, isReviewDue: false }).includes("leave")) notFound();
  const { part, services } = membership;
  const { happens, told, forGood } = eventWords.leave;

  return (
    <>
      <BackLink href={`/membership/${id}`}>{part.title}</BackLink>
      <CheckPage
        title="Leave this part?"
        caption={`Part ${part.number}: ${part.title}`}
        happens={[
          happens,
          ...(services.length > 0 ? [`This hides ${count(services.length, "service")}.`] : []),
          "A public notice says that you left.",
        ]}
        toWhom={[told]}
        cannotBeUndone={forGood ? [forGood] : []}
      >
        <Form action={leave} idempotencyKey={newId()}>
          <HiddenFields values={{ membershipId: id }} />
          <MembershipFields event="leave" firstDay="" lastDay="" />
          <Buttons>
            <Submit kind="warning">Leave this part</Submit>
            <TextLink href={`/membership/${id}`}>Stay a member</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
