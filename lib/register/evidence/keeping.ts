import "server-only";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { system } from "@/lib/core/actor";
import { day } from "@/lib/core/values/format";
import { londonDay } from "@/lib/core/values/moment";
import { lapseMembership, renewMembership } from "@/lib/register/membership/commands/lapse";
import { remindOfAnswer, remindOfEvidence } from "./commands/remind";
import { recordScan } from "./commands/scan";
import { listAnswersToRemind, listEvidenceToRemind, listLapsing, listRenewable, listUnscanned } from "./queries/clock";
import { hasFiles, listKept } from "./queries/files";
import { openScanner, type Scanner } from "./scan/scan";
import { incomingFolder, isStorageKey, openStorage, type Storage } from "./storage/storage";

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** A database that was mixed up with another must not cost its files in one night. */
const MOST_SWEPT = 100;

export type EvidenceKept = { reminded: number; lapsed: number; renewed: number; scanned: number; swept: number };
type Means = { storage: Storage; scan: Scanner | null; incoming: string };

/**
 * What files and answers need by the clock: reminders before something runs out, memberships that lapse and come back,
 * files that were not scanned, files without a row. Several processes may do it at once: each thing is done once.
 */
export async function keepEvidence(
  now = new Date(),
  means: Means = { storage: openStorage(), scan: openScanner(), incoming: incomingFolder() },
): Promise<EvidenceKept> {
  const today = londonDay(now);
  const reminded = await remind(today);
  const renewed = await renew();
  const lapsed = await lapse(today);
  const scanned = means.scan ? await scanAll(means.storage, means.scan) : 0;
  const swept = await sweep(means, now);
  return { reminded, lapsed, renewed, scanned, swept };
}

async function remind(today: string): Promise<number> {
  let sent = 0;
  for (const due of await listEvidenceToRemind(system, today)) if ((await remindOfEvidence(system, due)).ok) sent += 1;
  for (const due of await listAnswersToRemind(system, today)) if ((await remindOfAnswer(system, due)).ok) sent += 1;
  return sent;
}

async function lapse(today: string): Promise<number> {
  let lapsed = 0;
  for (const { id, title, expiresOn } of await listLapsing(system, today)) {
    const reason = `Your answer about "${title}" ran out on ${day(expiresOn)}.`;
    if ((await lapseMembership(system, { membershipId: id, reason })).ok) lapsed += 1;
  }
  return lapsed;
}

async function renew(): Promise<number> {
  let renewed = 0;
  for (const { id } of await listRenewable(system))
    if ((await renewMembership(system, { membershipId: id })).ok) renewed += 1;
  return renewed;
}

/** One that the scanner does not answer for stays as it is, and so do those after it: the scanner is away. */
async function scanAll(storage: Storage, scan: Scanner): Promise<number> {
  let scanned = 0;
  for (const { id, storageKey } of await listUnscanned(system)) {
    const bytes = await storage.get(storageKey);
    if (!bytes) continue;
    const verdict = await scan(bytes);
    if (verdict === "failed") return scanned;
    if ((await recordScan(system, { evidenceId: id, verdict })).ok) scanned += 1;
  }
  return scanned;
}

/**
 * Takes away files of ours that no row speaks of, a day after they were stored and a hundred an hour at the most; none
 * where there are no rows at all. Takes away as well what was never wholly taken in.
 */
async function sweep({ storage, incoming }: Means, now: Date): Promise<number> {
  let swept = 0;
  let batch: string[] = [];
  const clear = async () => {
    const kept = await listKept(system, batch);
    for (const key of batch.filter((one) => !kept.has(one)).slice(0, MOST_SWEPT - swept)) {
      await storage.remove(key);
      swept += 1;
    }
    batch = [];
  };
  if (await hasFiles(system))
    for await (const { key, storedAt } of storage.list()) {
      if (!isStorageKey(key) || now.getTime() - storedAt.getTime() < DAY) continue;
      batch.push(key);
      if (batch.length >= 500) await clear();
      if (swept >= MOST_SWEPT) break;
    }
  await clear();
  for (const name of await readdir(incoming).catch((): string[] => [])) {
    const path = join(incoming, name);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && now.getTime() - found.mtimeMs > HOUR) await rm(path, { force: true });
  }
  return swept;
}
