import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { MembershipFields } from "@/components/register/steward/membership-fields";
import { Representations } from "@/components/register/steward/representations";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { nextSteps } from "@/lib/register/membership/policy";
import { findMember } from "@/lib/register/membership/queries";
import { firstAnswerDay, lastSuspensionDay } from "@/lib/register/membership/rules";
import { eventWords } from "@/lib/register/membership/words";
import { requireReader } from "../../../reader";
import { act } from "./actions";

export const metadata: Metadata = { title: "Change a membership" };

export default async function ActPage({ params }: PageProps<"/steward/members/[id]/[act]">) {
  const { id, act: asked } = await params;
  const actor = await requireReader();
  const member = (await findMember(actor, id)) ?? notFound();
  const event = nextSteps(actor, member).find((step) => step === asked) ?? notFound();
  const words = eventWords[event];
  const { on } = await reference();

  return (
    <>
      <BackLink href={`/steward/members/${id}`}>{member.organisation.name}</BackLink>
      <CheckPage
        title={`${words.act}: ${member.organisation.name}`}
        caption={`Part ${member.part.number}: ${member.part.title}`}
        happens={[words.happens]}
        toWhom={[words.told]}
        cannotBeUndone={words.forGood ? [words.forGood] : []}
      >
        {(event === "remove" || event === "keep") && (
          <div className="mb-10">
            <h2 className="mb-3 text-large font-bold">What the organisation says</h2>
            <Representations
              said={member.representations.filter(({ madeAt }) => madeAt >= member.changedAt)}
              empty="It has not answered."
            />
          </div>
        )}
        <Form action={act} idempotencyKey={newId()}>
          <HiddenFields values={{ membershipId: id, event }} />
          <MembershipFields event={event} firstDay={firstAnswerDay(on)} lastDay={lastSuspensionDay(on)} />
          <Buttons>
            <Submit kind={words.forGood ? "warning" : "primary"}>{words.act}</Submit>
            <TextLink href={`/steward/members/${id}`}>Cancel</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
