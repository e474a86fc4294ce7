import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { fromQuery } from "../../address";
import { type Cursor, readCursor } from "../../cursor";
import { orderOf } from "../../order";
import { maySeePrices } from "../../policy";
import { type Page, type Result, search, searchDay } from "../../queries/search";
import { readCriteria } from "../../schema";
import { visibleTo } from "../policy";
import { keptOf } from "../rules";
import { MOST_ENTRIES } from "../schema";
import type { standingWords } from "../words";

export type Standing = keyof typeof standingWords;
/** A result of the list's question today, and what became of it on the list. */
export type Again = Result & { standing: Standing; reason: string | null };

/**
 * How many the list's question finds now, how many of those stand on the list (null where there are more than 1,000 to look
 * through), and the state of the register that was asked.
 */
export type Recount = { total: number; onList: number | null; generation: number };

const wanted = {
  id: true,
  reference: true,
  name: true,
  criteria: true,
  entries: { select: { serviceId: true, droppedAt: true, dropReason: true }, take: MOST_ENTRIES },
} as const;

const findList = (actor: Actor, id: string) =>
  isId(id) && maySeePrices(actor)
    ? db.shortlist.findFirst({ where: { id, AND: visibleTo(actor) }, select: wanted })
    : null;

/**
 * One page of what the question of a list finds now, each with what became of it there. Null for whoever may not see the
 * list, and for whoever may not see prices: they would be asking another question.
 */
export async function askAgain(
  actor: Actor,
  id: string,
  at?: string | string[],
): Promise<{
  list: { id: string; reference: string; name: string; query: string };
  page: Omit<Page, "results">;
  results: Again[];
} | null> {
  const list = await findList(actor, id);
  if (!list) return null;
  const { criteria } = readCriteria(fromQuery(keptOf(list).query), await reference());
  const cursor: Cursor | null = readCursor(at, orderOf(criteria), searchDay());
  const { results, ...page } = await search(actor, criteria, { cursor, facets: [] });
  const entries = new Map(list.entries.map((entry) => [entry.serviceId, entry]));
  return {
    list: { id: list.id, reference: list.reference, name: list.name, query: keptOf(list).query },
    page,
    results: results.map((result) => {
      const entry = entries.get(result.id);
      const standing = entry ? (entry.droppedAt ? "dropped" : "kept") : "missing";
      return { ...result, standing, reason: entry?.dropReason ?? null };
    }),
  };
}

const MOST_COUNTED = 1_000;

/** How many the question of a list finds now, and how many of those are on it; null for whoever may not ask it. */
export async function recount(actor: Actor, id: string): Promise<Recount | null> {
  const list = await findList(actor, id);
  if (!list) return null;
  const { criteria } = readCriteria(fromQuery(keptOf(list).query), await reference());
  const { total, generation } = await search(actor, criteria, { take: 1, facets: [] });
  if (total > MOST_COUNTED) return { total, onList: null, generation };
  const all = await search(actor, criteria, { take: MOST_COUNTED, facets: [] });
  const here = new Set(list.entries.map(({ serviceId }) => serviceId));
  const onList = all.results.filter((result) => here.has(result.id)).length;
  return { total: all.total, onList, generation: all.generation };
}
