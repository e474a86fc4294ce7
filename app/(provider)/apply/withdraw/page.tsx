import { notFound, redirect } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { nextSteps } from "@/lib/register/application/policy";
import { findOwnApplication } from "@/lib/register/application/queries/own";
import { withdraw } from "../actions";

export const metadata = { title: "Withdraw your application" };

export default async function WithdrawPage() {
  const actor = await requireMember("provider");
  const application = (await findOwnApplication(actor)) ?? redirect("/apply");
  if (!nextSteps(actor, application).includes("withdraw")) notFound();
  const isDraft = application.state === "draft";

  return (
    <>
      <BackLink href="/apply">Your application</BackLink>
      <CheckPage
        title={isDraft ? "Delete this application?" : "Withdraw your application?"}
        caption={application.reference}
        happens={[
          isDraft ? "The list of parts that you chose goes." : "Nobody reads or decides it any more.",
          "Your profile, your answers and your services are kept for next time.",
          ...(isDraft ? [] : ["Your services become drafts that you can change."]),
        ]}
        toWhom={[isDraft ? "Nobody. It has not been sent." : "The assessor, if one has started."]}
        cannotBeUndone={["This application cannot be opened again. You can start a new one on any day."]}
      >
        <Form action={withdraw}>
          <HiddenFields values={{ applicationId: application.id }} />
          <Buttons>
            <Submit kind="warning">{isDraft ? "Delete the application" : "Withdraw the application"}</Submit>
            <TextLink href="/apply">Keep it</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
