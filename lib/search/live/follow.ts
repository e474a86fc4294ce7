import "server-only";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { onCommit } from "@/lib/core/door/after";
import { log } from "@/lib/core/process/log";
import { type Current, type Loaded, listen, load } from "./connection";
import { Forgotten, readBatches, readGeneration } from "./read";

/** The index of this process, kept at what is committed. */
export type Live = {
  /** The index as of what this process has committed; null while the database has to answer. */
  ready(): Promise<Current | null>;
  /** The index if it can be trusted at this very moment. */
  sure(): Current | null;
  /** Says that the register is known to be further than the index. */
  missed(): void;
  /** Resolves when all that is committed now is in the index, or the register is too small to have one. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

const HEARTBEAT = 1_000;
/** How long we trust an index after it was last known to be the newest: a missed notice can cost no more than this. */
const TRUST = 2_000;
/** How long a search waits to see what its own process has just committed, before the database answers it. */
const LOOKING = 300;
const [FIRST_PAUSE, LONGEST_PAUSE] = [50, 5_000];
const FEW_DEAD = 5_000;
const LOAD_AGAIN = 10_000;

/**
 * Loads an index and follows the register: by notices, by asking once a second for what was missed, and before each search that
 * comes after a commit of this process. A register with fewer services than `from` has no index.
 */
export function follow({ from }: { from: number }): Live {
  let client: pg.Client | null = null;
  let current: Current | null = null;
  let loading: Promise<void> | null = null;
  let loaded: Loaded | null = null;
  let looking: Promise<void> | null = null;
  /** Counted up by each commit here and each notice; `looked` is what it was when we last began to look. */
  let wanted = 0;
  let looked = -1;
  let trustedUntil = 0;
  /** False while the changes of one generation are put in over several turns. */
  let whole = true;
  let countedAt = -1;
  let mayLoadFrom = 0;
  let stopped = false;

  const sure = () => (client && whole && performance.now() < trustedUntil ? current : null);

  /** Catches up with what is committed. Whoever asks while that goes on waits for the same. */
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  };

  async function lookOnce() {
    const at = client;
    if (!at) throw new Error("The search has no connection");
    const [asked, began] = [wanted, performance.now()];
    try {
      if (loaded) takeUp(loaded);
      const generation = await readGeneration(at);
      if (current && current.generation !== generation) await catchUp(at, current);
      await mayLoad(at, generation);
      [looked, trustedUntil] = [asked, began + TRUST];
    } catch (error) {
      // Whatever went wrong, a new connection begins from what is known.
      lose(at, nameOf(error));
      throw error;
    }
  }

  async function catchUp(at: pg.Client, { held, generation: since }: Current) {
    try {
      for await (const { generation, changes, last } of readBatches(at, since)) {
        if (!last) whole = false;
        for (const { serviceId, document } of changes) document ? held.put(document) : held.drop(serviceId);
        if (last) [current, whole] = [{ held, generation }, true];
      }
    } catch (error) {
      if (!(error instanceof Forgotten)) throw error;
      log.info({ generation: since }, "The search index is too old to be caught up: it is loaded anew");
      [current, whole, countedAt] = [null, true, -1];
    }
  }

  function takeUp({ held, generation, ms, megabytes }: Loaded) {
    [current, loaded, whole] = [{ held, generation }, null, true];
    log.info({ services: held.size, ms, megabytes, generation }, "The search index is loaded");
  }

  /** Loads in the background what there is none of yet, or what has come to be full of what was replaced. */
  async function mayLoad(at: pg.Client, generation: number) {
    const worn = current !== null && current.held.dead > Math.max(FEW_DEAD, current.held.size / 2);
    if (loading || loaded || performance.now() < mayLoadFrom || (current ? !worn : countedAt === generation)) return;
    if (!current) {
      const { rowCount } = await at.query(`select from "SearchDocument" limit ${from}`);
      countedAt = generation;
      if ((rowCount ?? 0) < from) return;
    }
    loading = load(() => stopped)
      .then(
        (fresh) => {
          loaded = stopped ? null : fresh;
        },
        (error: unknown) => {
          [countedAt, mayLoadFrom] = [-1, performance.now() + LOAD_AGAIN];
          log.warn({ fault: nameOf(error) }, "The search index could not be loaded");
        },
      )
      .finally(() => {
        loading = null;
        wake();
      });
  }

  function lose(from: pg.Client, fault = "ended") {
    if (client !== from) return;
    // What was known of the register over this connection says nothing of the next one's moment.
    [client, trustedUntil] = [null, 0];
    if (current && !stopped) log.warn({ fault }, "The search index has lost the database: SQL answers");
    void from.end().catch(() => {});
  }

  /** Looks soon, for nobody in particular. */
  const wake = () => {
    if (client && !stopped) void look().catch(() => {});
  };
  const told = (generation: number) => {
    if (current && generation <= current.generation) return;
    wanted += 1;
    // A look that is under way may have begun too early to see this.
    if (looking) void looking.then(wake, () => {});
    else wake();
  };

  async function keepListening() {
    for (let wait = FIRST_PAUSE; !stopped; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
      const opened = await listen(told).catch(() => null);
      if (opened && !stopped) {
        const ended = new Promise((resolve) => opened.once("end", resolve));
        client = opened;
        if (current) log.info("The search index has the database again");
        await look().then(
          () => {
            wait = FIRST_PAUSE;
          },
          () => {},
        );
        await ended;
        lose(opened);
      } else void opened?.end().catch(() => {});
      if (!stopped) await pause(wait * (0.5 + Math.random()), undefined, { ref: false });
    }
  }

  const missed = () => {
    wanted += 1;
  };
  const unheard = onCommit(missed);
  const beat = setInterval(wake, HEARTBEAT);
  beat.unref();
  const listening = keepListening();

  async function ready() {
    const needed = wanted;
    const late = performance.now() + LOOKING;
    while (current && client && (looked < needed || !sure())) {
      const left = late - performance.now();
      if (left <= 0 || !(await within(left, look()))) return null;
    }
    return sure();
  }

  async function settled() {
    for (const late = performance.now() + 30_000; performance.now() < late; ) {
      wanted += 1;
      const needed = wanted;
      await look().catch(() => {});
      if (looked >= needed && !loading && !loaded && (!current || sure())) return;
      await pause(5);
    }
    throw new Error("The search index did not settle");
  }

  async function stop() {
    stopped = true;
    clearInterval(beat);
    unheard();
    if (client) lose(client);
    await Promise.all([listening, loading, looking?.catch(() => {})]);
    current = null;
  }

  return { ready, sure, missed, settled, stop };
}

/** Whether work is done, and well, within a time. */
async function within(ms: number, work: Promise<void>): Promise<boolean> {
  const giveUp = new AbortController();
  const late = pause(ms, false, { signal: giveUp.signal }).catch(() => false);
  const done = await Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    late,
  ]);
  giveUp.abort();
  return done;
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "unknown");
