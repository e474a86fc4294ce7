import { toQuery } from "../address";
import type { Answer, Ask } from "../ask";
import { writeCursor } from "../cursor";

/** How many answers are kept, and how many services stand in them: some 20 MB. */
const [ANSWERS, SERVICES] = [300, 6_000];
/** The longest page that is worth keeping: an export is not. */
const LONGEST = 100;

/**
 * The answers that were given at the newest generation, by what was asked: the same question has the same answer until the
 * register changes, whichever engine gave it. Nobody may change an answer that they were given.
 */
export function openAnswers() {
  let at = -1;
  let services = 0;
  const kept = new Map<string, Answer>();

  /** The answer that was given to this at a generation; null where there is none. */
  const recall = (ask: Ask, generation: number): Answer | null =>
    generation === at ? (kept.get(keyOf(ask)) ?? null) : null;

  /** Keeps an answer, and lets the oldest go. */
  const keep = (ask: Ask, answer: Answer): Answer => {
    if (answer.generation < at || ask.take > LONGEST) return answer;
    if (answer.generation > at) forget();
    at = answer.generation;
    const key = keyOf(ask);
    drop(key);
    kept.set(key, answer);
    services += answer.page.length;
    for (const oldest of kept.keys()) if (kept.size > ANSWERS || services > SERVICES) drop(oldest);
    return answer;
  };

  const drop = (key: string) => {
    services -= kept.get(key)?.page.length ?? 0;
    kept.delete(key);
  };

  const forget = () => {
    [at, services] = [-1, 0];
    kept.clear();
  };
  return { recall, keep, forget };
}

/** All that decides an answer beside the register. What is counted in places follows from the place and from the lists of the day. */
function keyOf({ criteria, understood, order, orderDay, day, cursor, take, facets, counted, heat }: Ask): string {
  const where = cursor ? writeCursor(cursor) : "";
  const all = [toQuery(criteria), understood?.query, order, orderDay, day, where, take, facets, counted.length, heat];
  return all.join("\n");
}
