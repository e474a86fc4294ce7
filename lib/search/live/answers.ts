import { toQuery } from "../address";
import type { Answer, Ask } from "../ask";
import { writeCursor } from "../cursor";

const KEPT = 300;

/** An answer that is worth keeping: a page, and not an export. */
const MOST_KEPT = 100;

/**
 * The answers that were given at one generation, by what was asked: the same question has the same answer until the
 * register changes. Nobody may change an answer that they were given.
 */
export function openAnswers() {
  let at = -1;
  let kept = new Map<string, Answer>();
  const forget = () => kept.clear();
  const remember = (ask: Ask, generation: number, work: () => Omit<Answer, "generation">): Answer => {
    if (generation !== at) [at, kept] = [generation, new Map()];
    if (ask.take > MOST_KEPT) return { generation, ...work() };
    const key = keyOf(ask);
    const answer = kept.get(key) ?? { generation, ...work() };
    // Taken out and put in again, so that those asked for longest ago stand first, and go first.
    kept.delete(key);
    kept.set(key, answer);
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
    return answer;
  };
  return { remember, forget };
}

/** All that decides an answer beside the register. What is counted in places follows from the place and from the lists of the day. */
function keyOf({ criteria, understood, order, orderDay, day, cursor, take, facets, counted, heat }: Ask): string {
  const where = cursor ? writeCursor(cursor) : "";
  return [toQuery(criteria), understood?.query, order, orderDay, day, where, take, facets, counted.length, heat].join(
    "\n",
  );
}
