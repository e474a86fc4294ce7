import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checkbox } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextLink } from "@/components/ui/button";
import { CheckPage } from "@/components/ui/message";
import { BackLink } from "@/components/ui/page";
import { isDemo } from "@/lib/core/process/mode";
import { refuseAll } from "../actions";

export const metadata: Metadata = { title: "A check page" };

export default function CheckExample() {
  if (!isDemo()) notFound();
  return (
    <>
      <BackLink href="/style" />
      <CheckPage
        caption="Mentoring for young adults, Kent"
        title="Approve this purchase?"
        happens={[
          "£22,500.00 is set aside from the Kent budget.",
          "The offer is sent to Northgate Trust, which has 10 working days to answer.",
        ]}
        toWhom={["Northgate Trust, and the commissioner who proposed it."]}
        cannotBeUndone={["Once the offer is sent, only Northgate Trust can decline it."]}
      >
        <Form action={refuseAll}>
          <Checkbox name="agree" label="I have no conflict of interest in this purchase" />
          <Buttons>
            <Submit>Approve and send the offer</Submit>
            <TextLink href="/style">Go back without approving</TextLink>
          </Buttons>
        </Form>
      </CheckPage>
    </>
  );
}
