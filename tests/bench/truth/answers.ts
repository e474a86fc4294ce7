import type { Actor } from "@/lib/core/actor";
import { canonical } from "@/lib/core/values/canonical";
import { type Answer, type Ask, type Engine, facets as everyFacet, type Facet } from "@/lib/search/ask";
import type { Cursor } from "@/lib/search/cursor";
import { orderOf } from "@/lib/search/order";
import { maySeePrices } from "@/lib/search/policy";
import { readAsked } from "@/lib/search/queries/search";
import { countedPlaces } from "@/lib/search/reach";
import type { Criteria } from "@/lib/search/schema";

export const TAKE = 20;
/** How many pages a patient reader turns before the deep page that is asked for. */
export const DEEP = 3;

/** A question for an engine as the application puts it: the first page, with every count that this actor may see. */
export async function askOf(actor: Actor, criteria: Criteria, more: Partial<Ask> = {}): Promise<Ask> {
  const { question, lists } = await readAsked(actor, criteria);
  return {
    ...question,
    order: orderOf(question.criteria),
    orderDay: question.day,
    cursor: null,
    take: TAKE,
    facets: everyFacet.filter((facet) => facet !== "unit" || maySeePrices(actor)),
    counted: countedPlaces(question.criteria, lists.places),
    heat: false,
    ...more,
  };
}

/** A place in an answer, to read on from or back from; null where it has no such service. */
export function cursorAt(ask: Ask, answer: Answer, at: number, towards: Cursor["towards"]): Cursor | null {
  const hit = answer.page[at];
  return hit ? { towards, order: ask.order, day: ask.orderDay, key: hit.key, turn: hit.turn, id: hit.card.id } : null;
}

/** The first pages in one, the page that follows them, and the way back from there: what a question is compared by. */
export async function pagesOf(engine: Engine, first: Ask): Promise<{ ask: Ask; answer: Answer }[]> {
  const wide = { ...first, take: TAKE * DEEP, heat: true };
  const answer = await engine.answer(wide);
  const after = cursorAt(wide, answer, wide.take - 1, "after");
  if (!after) return [{ ask: wide, answer }];
  const deep = { ...first, cursor: after };
  const deeper = await engine.answer(deep);
  const before = cursorAt(deep, deeper, 0, "before");
  if (!before) return [{ ask: wide, answer }];
  const back = { ...first, cursor: before, facets: [] satisfies Facet[] };
  return [
    { ask: wide, answer },
    { ask: deep, answer: deeper },
    { ask: back, answer: await engine.answer(back) },
  ];
}

/** All that an answer says, in one text; which engine gave it does not show. */
export const wordOf = ({ total, preceding, page, facets, heat }: Answer): string =>
  canonical({
    total,
    preceding,
    page: page.map(({ key, turn, card, parts }) => ({ key, turn, card: card.id, parts })),
    facets,
    heat,
  });

/** Where two answers differ, in a few words. */
export function difference(one: Answer, other: Answer): string {
  if (one.total !== other.total) return `totals of ${one.total} and ${other.total}`;
  if (one.preceding !== other.preceding) return `${one.preceding} and ${other.preceding} stand before`;
  const at = one.page.findIndex((hit, index) => hit.card.id !== other.page[index]?.card.id);
  if (at >= 0 || one.page.length !== other.page.length)
    return `result ${at + 1} is ${one.page[at]?.card.reference} and ${other.page[at]?.card.reference}`;
  const facet = everyFacet.find((each) => canonical(one.facets[each]) !== canonical(other.facets[each]));
  if (facet)
    return `facet ${facet}: ${canonical(one.facets[facet])} and ${canonical(other.facets[facet])}`.slice(0, 300);
  return canonical(one.heat) === canonical(other.heat) ? "the parts that words were found in" : "the heat";
}
