import { hrefOf } from "@/lib/search/address";
import { findWords } from "@/lib/search/finding/words";
import type { Page } from "@/lib/search/queries/search";
import type { Criteria } from "@/lib/search/schema";

/** What was searched for in place of what was typed, and the way to what was typed. */
export function Mended({ mended, criteria }: { mended: Page["mended"]; criteria: Criteria }) {
  if (!mended) return null;
  return (
    <p className="mb-4">
      {findWords.showing} <b>{mended.shown}</b>. {findWords.instead}{" "}
      <a href={hrefOf("/find", { ...criteria, words: mended.typed, exact: true })}>{mended.typed}</a>
    </p>
  );
}
