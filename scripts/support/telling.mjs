// @ts-check
/** A failure that we understand: it is told in one line, without a stack, and the process ends with 1. */
export class KnownFailure extends Error {}

const started = performance.now();

/** @param {number} from */
const since = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Seconds since this process began, as people read them. */
export const elapsed = () => since(started);

/** @param {string} line */
export const say = (line) => console.log(line);

/**
 * Says what begins, does it, and says how long it took. Work that gives `false` did not go well.
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work
 * @param {{ talks?: boolean }} [options] whether the work itself says how far it is
 * @returns {Promise<T>}
 */
export async function step(title, work, { talks = false } = {}) {
  const from = performance.now();
  say(`  …  ${title}`);
  const still = talks ? undefined : setInterval(() => say(`     ${title}: ${since(from)} so far`), 15_000);
  try {
    const value = await work();
    say(`  ${value === false ? "✗" : "✓"}  ${title} (${since(from)})`);
    return value;
  } finally {
    clearInterval(still);
  }
}

/** Tells of a failure: what is known in one line, anything else with its stack. @param {unknown} error */
export const tell = (error) => console.error(error instanceof KnownFailure ? `  ✗  ${error.message}` : error);

/**
 * Runs a program's whole life; it ends with 1 when it failed.
 * @param {() => Promise<void>} program
 */
export async function run(program) {
  try {
    await program();
  } catch (error) {
    tell(error);
    process.exitCode = 1;
  }
}
