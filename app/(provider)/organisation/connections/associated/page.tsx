import { notFound } from "next/navigation";
import { Select } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { requireMember } from "@/lib/identity/session";
import { identifierSchemes } from "@/lib/reference/identifiers";
import { mayConnect } from "@/lib/register/connection/policy";
import { associatedReason } from "@/lib/register/connection/words";
import { associate } from "../../actions";

export const metadata = { title: "Add an associated organisation" };

const BACK = "/organisation/connections";

export default async function AddAssociatedPage() {
  const actor = await requireMember("provider");
  if (!mayConnect(actor, actor)) notFound();
  return (
    <>
      <BackLink href={BACK}>People and organisations connected with you</BackLink>
      <PageHeader title="Add an organisation that you rely on" lead={<p>{associatedReason}</p>} />
      <Form action={associate} idempotencyKey={newId()}>
        <TextField name="name" label="Its name" />
        <Select
          name="scheme"
          label="Which register is it on?"
          empty="None, or we do not know"
          options={identifierSchemes.map(({ code, name }) => ({ value: code, label: name }))}
          optional
        />
        <TextField name="value" label="Its number there" width={12} optional spellCheck={false} />
        <TextArea
          name="reliedOnFor"
          label="What do you rely on it for?"
          hint="For example, its insurance or its premises."
          rows={3}
        />
        <Buttons>
          <Submit>Add to the list</Submit>
          <TextLink href={BACK}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
