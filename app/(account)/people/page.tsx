import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Form, HiddenFields } from "@/components/form/form";
import { Submit } from "@/components/form/submit";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/message";
import { PageHeader, Section, VisuallyHidden } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { DataTable, Pagination } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { may } from "@/lib/identity/policy";
import { findOrganisation, listInvitations, listSeats, type Seated } from "@/lib/identity/queries";
import { pageOf } from "@/lib/identity/rules";
import { requireMember } from "@/lib/identity/session";
import { peopleDone, roleList } from "@/lib/identity/words";
import { withdraw } from "./actions";

export const metadata: Metadata = { title: "People" };

type Props = { searchParams: Promise<{ organisation?: string; page?: string; done?: string }> };

export default async function PeoplePage({ searchParams }: Props) {
  const { organisation = "", page: asked, done } = await searchParams;
  const actor = await requireMember();
  const place = (await findOrganisation(actor, organisation || actor.organisationId)) ?? notFound();
  const page = pageOf(asked);
  const [{ people, total }, offers] = await Promise.all([
    listSeats(actor, place.id, page),
    listInvitations(actor, place.id),
  ]);
  if (total === 0 && place.id !== actor.organisationId && actor.kind !== "steward") notFound();
  const at = { organisationId: place.id, kind: place.kind };
  const link = (path: string) => `/people${path}?${new URLSearchParams({ organisation: place.id })}`;
  const said = peopleDone(done);

  return (
    <>
      <PageHeader
        title="People"
        caption={place.name}
        lead="Everyone who acts for this organisation here, and what they may do."
        action={may.invite(actor, at) && <ButtonLink href={link("/invite")}>Invite somebody</ButtonLink>}
      />
      {said && <Notice tone="good" title={said} />}
      <DataTable
        caption="People with a seat"
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          { label: "Name", cell: (who) => <Who {...who} href={link(`/${who.id}`)} /> },
          { label: "Roles", cell: ({ roles }) => roleList(roles) },
          { label: "Here since", cell: ({ since }) => <Day on={since} /> },
          { label: "Second step", cell: ({ factor }) => (factor?.confirmedAt ? "Set up" : "Not set up") },
        ]}
        empty={<p>Nobody has a seat here yet. Those invited are below.</p>}
      />
      <Pagination
        page={page}
        total={total}
        of={["person", "people"]}
        href={(to) => `/people?${new URLSearchParams({ organisation: place.id, page: String(to) })}`}
      />
      {offers.length > 0 && (
        <Section title="Invited, not here yet">
          <DataTable
            caption="Open invitations"
            rows={offers}
            rowKey={({ email }) => email}
            columns={[
              { label: "Email address", cell: ({ email }) => email },
              { label: "Roles", cell: ({ roles }) => roleList(roles) },
              { label: "Open until", cell: ({ expiresAt }) => <Day on={expiresAt} /> },
              ...(may.withdrawInvitation(actor, at)
                ? [
                    {
                      label: "Change",
                      cell: ({ email }: { email: string }) => <Withdraw at={place.id} email={email} />,
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      )}
    </>
  );
}

function Who({ name, email, disabledAt, href }: Seated & { href: string }) {
  return (
    <>
      <TextLink href={href}>{name || email}</TextLink>
      {name && <span className="block text-small font-normal text-muted">{email}</span>}
      {disabledAt && <Tag tone="bad">Account stopped</Tag>}
    </>
  );
}

function Withdraw({ at, email }: { at: string; email: string }) {
  return (
    <Form action={withdraw} label={`Withdraw the invitation to ${email}`}>
      <HiddenFields values={{ organisationId: at, email }} />
      <div>
        <Submit kind="quiet">
          Withdraw<VisuallyHidden> the invitation to {email}</VisuallyHidden>
        </Submit>
      </div>
    </Form>
  );
}
