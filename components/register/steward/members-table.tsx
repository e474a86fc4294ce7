import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { type Column, DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import type { MemberSummary } from "@/lib/register/membership/queries";
import { stateWords } from "@/lib/register/membership/words";

const columns: Column<MemberSummary>[] = [
  {
    label: "Organisation",
    heads: true,
    cell: ({ id, organisation }) => (
      <>
        <TextLink href={`/steward/members/${id}`}>{organisation.name}</TextLink>
        <br />
        <span className="whitespace-nowrap text-small font-normal text-muted">{organisation.reference}</span>
      </>
    ),
  },
  { label: "Part", cell: ({ part }) => `${part.number}. ${part.title}` },
  { label: "Since", cell: ({ since }) => <Day on={since} /> },
  { label: "Next review", cell: ({ reviewDueOn }) => <Day on={reviewDueOn.toISOString()} /> },
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
];

/** Memberships, one row for each part that an organisation is a member of. */
export function MembersTable({ rows }: { rows: MemberSummary[] }) {
  return <DataTable caption="Memberships by organisation" columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
