import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { addDays, asDate } from "@/lib/core/values/moment";
import { isAsked } from "@/lib/register/market/asked";
import { REMIND_AT, type RemindAt, reminderDue } from "../expiry";
import { isClock, visibleTo } from "../policy";

/** What an hour looks at, at the most. What is left comes with the next. */
const MOST = 5_000;

/** A reminder that is due: of what, and so many days before. */
export type Due = { id: string; days: RemindAt };
type Ending = { id: string; expiresOn: string; since: string };

/** The reminders of files that are due on a day and have not been sent. For the system alone. */
export async function listEvidenceToRemind(actor: Actor, today: string): Promise<Due[]> {
  if (!isClock(actor)) return [];
  return unsent(
    "evidence",
    today,
    await db.$queryRaw<Ending[]>`
      select e.id, e."expiresOn"::text as "expiresOn", (e."addedAt" at time zone 'Europe/London')::date::text as since
      from "Evidence" e
      where e."expiresOn" between ${asDate(today)}::date and ${asDate(addDays(today, REMIND_AT[0]))}::date
        and e."withdrawnAt" is null
        and not exists (select from "Evidence" n where n."seriesId" = e."seriesId" and n.version > e.version)
      order by e."expiresOn", e.id limit ${MOST}`,
  );
}

/**
 * The reminders of answers that are due: newest answers that a membership rests on, by its part and band. Those that end
 * with a file under them are left out, because that file's reminder says it all. For the system alone.
 */
export async function listAnswersToRemind(actor: Actor, today: string): Promise<Due[]> {
  if (!isClock(actor)) return [];
  const rows = await db.$queryRaw<(Ending & Asked)[]>`
    select a.id, a."expiresOn"::text as "expiresOn", (a."answeredAt" at time zone 'Europe/London')::date::text as since,
      m.band, p.number as "partNumber", c."bandFrom", c."partNumbers"
    from "ProfileAnswer" a
    join "Condition" c on c.id = a."conditionId"
    join "Part" p on p."registerId" = c."registerId"
    join "Membership" m on m."partId" = p.id and m."organisationId" = a."organisationId"
      and m.state in ('active', 'suspended', 'removalProposed')
    where a."expiresOn" between ${asDate(today)}::date and ${asDate(addDays(today, REMIND_AT[0]))}::date
      and not exists (select from "ProfileAnswer" n where n."organisationId" = a."organisationId"
        and n."conditionId" = a."conditionId" and n.version > a.version)
      and not exists (select from "AnswerEvidence" u join "Evidence" e on e.id = u."evidenceId"
        where u."profileAnswerId" = a.id and e."expiresOn" = a."expiresOn" and e."withdrawnAt" is null)
    order by a."expiresOn", a.id limit ${MOST}`;
  const asked = rows.filter((row) => isAsked(row, row));
  return unsent(
    "answer",
    today,
    asked.filter(({ id }, at) => asked.findIndex((one) => one.id === id) === at),
  );
}

/** Of whom a condition is asked, and the membership that it is asked of. */
type Asked = { band: number; partNumber: number; bandFrom: number; partNumbers: number[] };

async function unsent(subject: "evidence" | "answer", today: string, ending: readonly Ending[]): Promise<Due[]> {
  const due = ending.flatMap(({ id, expiresOn, since }) => {
    const days = reminderDue(expiresOn, since, today);
    return days === null ? [] : [{ id, days }];
  });
  const sent = await db.reminder.findMany({
    where: { subject, subjectId: { in: due.map(({ id }) => id) } },
    select: { subjectId: true, days: true },
  });
  return due.filter(({ id, days }) => !sent.some((one) => one.subjectId === id && one.days === days));
}

export type Lapsing = { id: string; title: string; expiresOn: string };

/**
 * Active memberships that rest on an answer which is out of date for longer than the register's days of grace, each with
 * the first such answer: only conditions that are asked of its part and band count. For the system alone.
 */
export async function listLapsing(actor: Actor, today: string): Promise<Lapsing[]> {
  if (!isClock(actor)) return [];
  const rows = await db.$queryRaw<(Lapsing & Asked)[]>`
    select m.id, m.band, p.number as "partNumber", c."bandFrom", c."partNumbers", c.title, a."expiresOn"::text as "expiresOn"
    from "ProfileAnswer" a
    join "Condition" c on c.id = a."conditionId"
    join "Register" r on r.id = c."registerId"
    join "Part" p on p."registerId" = r.id
    join "Membership" m on m."partId" = p.id and m."organisationId" = a."organisationId" and m.state = 'active'
    where a."expiresOn" + r."graceDays" < ${asDate(today)}::date
      and not exists (select from "ProfileAnswer" n where n."organisationId" = a."organisationId"
        and n."conditionId" = a."conditionId" and n.version > a.version)
    order by m.id, a."expiresOn", c.number limit ${MOST}`;
  const asked = rows.filter((row) => isAsked(row, row));
  return asked
    .filter(({ id }, at) => asked.findIndex((one) => one.id === id) === at)
    .map(({ id, title, expiresOn }) => ({ id, title, expiresOn }));
}

/** Lapsed memberships of organisations that have answered something since; whether enough, the command says. For the system alone. */
export async function listRenewable(actor: Actor): Promise<{ id: string }[]> {
  if (!isClock(actor)) return [];
  return db.$queryRaw<{ id: string }[]>`
    select m.id from "Membership" m join "Part" p on p.id = m."partId"
    where m.state = 'lapsed' and exists (
      select from "ProfileAnswer" a join "Condition" c on c.id = a."conditionId" and c."registerId" = p."registerId"
      where a."organisationId" = m."organisationId" and a."answeredAt" >= m."changedAt")
    order by m.id limit ${MOST}`;
}

/** Files that no scanner has looked at with an answer, the oldest first. For the system alone. */
export function listUnscanned(actor: Actor): Promise<{ id: string; storageKey: string }[]> {
  return db.evidence.findMany({
    where: {
      AND: [visibleTo(actor), { scan: { in: ["waiting", "notScanned", "failed"] } }],
      ...(isClock(actor) ? {} : { id: { in: [] } }),
    },
    select: { id: true, storageKey: true },
    orderBy: { addedAt: "asc" },
    take: 500,
  });
}
