"use client";

import type { Row } from "@/lib/search/finding/rows";
import { listWords } from "@/lib/search/finding/words";

type Props = {
  rows: Row[];
  /** Where a service is read; its reference follows. */
  to: string;
  /** Whether services can be ticked and set side by side. */
  compare: boolean;
  /** Where a service is put on a shortlist, before its reference; none for whoever keeps none. */
  add: string | null;
  /** The question, as an address holds it: a comparison shows it and leads back. */
  from: string;
};

/** What was found, each with why it is here. It is drawn from plain words, so that a page carries each of them and no markup twice. */
export function ResultRows({ rows, to, compare, add, from }: Props) {
  const list = (
    <ol aria-label={listWords.found}>
      {rows.map(({ reference, title, open, mark, under, facts, why }) => (
        <li key={reference}>
          <h3>
            <a href={to + reference}>{title}</a> {open && <b>{open}</b>} {mark && <i>{mark}</i>}
          </h3>
          <p>{under}</p>
          <p>{facts}</p>
          {why && <p>{why}</p>}
          {compare && (
            <span>
              <label>
                <input
                  type="checkbox"
                  name="s"
                  value={reference}
                  className="tick"
                  aria-label={`${listWords.compare} ${title}`}
                />
                {listWords.compare}
              </label>
              {add && (
                <a href={add + reference} aria-label={`${listWords.add}: ${title}`}>
                  {listWords.add}
                </a>
              )}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
  if (!compare) return list;
  return (
    <form action="/compare">
      {from !== "" && <input type="hidden" name="from" value={from} />}
      {list}
      <button type="submit" className="button border-act bg-paper text-act hover:bg-act-wash">
        {listWords.compareAll}
      </button>
    </form>
  );
}
