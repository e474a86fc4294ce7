import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { nextSteps } from "@/lib/agreements/policy";
import type { AgreementDetail } from "@/lib/agreements/queries";
import { eventWords, refusalWords } from "@/lib/agreements/words";
import { instrumentWords } from "@/lib/calloff/purchase/words";
import { newId } from "@/lib/core/values/id";
import { terminate } from "../actions";
import { requireAgreement } from "../reader";

export async function generateMetadata({ params }: PageProps<"/agreements/[id]/terminate">): Promise<Metadata> {
  return { title: titleOf((await requireAgreement((await params).id)).found) };
}

const titleOf = ({ state }: Pick<AgreementDetail, "state">) =>
  state === "drafting" ? refusalWords.title : "Stop it early?";

export default async function TerminatePage({ params }: PageProps<"/agreements/[id]/terminate">) {
  const { id } = await params;
  const { actor, found } = await requireAgreement(id);
  if (!nextSteps(actor, found).includes("terminate")) notFound();
  const draft = found.state === "drafting";
  const other = actor.kind === "provider" ? found.buyer.name : found.supplier.name;

  return (
    <>
      <BackLink href={`/agreements/${id}`}>{found.title}</BackLink>
      <CheckPage
        title={titleOf(found)}
        caption={`${instrumentWords[found.instrument].label} ${found.reference}`}
        happens={
          draft
            ? [refusalWords.happens, "When nothing else of the call-off is left, the money set aside is let go."]
            : [eventWords.terminate.happens, "What has been delivered is still paid for."]
        }
        toWhom={[
          other,
          draft ? "Those who pay a share." : "The public sees that it was stopped early, and the reason.",
        ]}
        cannotBeUndone={[
          draft ? "It cannot be signed after this." : "It cannot be started again. A new purchase can be.",
        ]}
      >
        <Form action={terminate} idempotencyKey={newId()}>
          <HiddenFields values={{ id }} />
          <TextArea
            name="reason"
            label={draft ? "Why will you not sign?" : "Why is it stopped?"}
            hint={
              draft ? "The other side reads this. Name no person in it." : "This will be public. Name no person in it."
            }
            rows={4}
          />
          <Buttons>
            <Submit kind="warning">{draft ? refusalWords.act : "Stop it early"}</Submit>
            <TextLink href={`/agreements/${id}`}>Go back</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
