import { type CriterionLine, without } from "@/lib/search/address";
import { findHref, type View } from "@/lib/search/finding/view";
import { findWords } from "@/lib/search/finding/words";
import type { Criteria } from "@/lib/search/schema";

type Props = { lines: CriterionLine[]; criteria: Criteria; view: Pick<View, "shown"> };

/** What is asked, each with its way off; on paper, the question. */
export function AskedChips({ lines, criteria, view }: Props) {
  if (lines.length === 0) return null;
  return (
    <>
      <p className="hidden print:block">
        {findWords.asked}
        {lines.map(({ label }) => label).join(". ")}
      </p>
      <ul className="chips no-print" aria-label={findWords.inUse}>
        {lines.map((line) => (
          <li key={line.label}>
            <a href={findHref(without(criteria, line), view)}>
              <span className="sr-only">{findWords.remove}</span>
              {line.label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
