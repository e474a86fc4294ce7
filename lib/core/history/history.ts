import "server-only";
import { type Actor, isAuditor } from "../actor";
import { db } from "../db";
import type { Prisma } from "../prisma/client";
import { isId } from "../values/id";
import { endOfLondonDay, isDay, startOfLondonDay } from "../values/moment";
import { event as line } from "./audit";

/** A record in the history: a kind and an id. */
export type Subject = { subject: string; id: string };

const event = { ...line, seal: { select: { position: true } } } satisfies Prisma.AuditEventSelect;
type Row = Prisma.AuditEventGetPayload<{ select: typeof event }>;

/** One line of history with the names of who and for whom; `position` is null until the line is sealed. */
export type HistoryLine = Omit<Row, "seal"> & {
  person: string | null;
  organisation: string | null;
  position: bigint | null;
};

/** Acts whose doer is shown to nobody, an auditor neither: what was promised to whoever did them. The line itself stays, sealed. */
const unnamed = ["clarification.ask"];

/** Who may walk the whole history. */
export const mayAudit = (actor: Actor): boolean => isAuditor(actor);

/** The history of everything, as a filter: auditors alone. */
const visibleTo = (actor: Actor): Prisma.AuditEventWhereInput =>
  actor.kind === "system" || mayAudit(actor) ? {} : { id: { in: [] } };

/** The history of some records, oldest first. Give only records that the actor has found by a query of their room: that is what lets them see this. */
export async function timelineOf(actor: Actor, records: readonly Subject[]): Promise<HistoryLine[]> {
  const wanted = records.filter(({ id }) => isId(id));
  if (actor.kind === "visitor" || wanted.length === 0) return [];
  const rows = await db.auditEvent.findMany({
    where: { OR: wanted.map(({ subject, id }) => ({ subject, subjectId: id })) },
    select: event,
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 500,
  });
  return withNames(rows);
}

export type HistoryFilter = { subject?: string; event?: string; organisation?: string; from?: string; to?: string };

const PAGE = 50;
const MOST = 5_000;
const newest: Prisma.AuditEventOrderByWithRelationInput[] = [{ at: "desc" }, { id: "desc" }];

/**
 * All but what would tell who tenders before the tenders are opened: until then everybody, auditors included, knows at most
 * how many there are. An organisation's own lines stay.
 */
async function notSealed(actor: Actor): Promise<Prisma.AuditEventWhereInput> {
  if (actor.kind === "system") return {};
  const rows = await db.tender.findMany({
    where: {
      callOff: { state: { in: ["published", "closed"] } },
      NOT: { organisationId: actor.organisationId ?? { in: [] } },
    },
    select: { id: true, partners: { select: { id: true } } },
    take: 10_000,
  });
  const partners = rows.flatMap((row) => row.partners);
  return {
    NOT: {
      OR: [
        { subject: "tender", subjectId: { in: rows.map(({ id }) => id) } },
        { subject: "tenderPartner", subjectId: { in: partners.map(({ id }) => id) } },
      ],
    },
  };
}

async function matching(
  actor: Actor,
  { subject, event: kind, organisation, from, to }: HistoryFilter,
): Promise<Prisma.AuditEventWhereInput[]> {
  if (!mayAudit(actor) && actor.kind !== "system") return [visibleTo(actor)];
  const and: Prisma.AuditEventWhereInput[] = [visibleTo(actor), await notSealed(actor)];
  if (subject) and.push({ subject });
  if (kind) and.push({ event: { startsWith: kind } });
  if (organisation && isId(organisation)) and.push({ organisationId: organisation, event: { notIn: unnamed } });
  if (from && isDay(from)) and.push({ at: { gte: startOfLondonDay(from) } });
  if (to && isDay(to)) and.push({ at: { lte: endOfLondonDay(to) } });
  return and;
}

/**
 * What happened lately, newest first, for auditors. `before` is the last line of the page before; pages are found by key,
 * so that a deep page costs what the first one does.
 */
export async function listHistory(actor: Actor, filter: HistoryFilter, before?: string) {
  const and = await matching(actor, filter);
  const key =
    before && isId(before)
      ? await db.auditEvent.findFirst({ where: { id: before, AND: visibleTo(actor) }, select: { at: true, id: true } })
      : null;
  if (key) and.push({ OR: [{ at: { lt: key.at } }, { at: key.at, id: { lt: key.id } }] });
  const rows = await db.auditEvent.findMany({ where: { AND: and }, select: event, orderBy: newest, take: PAGE + 1 });
  const lines = await withNames(rows.slice(0, PAGE));
  return { lines, next: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
}

/** The newest lines that fit, for a file; bounded. For auditors. */
export const exportHistory = async (actor: Actor, filter: HistoryFilter): Promise<HistoryLine[]> =>
  withNames(
    await db.auditEvent.findMany({
      where: { AND: await matching(actor, filter) },
      select: event,
      orderBy: newest,
      take: MOST,
    }),
  );

/** The organisations whose people have done something, to choose from. For auditors. */
export async function listHistoryOrganisations(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!mayAudit(actor)) return [];
  return db.organisation.findMany({
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
}

/** The whole history of one record, oldest first, for auditors; empty while it would tell who tenders. */
export async function findHistory(actor: Actor, record: Subject): Promise<HistoryLine[]> {
  if (!mayAudit(actor) || !isId(record.id)) return [];
  const { subject, id: subjectId } = record;
  const told = await db.auditEvent.count({ where: { AND: [{ subject, subjectId }, await notSealed(actor)] } });
  return told > 0 ? timelineOf(actor, [record]) : [];
}

/** How far the chain has come: the last sealed position, and how many lines wait for their seal. For auditors. */
export async function chainStanding(actor: Actor): Promise<{ position: bigint; unsealed: number } | null> {
  if (!mayAudit(actor)) return null;
  const [last, unsealed] = await Promise.all([
    db.auditSeal.findFirst({ orderBy: { position: "desc" }, select: { position: true } }),
    db.auditUnsealed.count(),
  ]);
  return { position: last?.position ?? 0n, unsealed };
}

async function withNames(found: Row[]): Promise<HistoryLine[]> {
  const rows = found.map((row) =>
    unnamed.includes(row.event) ? { ...row, actorId: null, organisationId: null } : row,
  );
  const ids = (pick: (row: Row) => string | null) => [...new Set(rows.map(pick).filter((id) => id !== null))];
  const [people, organisations] = await Promise.all([
    db.user.findMany({ where: { id: { in: ids(({ actorId }) => actorId) } }, select: { id: true, name: true } }),
    db.organisation.findMany({
      where: { id: { in: ids(({ organisationId }) => organisationId) } },
      select: { id: true, name: true },
    }),
  ]);
  const names = new Map([...people, ...organisations].map(({ id, name }) => [id, name]));
  return rows.map(({ seal, ...row }) => ({
    ...row,
    person: names.get(row.actorId ?? "") ?? null,
    organisation: names.get(row.organisationId ?? "") ?? null,
    position: seal?.position ?? null,
  }));
}
