import { DataTable } from "@/components/ui/table";
import { scoringGuide } from "@/lib/calloff/before/criteria/words";

/** What each score from 0 to 5 means: the same for everyone who writes and everyone who judges. */
export function ScoringGuide() {
  return (
    <DataTable
      caption="What each score means"
      columns={[
        { label: "Score", cell: ({ score }) => score },
        { label: "Called", cell: ({ label }) => label },
        { label: "When", cell: ({ meaning }) => meaning },
      ]}
      rows={scoringGuide}
      rowKey={({ score }) => String(score)}
    />
  );
}
