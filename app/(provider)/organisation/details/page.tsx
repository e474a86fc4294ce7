import { notFound } from "next/navigation";
import { Form } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextArea, TextField } from "@/components/form/text";
import { Versioned } from "@/components/form/versioned";
import { NameNote } from "@/components/register/joining/name-note";
import { NumberFields } from "@/components/register/joining/number-fields";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { requireMember } from "@/lib/identity/session";
import { reference } from "@/lib/reference/queries";
import { mayRename } from "@/lib/register/profile/policy";
import { findProfile } from "@/lib/register/profile/queries";
import { schemesFor } from "@/lib/register/profile/rules";
import { change } from "../actions";

export const metadata = { title: "Name, address and numbers" };

export default async function DetailsPage() {
  const actor = await requireMember("provider");
  const profile = (await findProfile(actor)) ?? notFound();
  if (!mayRename(actor, { organisationId: profile.id })) notFound();
  const type = (await reference()).organisationTypes.find(profile.typeCode ?? "");

  return (
    <>
      <BackLink href="/organisation">Your organisation</BackLink>
      <PageHeader
        caption={profile.name}
        title="Name, address and numbers"
        lead={
          <p>
            Agreements that were signed keep the name that they were signed with. Stewards are told of a new name or
            number.
          </p>
        }
      />
      <Form action={change}>
        <Versioned name="edit" version={profile.edit} />
        <TextField name="name" label="Name" autoComplete="organization" defaultValue={profile.name} />
        <NameNote before={profile.nameNote} />
        <NumberFields asked={schemesFor(type?.schemes ?? [])} known={profile.identifiers} />
        <TextArea
          name="address"
          label="Address"
          hint="Where letters reach you."
          rows={4}
          defaultValue={profile.address ?? undefined}
        />
        <Buttons>
          <Submit>Save</Submit>
          <TextLink href="/organisation">Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
