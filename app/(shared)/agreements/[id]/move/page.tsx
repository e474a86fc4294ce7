import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/agreements/policy";
import { findAgreement } from "@/lib/agreements/queries";
import { eventWords } from "@/lib/agreements/words";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { end, expire, goLive, mobilise } from "../actions";
import { dueSteps } from "../view";

export const metadata: Metadata = { title: "Say how far it is" };

const actions = { mobilise, goLive, expire, end };

export default async function MovePage({ params }: PageProps<"/agreements/[id]/move">) {
  const { id } = await params;
  const actor = await requireMember();
  const found = (await findAgreement(actor, id)) ?? notFound();
  const [event] = dueSteps(found, nextSteps(actor, found));
  if (!event || event === "sign") notFound();
  const words = eventWords[event];

  return (
    <>
      <BackLink href={`/agreements/${id}`}>{found.title}</BackLink>
      <CheckPage
        title={`${words.act}?`}
        caption={found.reference}
        happens={[words.happens]}
        toWhom={["Both sides and those who pay see it here. The public sees how far the award has come."]}
        cannotBeUndone={["It cannot go back to what it was before."]}
      >
        <Form action={actions[event]} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <Buttons>
            <Submit>{words.act}</Submit>
            <TextLink href={`/agreements/${id}`}>Go back</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
