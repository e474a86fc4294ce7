import { DataTable } from "@/components/ui/table";
import { Day } from "@/components/ui/value";
import type { Deadline } from "@/lib/calloff/before/timetable/deadlines";
import { time } from "@/lib/core/values/format";

type Props = { deadlines: readonly Deadline[] /** Where a rule is written. */; source: (ruleCode: string) => string };

/** Every date of a call-off in order, with why it is that day and where that is written. */
export function DeadlineTable({ deadlines, source }: Props) {
  return (
    <DataTable
      caption="Every date, and why it is that day"
      columns={[
        { label: "What", cell: ({ label }) => label },
        {
          label: "When",
          cell: ({ on, at }) => (
            <>
              <Day on={on} />
              {at && ` at ${time(at)}`}
            </>
          ),
        },
        { label: "Why", cell: ({ why }) => why },
        { label: "Rule", cell: ({ ruleCode }) => (ruleCode ? source(ruleCode) : "Our own plan") },
      ]}
      rows={deadlines}
      rowKey={({ key }) => key}
    />
  );
}
