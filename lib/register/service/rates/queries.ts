import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { pretendedNow } from "@/lib/core/clock";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { day } from "@/lib/core/values/format";
import { isId } from "@/lib/core/values/id";
import { addDays, asDay, endOfLondonDay, londonDay } from "@/lib/core/values/moment";
import { toPercent } from "@/lib/core/values/share";
import { reference } from "@/lib/reference/queries";
import { mayEdit, visibleTo } from "../policy";
import { changeSentence, priceChanges, upliftChanges } from "./changes";
import { rateColumns } from "./columns";
import { standingOf } from "./dates";

/** The London day on which a read is made. */
export const readDay = (): string => londonDay(pretendedNow() ?? new Date());

const card = {
  id: true,
  version: true,
  validFrom: true,
  validTo: true,
  publishedAt: true,
  withdrawnAt: true,
  createdAt: true,
  ...rateColumns,
} satisfies Prisma.RateCardSelect;

type Card = Prisma.RateCardGetPayload<{ select: typeof card }>;

/** A price list with where it stands today, and what it changed of the list before it. */
export type PriceList = Card & { standing: ReturnType<typeof standingOf>; changed: string[] };

/** The price lists of a service of the actor's own organisation, the latest first: the last fifty. */
export async function listPriceLists(actor: Actor, serviceId: string): Promise<PriceList[]> {
  if (!isId(serviceId)) return [];
  const service = await db.service.findFirst({
    where: { id: serviceId, AND: visibleTo(actor) },
    select: { organisationId: true, rateCards: { select: card, orderBy: { version: "desc" }, take: 51 } },
  });
  if (!service || (!mayEdit(actor, service) && actor.organisationId !== service.organisationId)) return [];
  const { places } = await reference();
  const today = readDay();
  const lists = service.rateCards;
  return lists.slice(0, 50).map((list) => ({
    ...list,
    standing: standingOf(list, today),
    changed: changedFrom(beforeOf(list, lists), list, places.label),
  }));
}

/** One price list of a service of the actor's own organisation. */
export async function findPriceList(actor: Actor, serviceId: string, id: string): Promise<PriceList | null> {
  return (await listPriceLists(actor, serviceId)).find((list) => list.id === id) ?? null;
}

/** What the newest list adds in some places, as a form would send it: a file of prices leaves that as it is. */
export async function listUplifts(actor: Actor, serviceId: string): Promise<{ place: string; percent: string }[]> {
  const base = (await listPriceLists(actor, serviceId)).find(({ standing }) => standing !== "withdrawn");
  const { places } = await reference();
  return (base?.uplifts ?? []).map(({ placeCode, upliftBp }) => ({
    place: places.label(placeCode),
    percent: toPercent(upliftBp),
  }));
}

/** What new prices are judged against, for somebody who may change them: where the service runs, and its lists with their days. */
export async function findPricesToCheck(actor: Actor, serviceId: string) {
  if (!isId(serviceId)) return null;
  const service = await db.service.findFirst({
    where: { id: serviceId, AND: visibleTo(actor) },
    select: {
      organisationId: true,
      state: true,
      published: { select: { placeCodes: true } },
      draft: { select: { placeCodes: true } },
      rateCards: {
        where: { withdrawnAt: null },
        orderBy: { validFrom: "asc" },
        select: { ...card, saidTo: true },
      },
    },
  });
  if (!service || !mayEdit(actor, service)) return null;
  return {
    isPublic: service.state !== "draft",
    placeCodes: (service.draft ?? service.published)?.placeCodes ?? [],
    cards: service.rateCards.filter(({ publishedAt }) => publishedAt !== null),
    /** What stands while nothing is published. */
    written: service.rateCards.find(({ publishedAt }) => publishedAt === null) ?? null,
  };
}

/** What a list is compared with: the one that held the day before it, else the version before it. */
const beforeOf = (list: Card, lists: readonly Card[]): Card | undefined => {
  const earlier = lists.filter(({ version }) => version < list.version);
  return earlier.find(({ withdrawnAt }) => withdrawnAt === null) ?? earlier[0];
};

function changedFrom(before: Card | undefined, after: Card, name: (code: string) => string): string[] {
  if (!before) return [];
  const prices = priceChanges(before.lines, after.lines).filter(({ kind }) => kind !== "same");
  return [...prices.map(changeSentence), ...upliftChanges(before.uplifts, after.uplifts, name)];
}

/** From so many days before its prices end a provider is asked for new ones. */
const ASK_BEFORE_DAYS = 30;

/** What waits for a provider about its prices: services whose lists all come to an end soon, or have ended. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (!holds(actor, "provider", "editor", "signatory")) return [];
  const soon = new Date(addDays(readDay(), ASK_BEFORE_DAYS));
  const standing = { publishedAt: { not: null }, withdrawnAt: null } satisfies Prisma.RateCardWhereInput;
  const rows = await db.service.findMany({
    where: {
      AND: visibleTo(actor),
      organisationId: actor.organisationId ?? "",
      state: { in: ["published", "paused", "stale"] },
      rateCards: { none: { ...standing, OR: [{ validTo: null }, { validTo: { gt: soon } }] } },
    },
    select: {
      id: true,
      published: { select: { title: true } },
      rateCards: {
        where: standing,
        orderBy: { validFrom: "desc" },
        take: 1,
        select: { validTo: true, publishedAt: true },
      },
    },
    orderBy: { id: "asc" },
    take: 10,
  });
  return rows.flatMap(({ id, published, rateCards: [last] }) =>
    last?.validTo && last.publishedAt
      ? {
          id: `prices-${id}`,
          href: `/services/${id}/prices`,
          title: `Publish new prices for “${published?.title ?? "a service"}”`,
          detail: `The last of its prices end on ${day(last.validTo.toISOString())}. After that nobody can buy it.`,
          since: last.publishedAt,
          due: endOfLondonDay(asDay(last.validTo)),
        }
      : [],
  );
}

/** Services whose pointer is not at the prices of a day: what a job moves next, a thousand at the most. */
export function listDueRates(actor: Actor, on: string): Promise<{ id: string }[]> {
  if (actor.kind !== "system") return Promise.resolve([]);
  return db.$queryRaw<{ id: string }[]>`
    select s."id" from "Service" s join "RateCard" c on c."serviceId" = s."id"
    where c."publishedAt" is not null and c."withdrawnAt" is null and c."validFrom" <= ${on}::date
      and (c."validTo" is null or c."validTo" >= ${on}::date) and c."id" is distinct from s."rateCardId"
    order by s."id" limit 1000`;
}
