import "server-only";
import type { Actor } from "../actor";
import { pretendedNow } from "../clock";
import type { Tx } from "../db";
import { Prisma } from "../prisma/client";
import { canonical, sha256 } from "../values/canonical";
import { newId } from "../values/id";
import { refuse } from "./result";

/** What happened, as the audit remembers it: ids, states, amounts; never content that is private or sealed. */
export type Line = { event: string; subject: string; subjectId: string; detail: Prisma.InputJsonObject };

/** What a person is told on their page of notifications. */
export type Note = { userId: string; organisationId: string | null; title: string; body: string; href: string };

/** A message that waits to be sent, its text sealed. */
export type Letter = { to: string; subject: string; sealed: string };

/** A press that may arrive twice: whose it is, of which form, by which key, and what it said. */
export type Once = { actorId: string; command: string; key: string; input: unknown };

const hash = (input: unknown) => sha256(canonical(input));

/**
 * The first statement of a command: the database's clock, and the key claimed in this transaction. A second press waits here
 * until the first has ended, and the clock is read after that. `first` is what the first press gave, null when this is it.
 * Refuses a used key with another input.
 */
export async function begin<Out>(tx: Tx, once: Once | null): Promise<{ now: Date; first: { value: Out } | null }> {
  if (!once) {
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`
      /* planned once */ select date_trunc('milliseconds', clock_timestamp()) as now`;
    return { now: atNow(clock), first: null };
  }
  const { actorId, command, key, input } = once;
  const inputHash = hash(input);
  const [begun] = await tx.$queryRaw<{ now: Date; claimed: boolean }[]>`
    /* planned once */ with claimed as (
      insert into "IdempotencyKey" ("actorId", "command", "key", "inputHash", "result")
      values (${actorId}::uuid, ${command}, ${key}, ${inputHash}, 'null'::jsonb) on conflict do nothing returning 1
    )
    select date_trunc('milliseconds', clock_timestamp()) as now, c."claimed"
    from (select count(*) > 0 as "claimed" from claimed) c`;
  const now = atNow(begun);
  if (begun?.claimed) return { now, first: null };
  const before = await tx.idempotencyKey.findUniqueOrThrow({
    where: { actorId_command_key: { actorId, command, key } },
    select: { inputHash: true, result: true },
  });
  if (before.inputHash !== inputHash)
    refuse("conflict", "You have already sent this form with other answers. Open it again to send new ones.");
  return { now, first: { value: before.result as Out } };
}

const atNow = (read: { now: Date } | undefined): Date => pretendedNow() ?? read?.now ?? new Date();

type Done = {
  actor: Actor;
  now: Date;
  lines: readonly Line[];
  notes: readonly Note[];
  letters: readonly Letter[];
  once: Once | null;
  value: unknown;
};

/** The last statement of a command: its audit lines, whom it tells, and its result beside the key, all at once. */
export async function end(tx: Tx, { actor, now, lines, notes, letters, once, value }: Done) {
  const at = now.toISOString();
  const beside = [
    ...(once ? [keptResult(once, value)] : []),
    ...(notes.length > 0 ? [told(notes, at)] : []),
    ...(letters.length > 0 ? [posted(letters)] : []),
  ];
  const withThem = beside.length > 0 ? Prisma.sql`with ${Prisma.join(beside, ", ")}` : Prisma.empty;
  await tx.$executeRaw`
    /* planned once */ ${withThem}
    insert into "AuditEvent" ("id", "at", "actorKind", "actorId", "organisationId", "event", "subject", "subjectId", "detail")
    select l."id", ${at}::timestamptz, ${actor.kind}::"ActorKind", ${actor.id}::uuid, ${actor.organisationId}::uuid,
           l."event", l."subject", l."subjectId", l."detail"
    from json_to_recordset(${rows(lines)}::json)
      as l ("id" uuid, "event" text, "subject" text, "subjectId" uuid, "detail" jsonb)`;
}

/** Rows as one parameter, each with an id that is later than the one before: their order is that of what happened. */
function rows(of: readonly object[]): string {
  const ids = of.map(() => newId()).toSorted();
  return JSON.stringify(of.map((row, at) => ({ id: ids[at], ...row })));
}

const keptResult = ({ actorId, command, key }: Once, value: unknown) => Prisma.sql`
  kept as (
    update "IdempotencyKey" set "result" = ${JSON.stringify(value ?? null)}::jsonb
    where "actorId" = ${actorId}::uuid and "command" = ${command} and "key" = ${key}
  )`;

const told = (notes: readonly Note[], at: string) => Prisma.sql`
  told as (
    insert into "Notification" ("id", "userId", "organisationId", "title", "body", "href", "createdAt")
    select n."id", n."userId", n."organisationId", n."title", n."body", n."href", ${at}::timestamptz
    from json_to_recordset(${rows(notes)}::json)
      as n ("id" uuid, "userId" uuid, "organisationId" uuid, "title" text, "body" text, "href" text)
  )`;

const posted = (letters: readonly Letter[]) => Prisma.sql`
  posted as (
    insert into "Mail" ("id", "to", "subject", "sealed")
    select m."id", m."to", m."subject", m."sealed"
    from json_to_recordset(${rows(letters)}::json) as m ("id" uuid, "to" text, "subject" text, "sealed" text)
  )`;
