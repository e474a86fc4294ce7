import "server-only";
import type { Actor, Member } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { buyable } from "@/lib/register/membership/policy";
import { maySeePrices } from "../../policy";
import { MOST_MATCHES } from "../rules";
import { idIn, isGenuine } from "../token";

/** The most that a feed holds. */
export const MOST_ENTRIES = 100;
const MOST_ENDS = 1_000;

/** A saved search, as its feeds may speak of it: nothing of whose it is. */
export type Source = {
  id: string;
  name: string;
  said: string[];
  createdAt: Date;
  /** When what the feeds say last changed, or was last looked at. */
  askedAt: Date;
  /** Whether its owner may know of prices, and so of when they end. */
  seesPrices: boolean;
};

/**
 * The saved search that a feed's token is for; null for a token that we did not make, that was made before the addresses were
 * made anew, or whose owner is disabled or has no seat there any more. No session is needed: the token is the right.
 */
export async function findSource(_actor: Actor, token: string): Promise<Source | null> {
  const id = idIn(token);
  if (!id) return null;
  const row = await db.savedSearch.findUnique({
    where: { id },
    select: {
      name: true,
      said: true,
      createdAt: true,
      askedAt: true,
      feedNumber: true,
      userId: true,
      organisationId: true,
      organisation: { select: { kind: true } },
      user: {
        select: { disabledAt: true, seats: { select: { organisationId: true, role: true }, orderBy: { role: "asc" } } },
      },
    },
  });
  if (!row || !isGenuine(token, "feed", id, row.feedNumber) || row.user.disabledAt) return null;
  const { name, said, createdAt, organisationId } = row;
  const roles = row.user.seats.filter((seat) => seat.organisationId === organisationId).map(({ role }) => role);
  if (roles.length === 0) return null;
  const owner: Member = { kind: row.organisation.kind, id: row.userId, organisationId, roles };
  return { id, name, said, createdAt, askedAt: row.askedAt ?? createdAt, seesPrices: maySeePrices(owner) };
}

const service = {
  id: true,
  reference: true,
  published: { select: { title: true, summary: true } },
  organisation: { select: { name: true } },
} satisfies Prisma.ServiceSelect;
/** A service that can be bought at this moment; `published` is then never null. */
export type Shown = Prisma.ServiceGetPayload<{ select: typeof service }>;

/** Beginning or ending to answer. `shown` is null where the service cannot be bought at this moment: then its title is not said. */
export type Turn = { kind: "begun" | "ended"; at: Date; serviceId: string; reference: string; shown: Shown | null };

/** The last 100 times that a service began or ended to answer, the newest first. */
export async function listTurns(_actor: Actor, { id }: Source): Promise<Turn[]> {
  const select = { serviceId: true, since: true, until: true, service: { select: { reference: true } } } as const;
  const [begun, ended] = await Promise.all([
    db.savedSearchMatch.findMany({
      where: { searchId: id },
      select,
      orderBy: [{ since: "desc" }, { serviceId: "asc" }],
      take: MOST_ENTRIES,
    }),
    db.savedSearchMatch.findMany({
      where: { searchId: id, until: { not: null } },
      select,
      orderBy: [{ until: "desc" }, { serviceId: "asc" }],
      take: MOST_ENTRIES,
    }),
  ]);
  const shown = await listShown([...begun, ...ended].map(({ serviceId }) => serviceId));
  const turns = [
    ...begun.map((row) => ({ ...row, kind: "begun" as const, at: row.since })),
    ...ended.flatMap((row) => (row.until ? [{ ...row, kind: "ended" as const, at: row.until }] : [])),
  ].map(({ kind, at, serviceId, service: { reference } }): Turn => {
    return { kind, at, serviceId, reference, shown: shown.get(serviceId) ?? null };
  });
  return turns.toSorted((one, other) => other.at.getTime() - one.at.getTime()).slice(0, MOST_ENTRIES);
}

/** Every service that was new on some day, newest first, up to 5,000; and how many answered when the search was saved. */
export async function listNews(_actor: Actor, { id, createdAt }: Source): Promise<{ stock: number; news: Turn[] }> {
  const [stock, rows] = await Promise.all([
    db.savedSearchMatch.count({ where: { searchId: id, since: createdAt } }),
    db.savedSearchMatch.findMany({
      where: { searchId: id, since: { gt: createdAt } },
      select: { serviceId: true, since: true, service: { select: { reference: true } } },
      orderBy: [{ since: "desc" }, { serviceId: "asc" }],
      take: MOST_MATCHES,
    }),
  ]);
  const shown = await listShown(rows.map(({ serviceId }) => serviceId));
  const news = rows.map(({ serviceId, since: at, service: { reference } }): Turn => {
    return { kind: "begun", at, serviceId, reference, shown: shown.get(serviceId) ?? null };
  });
  return { stock, news };
}

/** A price list that ends: of which service, and on which last day. */
export type End = { rateCardId: string; since: Date; validTo: Date; shown: Shown };

/** The ends of the price lists of what answers now; none for an owner who may not know of prices. */
export async function listEnds(_actor: Actor, { id, seesPrices }: Source): Promise<End[]> {
  if (!seesPrices) return [];
  const open = await db.savedSearchMatch.findMany({
    where: { searchId: id, until: null },
    select: { serviceId: true, since: true },
    orderBy: [{ since: "desc" }, { serviceId: "asc" }],
    take: MOST_MATCHES,
  });
  const since = new Map(open.map((match) => [match.serviceId, match.since]));
  const prices = await db.searchPrice.findMany({
    where: { serviceId: { in: [...since.keys()] }, validTo: { not: null } },
    select: { serviceId: true, rateCardId: true, validTo: true },
    distinct: ["serviceId", "rateCardId"],
    orderBy: [{ validTo: "asc" }, { rateCardId: "asc" }],
    take: MOST_ENDS,
  });
  const shown = await listShown(prices.map(({ serviceId }) => serviceId));
  return prices.flatMap(({ serviceId, rateCardId, validTo }): End[] => {
    const [known, began] = [shown.get(serviceId), since.get(serviceId)];
    return known && began && validTo ? [{ rateCardId, since: began, validTo, shown: known }] : [];
  });
}

async function listShown(ids: string[]): Promise<Map<string, Shown>> {
  const rows = await db.service.findMany({
    where: { id: { in: [...new Set(ids)] }, AND: buyable() },
    select: service,
    orderBy: { id: "asc" },
    take: MOST_MATCHES,
  });
  return new Map(rows.map((row) => [row.id, row]));
}
