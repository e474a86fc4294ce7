import { count, whole } from "@/lib/core/values/format";
import { hrefOf } from "@/lib/search/address";
import { findWords } from "@/lib/search/finding/words";
import type { Page } from "@/lib/search/queries/search";

type Props = { page: Pick<Page, "criteria" | "from" | "total" | "results" | "previous" | "next" | "heat"> };

/** Which results these are, the way to those on either side, and all of them as a file. */
export function PageTurns({ page: { criteria, from, total, results, previous, next, heat } }: Props) {
  return (
    <nav aria-label="Pages" className="turns no-print">
      {!heat && (
        <p>
          {total > results.length && `${whole(from)} to ${whole(from + results.length - 1)} of `}
          {count(total, "service")}
        </p>
      )}
      {!heat && previous && <a href={hrefOf("/find", criteria, { at: previous })}>{findWords.previous}</a>}
      {!heat && next && <a href={hrefOf("/find", criteria, { at: next })}>{findWords.next}</a>}
      <a href={hrefOf("/find/csv", criteria)} download>
        {findWords.csv}
      </a>
    </nav>
  );
}
