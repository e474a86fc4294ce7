import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Checkbox, CheckboxGroup } from "@/components/form/choice";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { may } from "@/lib/identity/policy";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { enterAuthority } from "../actions";

export const metadata: Metadata = { title: "Add an authority" };

export default async function NewAuthorityPage() {
  if (!may.createAuthority(await requireMember("steward"))) notFound();
  const { places } = await reference();
  const options = places.options(["region", "policeArea"]).flatMap(({ options }) => options);

  return (
    <>
      <BackLink href="/authorities">Authorities</BackLink>
      <PageHeader
        title="Add an authority"
        lead="Its first administrator is invited by e-mail, and invites the others."
      />
      <Form action={enterAuthority} idempotencyKey={newId()}>
        <TextField name="name" label="Name of the authority" />
        <Checkbox
          name="isCentral"
          label="It is a central government body"
          hint="Higher thresholds of the procurement rules apply to others."
        />
        <CheckboxGroup name="places" label="Where does it act?" columns options={options} />
        <TextField name="email" label="Email address of its first administrator" type="email" spellCheck={false} />
        <Buttons>
          <Submit>Add the authority</Submit>
          <TextLink href="/authorities">Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
