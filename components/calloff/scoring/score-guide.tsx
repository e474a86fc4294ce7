import { Details } from "@/components/ui/page";
import { SummaryList } from "@/components/ui/summary";
import { scoreWords } from "@/lib/calloff/decide/scoring/words";

/** What each score from 0 to 5 means. Open where it is needed at once. */
export function ScoreGuide() {
  return (
    <Details summary="What each score means">
      <SummaryList
        rows={scoreWords.map(({ score, label, meaning }) => ({ label: `${score} ${label}`, value: meaning }))}
      />
    </Details>
  );
}
