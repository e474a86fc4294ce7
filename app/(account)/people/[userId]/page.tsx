import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { CheckboxGroup } from "@/components/form/choice";
import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import type { ButtonKind } from "@/components/ui/look";
import { Notice } from "@/components/ui/message";
import { BackLink, PageHeader, Section } from "@/components/ui/page";
import { Facts } from "@/components/ui/summary";
import { Day } from "@/components/ui/value";
import type { FormAction } from "@/lib/core/values/form";
import { may, ownRoles } from "@/lib/identity/policy";
import { findOrganisation, findSeat } from "@/lib/identity/queries";
import { requireMember } from "@/lib/identity/session";
import { roleList, roleOptions } from "@/lib/identity/words";
import { changeRoles, remove, reopen, reset, stop } from "../actions";

export const metadata: Metadata = { title: "A colleague" };

type Props = { params: Promise<{ userId: string }>; searchParams: Promise<{ organisation?: string }> };

export default async function ColleaguePage({ params, searchParams }: Props) {
  const [{ userId }, { organisation = "" }] = await Promise.all([params, searchParams]);
  const actor = await requireMember();
  const place = (await findOrganisation(actor, organisation || actor.organisationId)) ?? notFound();
  const who = (await findSeat(actor, place.id, userId)) ?? notFound();
  const row = { organisationId: place.id, kind: place.kind, userId: who.id };
  const fields = { organisationId: place.id, userId: who.id };
  const name = who.name || who.email;

  return (
    <>
      <BackLink href={`/people?${new URLSearchParams({ organisation: place.id })}`}>People</BackLink>
      <PageHeader title={name} caption={place.name} />
      {who.disabledAt && (
        <Notice tone="bad" title="This account is stopped">
          <p>They cannot sign in anywhere.</p>
        </Notice>
      )}
      <Facts
        facts={[
          { label: "Email address", value: who.email },
          { label: "Roles", value: roleList(who.roles) },
          { label: "Here since", value: <Day on={who.since} /> },
        ]}
      />
      {may.setRoles(actor, row) && (
        <Section title="Change their roles" lead="They are signed out everywhere, and told.">
          <Form action={changeRoles} label="Change roles">
            <HiddenFields values={fields} />
            <CheckboxGroup
              name="roles"
              label="What may they do?"
              options={roleOptions(ownRoles[place.kind])}
              defaultValue={who.roles}
            />
            <div>
              <Submit>Save roles</Submit>
            </div>
          </Form>
        </Section>
      )}
      {who.factor?.confirmedAt && may.resetFactor(actor, row) && (
        <Act title="Reset their second step" action={reset} button="Reset second step" fields={fields}>
          For somebody who has lost their telephone. Make sure that it is really they who ask. They are signed out, and
          set it up again when they next sign in.
        </Act>
      )}
      {may.removeSeat(actor, row) && (
        <Act title="Remove from this organisation" action={remove} button="Remove" kind="warning" fields={fields}>
          {name} can no longer act for {place.name} and is signed out everywhere. What they did stays in the history.
        </Act>
      )}
      {may.disable(actor, row) && !who.disabledAt && (
        <Act title="Stop this account" action={stop} button="Stop account" kind="warning" fields={fields}>
          They are signed out and cannot sign in to any organisation until the account is opened again.
        </Act>
      )}
      {may.enable(actor) && who.disabledAt && (
        <Act title="Open this account again" action={reopen} button="Open account" fields={fields}>
          They can sign in again, with the roles they had.
        </Act>
      )}
    </>
  );
}

type ActProps = {
  title: string;
  action: FormAction;
  button: string;
  kind?: ButtonKind;
  fields: Record<string, string>;
  children: ReactNode;
};

function Act({ title, action, button, kind = "secondary", fields, children }: ActProps) {
  return (
    <Section title={title}>
      <Form action={action} label={title}>
        <p>{children}</p>
        <HiddenFields values={fields} />
        <div>
          <Submit kind={kind}>{button}</Submit>
        </div>
      </Form>
    </Section>
  );
}
