import "server-only";
import { commandsAtOnce } from "../db";

/** Nobody came out for so long that whoever waited was sent away. Nothing had been begun. */
export class Rushed extends Error {
  constructor() {
    super("The queue before the door did not move");
  }
}

/**
 * Lets so many in at a time, first come, first served; the others wait in this process and hold nothing meanwhile. Who has
 * waited for longer than `patience` milliseconds is sent away with `Rushed`.
 */
export function turnsFor({ seats, patience }: { seats: number; patience: number }) {
  let free = seats;
  // A set gives back what it holds in the order in which it came.
  const queue = new Set<() => void>();

  const enter = () =>
    new Promise<void>((admit, sendAway) => {
      if (free > 0) {
        free -= 1;
        return admit();
      }
      const turn = () => {
        clearTimeout(timer);
        admit();
      };
      // A process that stood still finds its clock run out before it hears what happened meanwhile: it listens first.
      const giveUp = () => queue.delete(turn) && sendAway(new Rushed());
      const timer = setTimeout(() => setImmediate(giveUp), patience);
      queue.add(turn);
    });

  const leave = () => {
    const [next] = queue;
    if (!next) {
      free += 1;
      return;
    }
    queue.delete(next);
    next();
  };

  return async <T>(work: () => Promise<T>): Promise<T> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

// `next dev` re-evaluates modules on every edit; the queue stands before one pool, and must outlive them too.
const kept = globalThis as { throughcareTurns?: ReturnType<typeof turnsFor> };
if (!kept.throughcareTurns) kept.throughcareTurns = turnsFor({ seats: commandsAtOnce, patience: 20_000 });

/** The queue that every command of this process stands in, so that some connections are always left for reading. */
export const inTurn = kept.throughcareTurns;
