import "server-only";
import { system } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { keepMatches } from "./commands/keep";
import { answersOf, type Due, listDue } from "./queries";
import { MOST_MATCHES } from "./rules";

/** What was done: searches asked again, and services told of. */
export type Kept = { asked: number; told: number };

/**
 * Asks every saved search again that has not been asked since the London day began, each as its owner may ask, and tells the
 * owners what is new. Several processes may do it at once: each search is written down once, and told of once.
 */
export async function keepSavedSearches(now = pretendedNow() ?? new Date()): Promise<Kept> {
  const kept = { asked: 0, told: 0 };
  for (let after: string | null | undefined; after !== null; ) {
    const { due, last } = await listDue(system, { now, after });
    for (const one of due) {
      const told = await ask(one);
      if (told !== null) kept.asked += 1;
      kept.told += told ?? 0;
    }
    after = last;
  }
  return kept;
}

/** Takes stock of a search that was saved just now, so that whatever is published later is news. */
export async function takeStock(searchId: string): Promise<void> {
  const { due } = await listDue(system, { now: pretendedNow() ?? new Date(), only: searchId });
  for (const one of due) await ask(one);
}

/** How many services were told of; null when nothing was written down, because another process was first or it is too wide. */
async function ask({ id, query, askedAt, owner }: Due): Promise<number | null> {
  // What was too wide an hour ago is only counted, not read, until it is narrower.
  if (askedAt === null && (await answersOf(owner, query, 1)).total > MOST_MATCHES) return null;
  const { total, results } = await answersOf(owner, query, MOST_MATCHES);
  const serviceIds = total > MOST_MATCHES ? null : results.map((service) => service.id);
  const kept = await keepMatches(system, { searchId: id, askedAt, serviceIds });
  return kept.ok && serviceIds ? kept.value.told : null;
}
