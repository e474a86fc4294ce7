import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { type Column, DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import { count } from "@/lib/core/values/format";
import type { QueuedApplication } from "@/lib/register/application/decision/queries/queue";
import { stateWords } from "@/lib/register/application/words";

const columns: Column<QueuedApplication>[] = [
  {
    label: "Organisation",
    heads: true,
    cell: ({ id, organisation, reference }) => (
      <>
        <TextLink href={`/steward/applications/${id}`}>{organisation.name}</TextLink>
        <br />
        <span className="whitespace-nowrap text-small font-normal text-muted">{reference}</span>
      </>
    ),
  },
  { label: "Parts", cell: ({ parts }) => parts.map(({ part }) => part.number).join(", ") },
  { label: "Age", numeric: true, cell: ({ age }) => age },
  {
    label: "Due",
    cell: ({ dueOn, late }) =>
      dueOn && (
        <span className="inline-flex flex-wrap items-center gap-2">
          <Day on={dueOn.toISOString()} />
          {late > 0 && <Tag tone="bad">Late by {count(late, "working day")}</Tag>}
        </span>
      ),
  },
  { label: "Who has it", cell: ({ assessor }) => assessor ?? <span className="text-muted">Nobody yet</span> },
  { label: "Standing", cell: ({ state }) => <Tag tone={stateWords[state].tone}>{stateWords[state].label}</Tag> },
];

/** Applications as a steward works through them, the soonest due first. */
export function QueueTable({ rows, caption }: { rows: QueuedApplication[]; caption: string }) {
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
