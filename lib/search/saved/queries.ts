import "server-only";
import type { Actor, Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { londonDay, startOfLondonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { buyable } from "@/lib/register/membership/policy";
import { fromQuery } from "../address";
import { type Page, search } from "../queries/search";
import { type Criteria, readCriteria } from "../schema";
import { isClock, visibleTo } from "./policy";
import { MOST_MATCHES } from "./rules";
import { idIn, isGenuine } from "./token";

/** How many of somebody's searches stand on a page: each is asked anew for it. */
export const PAGE = 10;

const summary = {
  id: true,
  name: true,
  query: true,
  said: true,
  pace: true,
  createdAt: true,
  askedAt: true,
  toldAt: true,
} satisfies Prisma.SavedSearchSelect;
type Row = Prisma.SavedSearchGetPayload<{ select: typeof summary }>;

/** A saved search: how many services answer it now, and how many began to since its owner was last told. */
export type SavedSummary = Row & { now: number; fresh: number };

/** The searches that somebody keeps at the organisation they act for, newest first, 10 a page, each asked anew. */
export async function listSaved(
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<{ items: SavedSummary[]; total: number }> {
  const where = visibleTo(actor);
  const [rows, total] = await Promise.all([
    db.savedSearch.findMany({
      where,
      select: summary,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: PAGE,
      skip: (Math.max(1, page) - 1) * PAGE,
    }),
    db.savedSearch.count({ where }),
  ]);
  const fresh = await freshOf(rows);
  const items = await Promise.all(
    rows.map(async (row) => {
      const { total: now } = await answersOf(actor, row.query, 1);
      return { ...row, now, fresh: fresh.get(row.id)?.length ?? 0 };
    }),
  );
  return { items, total };
}

/** A service that began to answer: since when. */
export type News = { id: string; reference: string; title: string; organisation: string; since: Date };

/**
 * One saved search, to show and change: the first 25 services that answer now, and the newest 25 that began to since it was
 * saved and were not told of before the last telling.
 */
export type SavedDetail = Row & { feedNumber: number; now: number; results: Page["results"]; news: News[] };

export async function findSaved(actor: Actor, id: string): Promise<SavedDetail | null> {
  if (!isId(id)) return null;
  const row = await db.savedSearch.findFirst({
    where: { id, AND: visibleTo(actor) },
    select: { ...summary, feedNumber: true },
  });
  if (!row) return null;
  const [{ total, results }, news] = await Promise.all([answersOf(actor, row.query, 25), newsOf(row)]);
  return { ...row, now: total, results, news };
}

async function newsOf({ id, createdAt, toldAt }: Row): Promise<News[]> {
  const rows = await db.savedSearchMatch.findMany({
    where: {
      searchId: id,
      until: null,
      since: { gt: createdAt },
      OR: [{ toldAt: null }, ...(toldAt ? [{ toldAt }] : [])],
      service: buyable(),
    },
    select: {
      since: true,
      service: {
        select: {
          id: true,
          reference: true,
          published: { select: { title: true } },
          organisation: { select: { name: true } },
        },
      },
    },
    orderBy: [{ since: "desc" }, { serviceId: "asc" }],
    take: 25,
  });
  return rows.map(({ since, service: { published, organisation, ...service } }) => {
    return { ...service, title: published?.title ?? service.reference, organisation: organisation.name, since };
  });
}

/** What its forms and check pages say of a saved search; no search is run for it. */
export type SavedName = Pick<Row, "id" | "name" | "pace" | "said">;

export async function findSavedName(actor: Actor, id: string): Promise<SavedName | null> {
  if (!isId(id)) return null;
  return db.savedSearch.findFirst({
    where: { id, AND: visibleTo(actor) },
    select: { id: true, name: true, pace: true, said: true },
  });
}

/** The name and pace of the search that an unsubscribe token is for; null for any other text. No seat is needed. */
export async function findByStopToken(
  _actor: Actor,
  token: string,
): Promise<{ name: string; pace: Row["pace"] } | null> {
  const id = idIn(token);
  if (!id || !isGenuine(token, "unsubscribe", id)) return null;
  return db.savedSearch.findUnique({ where: { id }, select: { name: true, pace: true } });
}

/** A search that the clock has to ask, with whoever is to be answered, as they may ask now. */
export type Due = { id: string; query: string; askedAt: Date | null; owner: Member };

/**
 * Searches not asked since the London day began, 100 from an id on. Those whose owner is disabled, or has no seat at the
 * organisation any more, are left out. For the clock alone.
 */
export async function listDue(
  actor: Actor,
  { now, after, only }: { now: Date; after?: string | undefined; only?: string | undefined },
): Promise<{ due: Due[]; last: string | null }> {
  if (!isClock(actor)) return { due: [], last: null };
  const rows = await db.savedSearch.findMany({
    where: {
      id: { ...(after && { gt: after }), ...(only && { equals: only }) },
      OR: [{ askedAt: null }, { askedAt: { lt: startOfLondonDay(londonDay(now)) } }],
      user: { disabledAt: null },
      AND: visibleTo(actor),
    },
    select: {
      id: true,
      query: true,
      askedAt: true,
      userId: true,
      organisationId: true,
      organisation: { select: { kind: true } },
      user: { select: { seats: { select: { organisationId: true, role: true }, orderBy: { role: "asc" } } } },
    },
    orderBy: { id: "asc" },
    take: 100,
  });
  const due = rows.flatMap(({ id, query, askedAt, userId, organisationId, organisation, user }): Due[] => {
    const roles = user.seats.filter((seat) => seat.organisationId === organisationId).map(({ role }) => role);
    const owner: Member = { kind: organisation.kind, id: userId, organisationId, roles };
    return roles.length > 0 ? [{ id, query, askedAt, owner }] : [];
  });
  return { due, last: rows.at(-1)?.id ?? null };
}

/**
 * What answers a kept question now, as its owner may ask it. The words are taken as they stand, with no spelling mended: what
 * was saved had been read by somebody, and nobody reads over the clock's shoulder.
 */
export async function answersOf(actor: Actor, query: string, take: number): Promise<Page> {
  const { criteria } = readCriteria(fromQuery(query), await reference());
  return search(actor, asWritten(criteria), { take, facets: [] });
}

const asWritten = (criteria: Criteria): Criteria => ({ ...criteria, exact: criteria.words !== "" });

/** Of each search, the services that answer it, were not there when it was saved, and were not told of. */
async function freshOf(searches: readonly { id: string; createdAt: Date }[]): Promise<Map<string, string[]>> {
  const rows = await db.savedSearchMatch.findMany({
    where: {
      until: null,
      toldAt: null,
      OR: searches.map(({ id, createdAt }) => ({ searchId: id, since: { gt: createdAt } })),
    },
    select: { searchId: true, serviceId: true },
    orderBy: [{ since: "desc" }, { serviceId: "asc" }],
    take: MOST_MATCHES,
  });
  const fresh = new Map<string, string[]>(searches.map(({ id }) => [id, []]));
  for (const { searchId, serviceId } of rows) fresh.get(searchId)?.push(serviceId);
  return fresh;
}
