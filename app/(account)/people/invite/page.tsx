import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckboxGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Buttons, Submit } from "@/components/form/submit";
import { TextField } from "@/components/form/text";
import { TextLink } from "@/components/ui/button";
import { BackLink, PageHeader } from "@/components/ui/page";
import { newId } from "@/lib/core/values/id";
import { rolesToGive } from "@/lib/identity/policy";
import { findOrganisation } from "@/lib/identity/queries";
import { invitationDays } from "@/lib/identity/rules";
import { requireMember } from "@/lib/identity/session";
import { roleOptions } from "@/lib/identity/words";
import { invite } from "../actions";

export const metadata: Metadata = { title: "Invite somebody" };

type Props = { searchParams: Promise<{ organisation?: string }> };

export default async function InvitePage({ searchParams }: Props) {
  const { organisation = "" } = await searchParams;
  const actor = await requireMember();
  const place = (await findOrganisation(actor, organisation || actor.organisationId)) ?? notFound();
  const given = rolesToGive(actor, { organisationId: place.id, kind: place.kind });
  if (given.length === 0) notFound();
  const people = `/people?${new URLSearchParams({ organisation: place.id })}`;

  return (
    <>
      <BackLink href={people}>People</BackLink>
      <PageHeader
        title="Invite somebody"
        caption={place.name}
        lead={`They get an e-mail and join by signing in with that address. It is open for ${invitationDays} days.`}
      />
      <Form action={invite} idempotencyKey={newId()}>
        <HiddenFields values={{ organisationId: place.id }} />
        <TextField name="email" label="Their email address" type="email" spellCheck={false} />
        <CheckboxGroup name="roles" label="What may they do?" options={roleOptions(given)} />
        <Buttons>
          <Submit>Send the invitation</Submit>
          <TextLink href={people}>Cancel</TextLink>
        </Buttons>
      </Form>
    </>
  );
}
