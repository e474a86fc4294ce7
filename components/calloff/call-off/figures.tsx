import { Stat, Stats } from "@/components/ui/status";
import type { CallOffCounts } from "@/lib/calloff/record/queries/find";
import { whole } from "@/lib/core/values/format";

/** How a published call-off does, in numbers. What a tender says stays sealed; how many there are does not. */
export function Figures({ counts }: { counts: CallOffCounts }) {
  const { invited, intend, declined, tenders, questions, unanswered } = counts;
  return (
    <Stats>
      <Stat label="Tenders" value={whole(tenders)} compare={`${whole(intend)} said that they would`} />
      <Stat
        label="Invited"
        value={whole(invited)}
        compare={declined === 0 ? "None declined" : `${whole(declined)} declined, with a reason`}
      />
      <Stat
        label="Questions"
        value={whole(questions)}
        compare={
          questions === 0 ? "Nobody has asked" : unanswered > 0 ? `${whole(unanswered)} to answer` : "All answered"
        }
      />
    </Stats>
  );
}
