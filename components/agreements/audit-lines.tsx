import { TextLink } from "@/components/ui/button";
import { Details } from "@/components/ui/page";
import { Timeline } from "@/components/ui/progress";
import { Tag } from "@/components/ui/status";
import { Facts } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import type { HistoryLine } from "@/lib/core/history/history";
import { eventVerb, subjectName } from "@/lib/openness/event-words";

type Props = {
  lines: readonly HistoryLine[];
  label: string /** Whether each line leads to its record. */;
  naming?: boolean;
};

/** Lines of the audit as an auditor reads them: what, who, when, where each is sealed, and the facts that were kept. */
export function AuditLines({ lines, label, naming = false }: Props) {
  return (
    <Timeline
      label={label}
      entries={lines.map((line) => ({
        id: line.id,
        what: (
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>
              {naming ? (
                <TextLink href={`/history/${line.subject}/${line.subjectId}`}>{subjectName(line.subject)}</TextLink>
              ) : (
                subjectName(line.subject)
              )}
              : {eventVerb(line.event)}
            </span>
            {line.position === null ? (
              <Tag tone="wait">Not yet sealed</Tag>
            ) : (
              <span className="text-small font-normal text-muted tabular-nums">Sealed at {String(line.position)}</span>
            )}
          </span>
        ),
        when: <Moment at={line.at} />,
        who: line.actorKind === "system" ? "the clock" : [line.person, line.organisation].filter(Boolean).join(", "),
        more: (
          <Details summary="What was kept">
            <Facts
              facts={[
                { label: "Event", value: line.event },
                { label: "Record", value: line.subjectId },
                ...keptOf(line.detail),
              ]}
            />
          </Details>
        ),
      }))}
    />
  );
}

/** Ids, states and amounts, as they were written. */
function keptOf(detail: unknown): { label: string; value: string }[] {
  if (typeof detail !== "object" || detail === null) return [];
  return Object.entries(detail).map(([label, value]) => ({
    label,
    value: typeof value === "object" ? JSON.stringify(value) : String(value),
  }));
}
