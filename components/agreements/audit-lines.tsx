import { TextLink } from "@/components/ui/button";
import { Tag } from "@/components/ui/status";
import { DataTable } from "@/components/ui/table";
import { Moment } from "@/components/ui/value";
import type { HistoryLine } from "@/lib/core/history";
import { eventSentence, subjectName } from "@/lib/openness/event-words";

type Props = {
  lines: readonly HistoryLine[];
  caption: string /** Whether each line names its record. */;
  naming?: boolean;
};

/** Lines of the audit as an auditor reads them: what, who, when, the facts that were kept, and where each is sealed. */
export function AuditLines({ lines, caption, naming = false }: Props) {
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { label: "When", cell: ({ at }) => <Moment at={at} /> },
        {
          label: "What",
          heads: true,
          cell: ({ event }) => (
            <>
              {eventSentence(event)}
              <span className="block text-small font-normal text-muted">{event}</span>
            </>
          ),
        },
        ...(naming
          ? [
              {
                label: "Record",
                cell: ({ subject, subjectId }: HistoryLine) => (
                  <TextLink href={`/history/${subject}/${subjectId}`}>{subjectName(subject)}</TextLink>
                ),
              },
            ]
          : []),
        {
          label: "Who",
          cell: ({ actorKind, person, organisation }) =>
            actorKind === "system" ? "The clock" : [person, organisation].filter(Boolean).join(", "),
        },
        { label: "Facts kept", cell: ({ detail }) => <Kept detail={detail} /> },
        {
          label: "Chain",
          cell: ({ position }) =>
            position === null ? (
              <Tag tone="wait">Not yet sealed</Tag>
            ) : (
              <span className="tabular-nums">Sealed at {String(position)}</span>
            ),
        },
      ]}
    />
  );
}

/** Ids, states and amounts, as they were written. */
function Kept({ detail }: { detail: unknown }) {
  if (typeof detail !== "object" || detail === null) return null;
  const entries = Object.entries(detail);
  if (entries.length === 0) return <span className="text-muted">None</span>;
  return (
    <ul className="text-small">
      {entries.map(([name, value]) => (
        <li key={name} className="break-all">
          {name}: {typeof value === "object" ? JSON.stringify(value) : String(value)}
        </li>
      ))}
    </ul>
  );
}
