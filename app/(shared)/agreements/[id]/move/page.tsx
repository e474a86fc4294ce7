import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/agreements/policy";
import { eventWords } from "@/lib/agreements/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { newId } from "@/lib/core/values/id";
import { end, expire, goLive, mobilise } from "../actions";
import { requireAgreement } from "../reader";
import { dueSteps } from "../view";

export async function generateMetadata({ params }: PageProps<"/agreements/[id]/move">): Promise<Metadata> {
  return { title: titleOf((await requireMove((await params).id)).event) };
}

const titleOf = (event: keyof typeof actions) => `${eventWords[event].act}?`;

async function requireMove(id: string) {
  const { actor, found } = await requireAgreement(id);
  const [event] = dueSteps(found, nextSteps(actor, found));
  return event && event !== "sign" ? { found, event } : notFound();
}

const actions = { mobilise, goLive, expire, end };

export default async function MovePage({ params }: PageProps<"/agreements/[id]/move">) {
  const { id } = await params;
  const { found, event } = await requireMove(id);
  const words = eventWords[event];

  return (
    <>
      <BackLink href={`/agreements/${id}`}>{found.title}</BackLink>
      <CheckPage
        title={titleOf(event)}
        caption={`${instrumentWords[found.instrument].label} ${found.reference}`}
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
