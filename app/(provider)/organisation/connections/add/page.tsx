import { notFound } from "next/navigation";
import { Checkbox, RadioGroup } from "@/components/form/choice";
import { DateField } from "@/components/form/date";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { ConnectedAs } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { mayConnect } from "@/lib/register/connection/policy";
import { connectedWords } from "@/lib/register/connection/words";
import { connect } from "../../actions";

export const metadata = { title: "Add a connected person" };

const BACK = "/organisation/connections";

export default async function AddConnectedPage() {
  const actor = await requireMember("provider");
  if (!mayConnect(actor, actor)) notFound();
  return (
    <>
      <BackLink href={BACK}>People and organisations connected with you</BackLink>
      <PageHeader title="Add a person or body" />
      <Form action={connect} idempotencyKey={newId()}>
        <TextField name="name" label="Full name" />
        <Checkbox name="isBody" label="This is an organisation, not a person" />
        <RadioGroup
          name="connectedAs"
          label="How are they connected?"
          options={Object.values(ConnectedAs).map((value) => ({
            value,
            label: connectedWords[value].label,
            hint: connectedWords[value].meaning,
          }))}
        />
        <DateField name="since" label="Since when?" optional />
        <TextArea name="detail" label="Anything else to say" rows={3} optional />
        <Buttons>
          <Submit>Add to the list</Submit>
          <TextLink href={BACK}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
