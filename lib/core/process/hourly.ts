import { log } from "./log";

const HOUR = 3_600_000;

/**
 * Does a room's work by the clock, once an hour while the server runs, and says what it did when it did something. A
 * fault is logged and the next hour tries again. Gives back a function that ends it.
 */
export function hourly(what: string, work: () => Promise<Record<string, number>>): () => void {
  const round = () =>
    void work().then(
      (done) => Object.values(done).some((count) => count > 0) && log.info({ what, ...done }, "Done by the clock"),
      (error: unknown) =>
        log.error({ what, fault: error instanceof Error ? error.name : "unknown" }, "Not done; tried again in an hour"),
    );
  const timer = setInterval(round, HOUR);
  timer.unref();
  return () => clearInterval(timer);
}
