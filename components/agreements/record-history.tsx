import { Timeline } from "@/components/ui/progress";
import { Moment } from "@/components/ui/value";
import { eventSentence } from "@/lib/openness/event-words";

type Line = {
  id: string;
  at: Date;
  event: string;
  actorKind: string;
  person: string | null;
  organisationId: string | null;
  organisation: string | null;
  position: bigint | null;
};

/** What has happened to a record, newest first: each line as it stands in the audit. `own` is whose people are named beside their organisation; null names everybody's. */
export function RecordHistory({ lines, own }: { lines: readonly Line[]; own: string | null }) {
  return (
    <Timeline
      label="What has happened"
      entries={lines.toReversed().map(({ id, at, event, actorKind, person, organisationId, organisation }) => ({
        id,
        what: eventSentence(event),
        when: <Moment at={at} />,
        who:
          actorKind === "system"
            ? "the clock"
            : (organisationId === own || own === null) && person
              ? `${person}, ${organisation ?? ""}`
              : organisation,
      }))}
    />
  );
}
