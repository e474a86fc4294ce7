import "server-only";
import type { Tx } from "@/lib/core/db";
import { Prisma } from "@/lib/core/prisma/client";

/** The number of a call-off's gate. */
const gate = (callOffId: string) => Prisma.sql`hashtextextended('call-off ' || ${callOffId}::uuid, 0)`;

/**
 * Waits for a call-off alone, in turn. Postgres lets those who share a row's lock overtake whoever waits to have it alone, so
 * that an officer would wait for as long as tenders come in. This gate, which those who tender pass together
 * (`holdTender`), queues: whoever comes after the officer waits for the officer. Held until the transaction ends.
 */
export const inTurn = ({ tx }: { tx: Pick<Tx, "$executeRaw"> }, callOffId: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(${gate(callOffId)})`;

/** Passes the gate with others, behind whoever waits to have it alone. Take the row's shared lock after it. */
export const together = ({ tx }: { tx: Pick<Tx, "$executeRaw"> }, callOffId: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock_shared(${gate(callOffId)})`;

/** Waits for a call-off alone, as `inTurn` does, and locks its row once it has come through: in one statement. */
export const holdAlone = ({ tx }: { tx: Pick<Tx, "$queryRaw"> }, callOffId: string) =>
  tx.$queryRaw<unknown[]>`
    /* planned once */ with gate as materialized (
      select pg_advisory_xact_lock(${gate(callOffId)})
    )
    select 1 from gate, "CallOff" c where c."id" = ${callOffId}::uuid for update of c`;
