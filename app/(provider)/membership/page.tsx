import type { Metadata } from "next";
import { ButtonLink, TextLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/message";
import { PageHeader } from "@/components/ui/page";
import { Tag } from "@/components/ui/status";
import { type Column, DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { requireMember } from "@/lib/identity/session";
import { listOwnMemberships, type OwnMembership } from "@/lib/register/membership/queries";
import { stateWords } from "@/lib/register/membership/words";

export const metadata: Metadata = { title: "Your membership" };

const columns: Column<OwnMembership>[] = [
  {
    label: "Part",
    heads: true,
    cell: ({ id, part }) => <TextLink href={`/membership/${id}`}>{`${part.number}. ${part.title}`}</TextLink>,
  },
  {
    label: "Standing",
    cell: ({ state, endsOn }) => (
      <>
        <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag>
        {endsOn && (
          <span className="mt-1 block text-small text-muted">
            until <Day on={endsOn.toISOString()} />
          </span>
        )}
      </>
    ),
  },
  { label: "Since", cell: ({ since }) => <Day on={since} /> },
  { label: "Next review", cell: ({ reviewDueOn }) => <Day on={reviewDueOn.toISOString()} /> },
  { label: "Services", numeric: true, cell: ({ services }) => services.length },
];

export default async function MembershipPage() {
  const actor = await requireMember("provider");
  const memberships = await listOwnMemberships(actor);

  return (
    <>
      <PageHeader
        title="Your membership"
        lead={<p>Each part that you belong to, how you stand in it, and when we look at it again.</p>}
        action={<ButtonLink href="/apply">Your application</ButtonLink>}
      />
      {memberships.length > 0 ? (
        <DataTable caption="Parts that you belong to" columns={columns} rows={memberships} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="You are not a member yet" action={<ButtonLink href="/apply">Apply to join</ButtonLink>}>
          <p>Membership begins as soon as an application is admitted. You can apply on any day.</p>
        </EmptyState>
      )}
    </>
  );
}
