import { percentile } from "./statistics";

/** One question and its answer; what it gives back is thrown away. It throws when the answer is wrong. */
export type Work = () => Promise<unknown>;

/** Gives one after the other, and begins again: each client takes the next, and each round goes on where the last one ended. */
export function inTurn<T>(items: readonly T[]): () => T {
  let turn = 0;
  return () => {
    const item = items[turn++ % items.length];
    if (item === undefined) throw new RangeError("There is nothing to ask");
    return item;
  };
}

/** What one client, or several, saw in one round. */
export type Seen = { p50: number; p95: number; perSecond: number };

/** Asks, one question after another from each client, until the time is over. At least one question is asked by each. */
export async function ask(work: Work, { seconds, clients }: { seconds: number; clients: number }): Promise<Seen> {
  const took: number[] = [];
  const from = performance.now();
  const until = from + seconds * 1000;
  const client = async () => {
    do {
      const began = performance.now();
      await work();
      took.push(performance.now() - began);
    } while (performance.now() < until);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = (performance.now() - from) / 1000;
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95), perSecond: took.length / elapsed };
}

/** Something that is measured, and what was seen of it in each round. */
export type Subject = { what: string; work: Work; one: Seen[]; eight: Seen[] };

export const subject = (what: string, work: Work): Subject => ({ what, work, one: [], eight: [] });

/**
 * Measures subjects side by side: in every round each has its turn, half of its time with one client and half with eight.
 * The order is turned round in every other round, so that none always has the machine that its predecessor left.
 */
export async function interleave(
  subjects: readonly Subject[],
  { rounds, seconds, say }: { rounds: number; seconds: number; say: (line: string) => void },
) {
  for (const { work } of subjects) await ask(work, { seconds: Math.min(1, seconds / 4), clients: 2 });
  for (let round = 0; round < rounds; round++) {
    for (const { what, work, one, eight } of round % 2 === 0 ? subjects : subjects.toReversed()) {
      const alone = await ask(work, { seconds: seconds / 2, clients: 1 });
      const together = await ask(work, { seconds: seconds / 2, clients: 8 });
      one.push(alone);
      eight.push(together);
      say(
        `     round ${round + 1} of ${rounds}, ${what}: p50 ${alone.p50.toFixed(2)} ms, p95 ${alone.p95.toFixed(2)} ms, ${Math.round(together.perSecond)} per s`,
      );
    }
  }
}
