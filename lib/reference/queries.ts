import "server-only";
import { asDay } from "@/lib/core/values/moment";
import { db } from "../core/db";
import { londonDay } from "../core/values/moment";
import type { Day } from "./calendar";
import type { ReferenceRow } from "./details";
import { type Reference, snapshot } from "./snapshot";

const KEPT_FOR = 60_000;

type Kept = { rows: Promise<ReferenceRow[]>; today: Promise<Reference>; on: Day; until: number };
let kept: Kept | undefined;

/**
 * The facts of the world as they stand today. The same for every actor, which is why nobody is asked who they are.
 * Kept in memory for a minute and rebuilt from the table, so a load is seen by every process within that minute.
 */
export const reference = (): Promise<Reference> => current().today;

/** The facts as they stood on another day, for a record that must be read as it was made. */
export const referenceAt = async (on: Day): Promise<Reference> => snapshot(await current().rows, on);

/** Reads the table again at the next question: for tests, and for whoever has just loaded it. */
export const forgetReference = (): void => {
  kept = undefined;
};

function current(): Kept {
  const [now, on] = [Date.now(), londonDay(new Date())];
  if (kept && kept.on === on && now < kept.until) return kept;
  const rows = readRows();
  const fresh: Kept = { rows, today: rows.then((all) => snapshot(all, on)), on, until: now + KEPT_FOR };
  // A failed read is told to those who waited for it, and is not kept for those who come after.
  fresh.today.catch(() => {
    if (kept === fresh) kept = undefined;
  });
  kept = fresh;
  return fresh;
}

const row = {
  list: true,
  code: true,
  name: true,
  parentCode: true,
  detail: true,
  order: true,
  validFrom: true,
  validTo: true,
} as const;

async function readRows(): Promise<ReferenceRow[]> {
  const rows = await db.referenceItem.findMany({
    select: row,
    orderBy: [{ list: "asc" }, { order: "asc" }, { id: "asc" }],
  });
  return rows.map((item) => ({
    ...item,
    validFrom: asDay(item.validFrom),
    validTo: item.validTo && asDay(item.validTo),
  }));
}

/** The driver gives a `date` as midnight UTC. */
