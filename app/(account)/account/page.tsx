import type { Metadata } from "next";
import { Form } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { PageHeader, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { DataTable } from "@/components/ui/table";
import { Moment } from "@/components/ui/value";
import { findFactor, listSessions } from "@/lib/identity/queries";
import { needsSecondStep } from "@/lib/identity/rules";
import { requireActor, requireSignedIn } from "@/lib/identity/session";
import { roleList } from "@/lib/identity/words";
import { endOthers } from "./actions";

export const metadata: Metadata = { title: "Your account" };

type Props = { searchParams: Promise<{ ended?: string | string[] }> };

export default async function AccountPage({ searchParams }: Props) {
  const { ended } = await searchParams;
  const actor = await requireActor();
  const { who } = await requireSignedIn();
  const [factor, sessions] = await Promise.all([findFactor(actor), listSessions(actor)]);
  const needed = who.workplaces.some(({ kind }) => needsSecondStep(kind));

  return (
    <>
      <PageHeader
        title="Your account"
        action={
          <ButtonLink href="/sign-out" kind="secondary">
            Sign out
          </ButtonLink>
        }
      />
      {ended && <Notice tone="good" title="Your other sessions have ended" />}
      <SummaryList
        rows={[
          { label: "Name", value: who.name, change: "/account/name" },
          { label: "Email address", value: who.email },
          {
            label: "Second step",
            value: factor?.confirmedAt ? "A code from an app" : "Not set up",
            change: "/account/second-step",
            note: needed ? "Your role needs one." : "Your role does not need one. It makes your account safer.",
          },
        ]}
      />
      <Section
        title="Where you work"
        action={who.workplaces.length > 1 && <TextLink href="/switch">Switch organisation</TextLink>}
      >
        <SummaryList
          rows={who.workplaces.map(({ id, name, roles }) => ({
            label: name,
            value: roleList(roles),
            note: id === who.workplace?.id && who.workplaces.length > 1 ? "You act for them now." : undefined,
          }))}
        />
        {who.workplaces.length === 0 && (
          <p>
            You have no organisation here yet. <TextLink href="/join/organisation">Add yours</TextLink>, or ask a
            colleague to invite you.
          </p>
        )}
        {who.workplace && (
          <p className="flex flex-wrap gap-x-6 gap-y-2">
            <TextLink href="/people">See your colleagues</TextLink>
            <TextLink href="/searches">Your saved searches</TextLink>
          </p>
        )}
      </Section>
      <Section title="Where you are signed in">
        <DataTable
          caption="Sessions"
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            { label: "Signed in", cell: ({ createdAt }) => <Moment at={createdAt} /> },
            { label: "Ends", cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
            {
              label: "Which",
              cell: ({ id }) => (id === who.sessionId ? <Tag tone="good">This one</Tag> : "Another device or window"),
            },
          ]}
        />
        {sessions.length > 1 && (
          <div className="mt-6">
            <Form action={endOthers} label="End other sessions">
              <div>
                <Submit kind="secondary">End all other sessions</Submit>
              </div>
            </Form>
          </div>
        )}
      </Section>
    </>
  );
}
