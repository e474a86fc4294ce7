import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";

/** Call-offs whose close has passed by the database's clock, or by `now`, and that still say they are open: for the clock alone. */
export async function listDue(actor: Actor, now: Date | null): Promise<{ id: string }[]> {
  if (actor.kind !== "system") return [];
  return db.$queryRaw<{ id: string }[]>`
    select "id" from "CallOff" where "state" = 'published' and "closesAt" <= coalesce(${now}::timestamptz, clock_timestamp())
    order by "closesAt", "id" limit 500`;
}

/** Milliseconds by the database's clock until the next call-off closes: null when none is open. For the clock alone. */
export async function untilNextClose(actor: Actor): Promise<number | null> {
  if (actor.kind !== "system") return null;
  const [found] = await db.$queryRaw<{ wait: number | null }[]>`
    select (extract(epoch from min("closesAt") - clock_timestamp()) * 1000)::float8 as wait
    from "CallOff" where "state" = 'published'`;
  return found?.wait ?? null;
}
