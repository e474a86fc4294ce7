import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { reference } from "@/lib/reference/queries";
import { toQuery, without } from "../address";
import { type Cursor, writeCursor } from "../cursor";
import { type Facet, query } from "../filters";
import { maySeePrices } from "../policy";
import { orderOf, why } from "../rules";
import { type Criteria, type CriterionName, everything, type Remark, type Sort } from "../schema";
import { type Answer, placesStatement, searchStatement, widerStatement } from "../statement";
import { problemWords } from "../words";
import { type Row, rowsOf } from "./listings";

export const MOST_EXPORTED = 5_000;
const AT_ONCE = 500;

/** A result: the service, and why it is here. */
export type Result = Row & { why: string[] };

/** How many results each choice would give, with every filter but the choice's own kind. */
export type FacetCounts = Record<Facet, Record<string, number>>;

export type Page = {
  /** What was searched for: as asked, without what this actor may not ask. */
  criteria: Criteria;
  remarks: Remark[];
  order: Sort;
  total: number;
  /** The number of the first result on the page, counting from 1. */
  from: number;
  results: Result[];
  facets: FacetCounts;
  /** Cursors of the pages on either side. */
  next: string | null;
  previous: string | null;
};

/**
 * One page of the services that match, their exact total and the facets, in a stated order. `readCursor` needs the order:
 * `orderOf(criteria)`. Whoever may not see prices gets none, and cannot ask by them.
 */
export async function search(actor: Actor, asked: Criteria, cursor: Cursor | null = null): Promise<Page> {
  const { criteria, remarks } = await allowed(actor, asked);
  const { places } = await reference();
  const order = orderOf(criteria);
  const fits = cursor && orderOf(asked) === order ? cursor : null;
  const answer = await answerOf({ criteria, places, order, cursor: fits });
  const found = answer.page ?? [];
  const results = await explained(
    actor,
    criteria,
    found.map(({ id }) => id),
  );
  const before = fits?.towards === "before" ? Math.max(0, answer.preceding - found.length) : answer.preceding;
  const edge = (towards: Cursor["towards"], at: { id: string; key: string } | undefined) =>
    at ? writeCursor({ towards, ...at }) : null;
  return {
    criteria,
    remarks,
    order,
    total: answer.total,
    from: before + 1,
    results,
    facets: facetsOf(answer),
    next: before + found.length < answer.total ? edge("after", found.at(-1)) : null,
    previous: before > 0 ? edge("before", found.at(0)) : null,
  };
}

/** Every result up to 5,000, in the order of the list, for an export. */
export async function listForExport(actor: Actor, asked: Criteria): Promise<Result[]> {
  const { criteria } = await allowed(actor, asked);
  const { places } = await reference();
  const answer = await answerOf({ criteria, places, order: orderOf(criteria), cursor: null, take: MOST_EXPORTED });
  const ids = (answer.page ?? []).map(({ id }) => id);
  const results: Result[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE)
    results.push(...(await explained(actor, criteria, ids.slice(at, at + AT_ONCE))));
  return results;
}

/** What to ask instead when nothing was found, and how many services each would give, the most first. */
export type Wider =
  | { kind: "drop"; name: CriterionName; criteria: Criteria; count: number }
  | { kind: "place"; place: string; criteria: Criteria; count: number };

export async function listWider(actor: Actor, asked: Criteria): Promise<Wider[]> {
  const { criteria } = await allowed(actor, asked);
  const { places } = await reference();
  const outer = criteria.place ? places.ancestors(criteria.place).map(({ code }) => code) : [];
  const [dropped, moved] = await Promise.all([
    isEverything(criteria)
      ? []
      : db.$queryRaw<{ name: CriterionName; count: number }[]>(widerStatement({ criteria, places })),
    outer.length === 0
      ? []
      : db.$queryRaw<{ code: string; count: number }[]>(placesStatement({ criteria, places }, outer)),
  ]);
  const drops = dropped.map(
    ({ name, count }): Wider => ({ kind: "drop", name, criteria: withoutAll(criteria, name), count }),
  );
  const moves = moved
    .filter(({ count }) => count > 0)
    .map(({ code, count }): Wider => ({ kind: "place", place: code, criteria: { ...criteria, place: code }, count }));
  return [
    ...moves.toSorted((one, other) => one.count - other.count),
    ...drops.toSorted((one, other) => other.count - one.count),
  ];
}

/** The criteria as this actor may ask them. */
async function allowed(actor: Actor, asked: Criteria): Promise<{ criteria: Criteria; remarks: Remark[] }> {
  const remarks: Remark[] = [];
  const criteria = { ...asked };
  if (!maySeePrices(actor) && (asked.unit !== null || asked.sort === "price")) {
    remarks.push({ about: "unit", text: problemWords.pricesHidden, could: [] });
    Object.assign(criteria, without(criteria, { name: "unit", value: "" }));
    if (criteria.sort === "price") criteria.sort = null;
  }
  if (criteria.words !== "" && !(await saysSomething(criteria.words))) {
    remarks.push({ about: "words", text: problemWords.commonWords, could: [] });
    Object.assign(criteria, { words: "", sort: criteria.sort === "relevance" ? null : criteria.sort });
  }
  return { criteria, remarks };
}

/** False for words that Postgres would not search by: "the", "and of", a row of dots. */
async function saysSomething(words: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ nodes: number }[]>`select numnode(${query(words)}) as nodes`;
  return (row?.nodes ?? 0) > 0;
}

async function answerOf(asked: Parameters<typeof searchStatement>[0]): Promise<Answer> {
  const [answer] = await db.$queryRaw<Answer[]>(searchStatement(asked));
  return answer ?? { total: 0, preceding: 0, page: null, facets: null };
}

async function explained(actor: Actor, criteria: Criteria, ids: string[]): Promise<Result[]> {
  const [rows, lists] = await Promise.all([rowsOf(actor, ids, { words: criteria.words }), reference()]);
  return rows.map((row) => ({ ...row, why: why(row, criteria, lists) }));
}

function facetsOf({ facets }: Answer): FacetCounts {
  const counts: FacetCounts = { place: {}, category: {}, open: {}, size: {}, setting: {}, vcse: {} };
  for (const { facet, value, count } of facets ?? []) counts[facet][value] = count;
  return counts;
}

const withoutAll = (criteria: Criteria, name: CriterionName): Criteria => ({
  ...without(criteria, { name, value: "" }),
  [name]: everything[name],
});

const isEverything = (criteria: Criteria) => toQuery({ ...criteria, sort: null }).size === 0;
