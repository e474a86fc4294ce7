import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { nextSteps } from "@/lib/register/service/policy";
import { findService, titleOf } from "@/lib/register/service/queries";
import { withdraw } from "../../actions";

export const metadata = { title: "Withdraw this service" };

export default async function WithdrawServicePage({ params }: PageProps<"/services/[id]/withdraw">) {
  const { id } = await params;
  const actor = await requireMember("provider");
  const service = (await findService(actor, id)) ?? notFound();
  if (!nextSteps(actor, service).includes("withdraw")) notFound();

  return (
    <>
      <BackLink href={`/services/${id}`}>Back to the service</BackLink>
      <CheckPage
        title={`Withdraw “${titleOf(service)}”?`}
        caption={service.reference}
        happens={[
          "Nobody can find or buy it any more.",
          "Agreements that were made stay as they are. Their buyers are not released by this.",
        ]}
        toWhom={["Nobody is told by us. Tell the people who use it yourself."]}
        cannotBeUndone={["A withdrawn service cannot come back. To stop for a while, pause it instead."]}
      >
        <Form action={withdraw}>
          <HiddenFields values={{ serviceId: id }} />
          <TextArea name="reason" label="Why are you withdrawing it?" hint="Kept in the record." rows={3} />
          <Buttons>
            <Submit kind="warning">Withdraw the service</Submit>
            <TextLink href={`/services/${id}`}>Keep it</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
