import { RecordHistory } from "@/components/agreements/record-history";
import { Details } from "@/components/ui/page";
import type { HistoryLine } from "@/lib/core/history/history";
import { count } from "@/lib/core/values/format";

const NEWEST = 10;

/** What has happened to a call-off: the newest at once, and all that came before behind one press. */
export function CallOffHistory({ lines, own }: { lines: readonly HistoryLine[]; own: string | null }) {
  const earlier = lines.slice(0, -NEWEST);
  return (
    <>
      <RecordHistory lines={lines.slice(-NEWEST)} own={own} />
      {earlier.length > 0 && (
        <div className="mt-4">
          <Details summary={`${count(earlier.length, "earlier entry", "earlier entries")}`}>
            <RecordHistory lines={earlier} own={own} />
          </Details>
        </div>
      )}
    </>
  );
}
