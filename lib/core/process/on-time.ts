import { log } from "./log";

/** The longest that a date which another process has set, or moved, can stay unknown here. */
const LONGEST = 30_000;
/** How soon what could not be done is tried again. */
const AGAIN = 5_000;

/** What was done, and in how many milliseconds more falls due: null when nothing does, nought or less when it does already. */
export type Round = { done: Record<string, number>; next: number | null };

/** How long to wait before the next round: until something falls due, but never long, and never without a pause. */
export function pauseBefore(next: number | null): number {
  if (next === null) return LONGEST;
  return next <= 0 ? AGAIN : Math.min(Math.ceil(next), LONGEST);
}

/**
 * Does a room's work at the moment when it falls due, while the server runs. The rows are the only timetable: every round
 * asks them again, so a restart, a moved date and other processes need nothing. A fault is logged and tried again. Gives
 * back a function that ends it.
 */
export function onTime(what: string, work: () => Promise<Round>): () => void {
  let ended = false;
  let timer: ReturnType<typeof setTimeout>;
  const wait = (milliseconds: number) => {
    if (ended) return;
    timer = setTimeout(round, milliseconds);
    timer.unref();
  };
  const round = () =>
    void work().then(
      ({ done, next }) => {
        if (Object.values(done).some((count) => count > 0)) log.info({ what, ...done }, "Done on time");
        wait(pauseBefore(next));
      },
      (error: unknown) => {
        log.error({ what, fault: error instanceof Error ? error.name : "unknown" }, "Not done; tried again soon");
        wait(AGAIN);
      },
    );
  wait(AGAIN);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
