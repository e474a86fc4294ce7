import { EmptyState } from "@/components/ui/message";
import { Facts } from "@/components/ui/summary";
import { Day, Moment } from "@/components/ui/value";
import type { CallOffFile } from "@/lib/calloff/record/queries/find";

/** The dates that people look for, planned or passed. */
export function KeyDates({ callOff }: { callOff: CallOffFile }) {
  const { publishOn, publishedAt, clarifyUntil, closesAt, decideOn, standstillEndsOn, startsOn } = callOff;
  if (!publishOn && !publishedAt && !closesAt)
    return <EmptyState title="No dates yet">Say in the timetable when it is published and when it closes.</EmptyState>;
  return (
    <Facts
      facts={[
        ...(publishedAt
          ? [{ label: "Published", value: <Moment at={publishedAt} /> }]
          : publishOn
            ? [{ label: "To be published", value: <Day on={publishOn.toISOString()} /> }]
            : []),
        ...(clarifyUntil ? [{ label: "Questions end", value: <Moment at={clarifyUntil} /> }] : []),
        ...(closesAt ? [{ label: "Tenders close", value: <Moment at={closesAt} /> }] : []),
        ...(decideOn ? [{ label: "Decision planned", value: <Day on={decideOn.toISOString()} /> }] : []),
        ...(standstillEndsOn ? [{ label: "Standstill ends", value: <Day on={standstillEndsOn.toISOString()} /> }] : []),
        ...(startsOn ? [{ label: "Service starts", value: <Day on={startsOn.toISOString()} /> }] : []),
      ]}
    />
  );
}
