import { Tag } from "@/components/ui/status";
import { SummaryList } from "@/components/ui/summary";
import { Moment } from "@/components/ui/value";
import type { Cell } from "@/lib/calloff/decide/scoring/queries/scores";
import { spreadOf } from "@/lib/calloff/decide/scoring/rules";

/** What each evaluator gave one answer and why, and every version of what was agreed. */
export function GivenScores({ scores, wide, versions }: Cell) {
  return (
    <div className="mb-6 grid gap-4">
      {wide && (
        <p>
          <Tag tone="wait">{`${spreadOf(scores.map(({ score }) => score))} apart`}</Tag>{" "}
          {versions.length === 0 && "Talk about it before you write the consensus, and say what settled it."}
        </p>
      )}
      {scores.length === 0 && <p className="text-muted">There are no scores to see yet.</p>}
      {scores.length > 0 && (
        <SummaryList
          rows={scores.map(({ name, score, reason }) => ({
            label: `${name}: ${score}`,
            value: <span className="whitespace-pre-line">{reason}</span>,
          }))}
        />
      )}
      {versions.length > 0 && (
        <SummaryList
          rows={versions.map(({ version, score, reason, changedFor, at }) => ({
            label: `Agreed: ${score}${versions.length > 1 ? ` (version ${version})` : ""}`,
            value: (
              <span className="grid gap-1">
                <span className="whitespace-pre-line">{reason}</span>
                {changedFor && <span>Changed because: {changedFor}</span>}
                <span className="text-muted">
                  <Moment at={at} />
                </span>
              </span>
            ),
          }))}
        />
      )}
    </div>
  );
}
