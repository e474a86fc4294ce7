import { exportHistory } from "@/lib/core/history/history";
import { csv, csvResponse } from "@/lib/core/values/csv";
import { eventSentence } from "@/lib/openness/event-words";
import { historyFilter, requireAuditor } from "../reader";

/** Lines of the history as a file, with the same filters and to the same readers. */
export async function GET(request: Request) {
  const actor = await requireAuditor();
  const filter = historyFilter(Object.fromEntries(new URL(request.url).searchParams));
  const lines = await exportHistory(actor, filter);
  const text = csv(
    [
      { header: "When (UTC)", value: ({ at }) => at.toISOString() },
      { header: "Event", value: ({ event }) => event },
      { header: "What", value: ({ event }) => eventSentence(event) },
      { header: "Record", value: ({ subject }) => subject },
      { header: "Record id", value: ({ subjectId }) => subjectId },
      { header: "Person", value: ({ person }) => person },
      { header: "Organisation", value: ({ organisation }) => organisation },
      { header: "Facts kept", value: ({ detail }) => JSON.stringify(detail) },
      { header: "Sealed at", value: ({ position }) => position },
    ],
    lines,
  );
  return csvResponse("history.csv", text);
}
