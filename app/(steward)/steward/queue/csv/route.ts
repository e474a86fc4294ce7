import { csv, csvResponse } from "@/lib/core/values/csv";
import { dayIso } from "@/lib/core/values/format";
import { listWholeQueue } from "@/lib/register/application/decision/queries/queue";
import { QueueFilter } from "@/lib/register/application/decision/schema";
import { stateWords } from "@/lib/register/application/words";
import { requireReader } from "../../reader";

/** The queue as a file, with the same filters and to the same readers. */
export async function GET(request: Request) {
  const actor = await requireReader();
  const filter = QueueFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const rows = await listWholeQueue(actor, filter);
  const text = csv(
    [
      { header: "Reference", value: ({ reference }) => reference },
      { header: "Organisation", value: ({ organisation }) => organisation.name },
      { header: "Organisation reference", value: ({ organisation }) => organisation.reference },
      { header: "Parts", value: ({ parts }) => parts.map(({ part }) => part.number).join(" ") },
      { header: "Sent", value: ({ submittedAt }) => submittedAt && dayIso(submittedAt) },
      { header: "Age in working days", value: ({ age }) => age },
      { header: "Due", value: ({ dueOn }) => dueOn?.toISOString().slice(0, 10) },
      { header: "Late by working days", value: ({ late }) => late },
      { header: "Value band", value: ({ band }) => band },
      { header: "Who has it", value: ({ assessor }) => assessor },
      { header: "Standing", value: ({ state }) => stateWords[state].label },
    ],
    rows,
  );
  return csvResponse("applications.csv", text);
}
