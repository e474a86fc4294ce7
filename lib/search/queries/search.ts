import "server-only";
import type { Actor } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import type { Reference } from "@/lib/reference/snapshot";
import { namesAsked, without } from "../address";
import { facets as everyFacet, type Facet, type FacetCounts, type Heat, type Hit, type Question } from "../ask";
import { type Cursor, writeCursor } from "../cursor";
import { mend, namesIn } from "../language/mend";
import { understand } from "../language/understand";
import { engine } from "../live/serving";
import { orderOf } from "../order";
import { maySeePrices } from "../policy";
import { countedPlaces } from "../reach";
import { type Candidate, foundWords, pricesOn, why } from "../rules";
import { type Criteria, type CriterionName, everything, type Remark, type Sort } from "../schema";
import { problemWords } from "../words";

export const PAGE = 25;
export const MOST_EXPORTED = 5_000;

/** A result: what is known of the service, and why it is here. */
export type Result = Candidate & { why: string[] };

export type Page = {
  /** What was searched for: as asked, without what this actor may not ask, its spelling mended where that was done. */
  criteria: Criteria;
  remarks: Remark[];
  /** What was typed and what was searched for in its place, when nothing on the register says what was typed. */
  mended: { typed: string; shown: string } | null;
  order: Sort;
  total: number;
  /** The number of the first result on the page, counting from 1. */
  from: number;
  results: Result[];
  facets: FacetCounts;
  heat: Heat | null;
  /** Cursors of the pages on either side. */
  next: string | null;
  previous: string | null;
  /** The state of the register that was read, and the London day that prices and the day's order are of. */
  generation: number;
  day: string;
};

export type Wanted = { cursor?: Cursor | null; take?: number; facets?: readonly Facet[]; heat?: boolean };

/**
 * One page of the services that match, their exact total and the facets, in a stated order. `readCursor` needs the order:
 * `orderOf(criteria)`. Whoever may not see prices gets none, and cannot ask by them.
 */
export async function search(actor: Actor, asked: Criteria, wanted: Wanted = {}): Promise<Page> {
  const { question, remarks, lists, mended } = await readAsked(actor, asked);
  const { criteria, day } = question;
  const order = orderOf(criteria);
  const cursor = wanted.cursor?.order === order ? wanted.cursor : null;
  const orderDay = cursor?.day ?? day;
  const answer = await (await engine()).answer({
    ...question,
    order,
    orderDay,
    cursor,
    take: wanted.take ?? PAGE,
    facets: (wanted.facets ?? everyFacet).filter((facet) => facet !== "unit" || maySeePrices(actor)),
    counted: countedPlaces(criteria, lists.places),
    heat: wanted.heat ?? false,
  });
  const { page } = answer;
  const before = cursor?.towards === "before" ? Math.max(0, answer.preceding - page.length) : answer.preceding;
  const edge = (towards: Cursor["towards"], at: Hit | undefined) =>
    at ? writeCursor({ towards, order, day: orderDay, key: at.key, turn: at.turn, id: at.card.id }) : null;
  return {
    criteria,
    remarks,
    mended,
    order,
    total: answer.total,
    from: before + 1,
    results: page.map((hit) => shown(actor, hit, question, lists)),
    facets: answer.facets,
    heat: answer.heat,
    next: before + page.length < answer.total ? edge("after", page.at(-1)) : null,
    previous: before > 0 ? edge("before", page.at(0)) : null,
    generation: answer.generation,
    day,
  };
}

/** Every result up to 5,000, in the order of the list, for an export. */
export async function listForExport(actor: Actor, asked: Criteria): Promise<Result[]> {
  const { results } = await search(actor, asked, { take: MOST_EXPORTED, facets: [] });
  return results;
}

/** What to ask instead when nothing was found, and how many services each would give, the most first. */
export type Wider = Offer & { count: number };
type Offer =
  | { kind: "drop"; name: CriterionName; criteria: Criteria }
  | { kind: "place"; place: string; criteria: Criteria };

export async function listWider(actor: Actor, asked: Criteria): Promise<Wider[]> {
  const { question, lists } = await readAsked(actor, asked);
  const { criteria } = question;
  const outer = criteria.place ? lists.places.ancestors(criteria.place).map(({ code }) => code) : [];
  const offers = [
    ...outer.map((place): Offer => ({ kind: "place", place, criteria: { ...criteria, place } })),
    ...namesAsked(criteria).map((name): Offer => ({ kind: "drop", name, criteria: withoutAll(criteria, name) })),
  ];
  const counts = await (await engine()).count(
    offers.map((offer) => ({
      ...question,
      criteria: offer.criteria,
      understood: offer.criteria.words === "" ? null : question.understood,
    })),
  );
  const wider = offers.flatMap((offer, at): Wider[] => {
    const count = counts[at] ?? 0;
    return count > 0 ? [{ ...offer, count }] : [];
  });
  return [
    ...wider.filter(({ kind }) => kind === "place").toSorted((one, other) => one.count - other.count),
    ...wider.filter(({ kind }) => kind === "drop").toSorted((one, other) => other.count - one.count),
  ];
}

/** The London day: the pretended one of a test or of the demo's past, else today. */
export const searchDay = (): string => londonDay(pretendedNow() ?? new Date());

type Read = {
  question: Question;
  remarks: Remark[];
  lists: Reference;
  mended: Page["mended"];
};

/** The question as this actor may ask it, understood. */
export async function readAsked(actor: Actor, asked: Criteria): Promise<Read> {
  const remarks: Remark[] = [];
  const lists = await reference();
  let criteria = { ...asked };
  if (!maySeePrices(actor) && (asked.unit !== null || asked.sort === "price")) {
    remarks.push({ about: "unit", text: problemWords.pricesHidden, could: [] });
    criteria = without(criteria, { name: "unit", value: "" });
    if (criteria.sort === "price") criteria.sort = null;
  }
  const typed = criteria.words;
  let understood = typed === "" ? null : await understand(typed);
  if (typed !== "" && !understood) {
    remarks.push({ about: "words", text: problemWords.commonWords, could: [] });
    criteria = without(criteria, { name: "words", value: "" });
  }
  const shown =
    understood && !criteria.exact
      ? await mend(typed, understood, { engine: await engine(), names: namesIn(lists) })
      : null;
  if (shown !== null) {
    understood = await understand(shown);
    criteria = { ...criteria, words: shown };
  }
  return {
    question: { criteria, understood, day: searchDay(), places: lists.places },
    remarks,
    lists,
    mended: shown === null ? null : { typed, shown },
  };
}

/** A hit as this actor sees it, and why it is here. */
export function shown(
  actor: Actor,
  { card, parts }: Pick<Hit, "card" | "parts">,
  { criteria, understood, day }: Pick<Question, "criteria" | "understood" | "day">,
  lists: Reference,
): Result {
  const row: Candidate = {
    ...card,
    prices: maySeePrices(actor) ? pricesOn(card, day) : null,
    found: understood ? foundWords(understood, parts) : [],
  };
  return { ...row, why: why(row, criteria, lists) };
}

const withoutAll = (criteria: Criteria, name: CriterionName): Criteria => ({
  ...without(criteria, { name, value: "" }),
  [name]: everything[name],
});
