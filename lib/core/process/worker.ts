import "server-only";
import PgBoss from "pg-boss";
import { system } from "../actor";
import { onCommit } from "../door/after";
import { sealAudit, sealSoon } from "../history/audit";
import { clearExpired } from "../messages/commands";
import { listUnsent, sendMail } from "../messages/outgoing";
import { environment } from "./environment";
import { log } from "./log";

const queue = "mail";
/** A message that cannot be sent is tried again each half minute for two days, then given up and logged. */
const again = { retryLimit: 5_760, retryDelay: 30, expireInSeconds: 300 };
const batch = 25;
const everyFiveSeconds = 5_000;
const everyTenMinutes = 600_000;

type Work = { stop: () => Promise<void> };
const kept = globalThis as { throughcareWork?: Work };

/**
 * Starts what runs beside the pages: seals audit lines, sends the outbox, clears away what has run out. Each is nudged
 * by a commit in this process and swept by the clock for the commits of others. Any number of processes may do so at
 * once: the database decides who takes what.
 */
export function startWork(): Work {
  kept.throughcareWork ??= begin();
  return kept.throughcareWork;
}

function begin(): Work {
  const began = new Date();
  const post = openPost(began);
  const ends = [
    onCommit(sealSoon),
    onCommit(post.soon),
    every(everyFiveSeconds, "seal", sealAudit),
    every(everyFiveSeconds, "outbox", post.sweep),
    every(everyTenMinutes, "clear", () => clearExpired(system, {})),
  ];
  const stop = async () => {
    for (const end of ends) end();
    delete kept.throughcareWork;
    await post.close();
    await sealAudit().catch(() => 0);
  };
  return { stop };
}

/** The queue of messages. It opens as soon as the database lets it, and a fault of the database never ends the process. */
function openPost(began: Date) {
  let boss: PgBoss | null = null;
  let worker = "";
  let busy = false;
  let closed = false;

  const open = async () => {
    const opened = new PgBoss({
      connectionString: environment().DATABASE_URL,
      application_name: "throughcare-work",
      max: 2,
      migrate: false,
      schedule: false,
    });
    opened.on("error", (error) => log.warn({ error: error.name }, "The queue of messages had a fault; it goes on"));
    try {
      await opened.start();
      worker = await opened.work<{ mailId: string }>(queue, { pollingIntervalSeconds: 2, batchSize: batch }, (jobs) =>
        deliver(opened, jobs),
      );
    } catch (error) {
      await opened.stop({ graceful: false, wait: false }).catch(() => {});
      throw error;
    }
    boss = opened;
    return opened;
  };

  const sweep = async () => {
    if (busy || closed) return;
    busy = true;
    try {
      const post = boss ?? (await open());
      const waiting = await listUnsent(began);
      // The job bears the message's own id, so that a message has one job however many processes see it waiting.
      await post.insert(waiting.map((id) => ({ id, name: queue, data: { mailId: id }, ...again })));
      if (waiting.length > 0) post.notifyWorker(worker);
    } finally {
      busy = false;
    }
  };

  const deliver = async (from: PgBoss, jobs: { id: string; data: { mailId: string } }[]) => {
    for (const { id, data } of jobs) {
      const fault = await sendOne(data.mailId);
      if (fault) await from.fail(queue, id, { fault });
    }
    if (jobs.length === batch) from.notifyWorker(worker);
  };

  const close = async () => {
    closed = true;
    await boss?.stop({ graceful: true, wait: true, timeout: 5_000 });
  };
  return { sweep, soon: soonAfter(sweep), close };
}

/** Tries one message; gives the name of what went wrong, or null. The others of its batch go on. */
async function sendOne(mailId: string): Promise<string | null> {
  try {
    await sendMail(mailId);
    return null;
  } catch (error) {
    // The name of the fault only: a mail server's sentence repeats the address.
    const fault = error instanceof Error && "code" in error ? String(error.code) : nameOf(error);
    log.warn({ mailId, fault }, "A message could not be sent; it will be tried again");
    return fault;
  }
}

/** Runs work by the clock, never twice at once. A fault is logged and the next turn comes all the same. */
function every(milliseconds: number, name: string, work: () => Promise<unknown>): () => void {
  let running = false;
  const timer = setInterval(async () => {
    if (running) return;
    running = true;
    await work().catch((error: unknown) =>
      log.warn({ work: name, error: nameOf(error) }, "Work by the clock failed; it will run again"),
    );
    running = false;
  }, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

/** Many commits close together ask for one sweep. */
function soonAfter(work: () => Promise<unknown>): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      work().catch((error: unknown) =>
        log.warn({ error: nameOf(error) }, "The outbox could not be swept; it will be again"),
      );
    }, 100).unref();
  };
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "unknown");
