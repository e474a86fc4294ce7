import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ServiceState } from "@/lib/core/prisma/enums";
import { isId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { draftFactsOf, draftFactsSelect, factsOf, factsSelect, type ServiceFacts } from "./facts";
import { visibleTo } from "./policy";
import { CAPACITY_OLD_AFTER_DAYS, CONFIRM_FROM_DAYS, unfinished } from "./rules";

export type { ServiceFacts } from "./facts";

const DAY = 86_400_000;

const summary = {
  id: true,
  reference: true,
  state: true,
  organisationId: true,
  places: true,
  openPlaces: true,
  waitDays: true,
  capacityAsOf: true,
  confirmedAt: true,
  reason: true,
  partId: true,
  part: { select: { number: true, title: true, categoryCode: true } },
  published: {
    select: {
      title: true,
      summary: true,
      minAge: true,
      outcomeCodes: true,
      settings: true,
      languages: true,
      placeCodes: true,
      description: true,
    },
  },
  draft: {
    select: {
      title: true,
      summary: true,
      minAge: true,
      outcomeCodes: true,
      settings: true,
      languages: true,
      placeCodes: true,
      description: true,
      submittedAt: true,
    },
  },
  _count: { select: { rateCards: true } },
} satisfies Prisma.ServiceSelect;

export type ServiceSummary = Prisma.ServiceGetPayload<{ select: typeof summary }>;

/** What a service is called: as it is being written, else as it is published. */
export const titleOf = ({
  draft,
  published,
}: {
  draft: { title: string } | null;
  published: { title: string } | null;
}): string => draft?.title ?? published?.title ?? "A service";

/** The parts of a service that are not finished. */
export const stillToDo = ({ draft, published, places, capacityAsOf, _count }: ServiceSummary) =>
  unfinished({ version: draft ?? published, hasPrices: _count.rateCards > 0, capacityAsOf, places });

/** The services that the actor's organisation has, newest first, 25 a page, with their number. */
export async function listServices(
  actor: Actor,
  { page = 1, state }: { page?: number; state?: ServiceState | undefined } = {},
) {
  const where = listed(actor, state);
  const [items, total] = await Promise.all([
    db.service.findMany({ where, select: summary, orderBy: newest, take: 25, skip: (page - 1) * 25 }),
    db.service.count({ where }),
  ]);
  return { items, total };
}

/** The same list whole, for a file to take away. */
export function listAllServices(actor: Actor, state?: ServiceState): Promise<ServiceSummary[]> {
  return db.service.findMany({ where: listed(actor, state), select: summary, orderBy: newest, take: 5000 });
}

const newest = [{ createdAt: "desc" }, { id: "desc" }] satisfies Prisma.ServiceOrderByWithRelationInput[];

const listed = (actor: Actor, state: ServiceState | undefined): Prisma.ServiceWhereInput => ({
  AND: [visibleTo(actor), state ? { state } : { state: { not: "withdrawn" } }],
});

const detail = {
  ...summary,
  part: { select: { id: true, number: true, title: true, categoryCode: true } },
  published: true,
  draft: true,
  rateCard: { select: { id: true, version: true, validFrom: true } },
  rateCards: {
    orderBy: { version: "desc" },
    take: 1,
    select: { id: true, version: true, publishedAt: true, lines: { orderBy: { number: "asc" } } },
  },
} satisfies Prisma.ServiceSelect;

export type ServiceDetail = Prisma.ServiceGetPayload<{ select: typeof detail }>;

/** A service at work: what is published, what is being written, and its newest prices. */
export async function findService(actor: Actor, id: string): Promise<ServiceDetail | null> {
  if (!isId(id)) return null;
  return db.service.findFirst({ where: { id, AND: visibleTo(actor) }, select: detail });
}

/** What a buyer will see once what is being written is published: for its organisation, and for those who check it. */
export async function previewService(actor: Actor, id: string): Promise<ServiceFacts | null> {
  if (!isId(id)) return null;
  const row = await db.service.findFirst({ where: { id, AND: visibleTo(actor) }, select: draftFactsSelect });
  return row && draftFactsOf(row, await reference());
}

/** What buyers see now, of a service that the actor may see at work. */
export async function findPublishedFacts(actor: Actor, id: string): Promise<ServiceFacts | null> {
  if (!isId(id)) return null;
  const row = await db.service.findFirst({ where: { id, AND: visibleTo(actor) }, select: factsSelect });
  return row && factsOf(row, await reference());
}

type InReview = {
  id: string;
  reference: string;
  state: ServiceState;
  title: string;
  organisation: string;
  part: string;
  submittedAt: Date;
};

/** What members have sent to be checked by itself, oldest first. Services that go with an application wait with it. */
export async function listServicesInReview(actor: Actor, page = 1): Promise<{ items: InReview[]; total: number }> {
  if (!holds(actor, "steward", "assessor", "admin") && actor.kind !== "system") return { items: [], total: 0 };
  const items = await db.$queryRaw<(InReview & { total: bigint })[]>`
    select s."id", s."reference", s."state"::text as "state", v."title", o."name" as "organisation", p."title" as "part",
           v."submittedAt", count(*) over () as "total"
    from "Service" s
    join "ServiceVersion" v on v."id" = s."draftId" and v."submittedAt" is not null
    join "Organisation" o on o."id" = s."organisationId"
    join "Part" p on p."id" = s."partId"
    where s."state" in ('published', 'paused', 'stale')
       or (s."state" = 'inReview' and exists (
            select 1 from "Membership" m
            where m."organisationId" = s."organisationId" and m."partId" = s."partId" and m."state" = 'active'))
    order by v."submittedAt", s."id"
    limit 25 offset ${(page - 1) * 25}`;
  return { items: items.map(({ total: _, ...item }) => item), total: Number(items[0]?.total ?? 0) };
}

/** How many services of the actor's own organisation are published, or hidden for want of a word. */
export function countConfirmable(actor: Actor): Promise<number> {
  if (!holds(actor, "provider", "editor", "signatory")) return Promise.resolve(0);
  return db.service.count({
    where: {
      organisationId: actor.organisationId ?? "",
      state: { in: ["published", "stale"] },
      AND: visibleTo(actor),
    },
  });
}

/** Whether somebody should say of a service that it is still right. */
export const wantsConfirming = ({ state, confirmedAt }: Pick<ServiceSummary, "state" | "confirmedAt">): boolean =>
  state === "stale" || (state === "published" && (confirmedAt?.getTime() ?? 0) < Date.now() - CONFIRM_FROM_DAYS * DAY);

/** Published services that nobody has confirmed since an instant, oldest first: what a job hides next. */
export function listUnconfirmed(actor: Actor, confirmedBefore: Date) {
  return db.service.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { state: "published", OR: [{ confirmedAt: null }, { confirmedAt: { lt: confirmedBefore } }] },
      ],
    },
    select: { id: true },
    orderBy: [{ confirmedAt: "asc" }, { id: "asc" }],
    take: 100,
  });
}

/** What waits for a provider about its services: those hidden or soon to be, sent back, or with old numbers. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (!holds(actor, "provider", "editor", "signatory")) return [];
  const now = Date.now();
  const confirm = new Date(now - CONFIRM_FROM_DAYS * DAY);
  const old = new Date(now - CAPACITY_OLD_AFTER_DAYS * DAY);
  const rows = await db.service.findMany({
    where: {
      AND: [
        visibleTo(actor),
        {
          OR: [
            { state: "stale" },
            { state: "published", OR: [{ confirmedAt: { lt: confirm } }, { capacityAsOf: { lt: old } }] },
            { state: { in: ["draft", "published", "paused"] }, reason: { not: null }, draft: { submittedAt: null } },
          ],
        },
      ],
    },
    select: {
      id: true,
      state: true,
      reason: true,
      confirmedAt: true,
      capacityAsOf: true,
      createdAt: true,
      draft: { select: { title: true, editedAt: true } },
      published: { select: { title: true } },
    },
    orderBy: [{ confirmedAt: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map((row) => {
    const title = titleOf(row);
    const base = { id: row.id, href: `/services/${row.id}`, since: row.confirmedAt ?? row.createdAt };
    if (row.state === "stale")
      return { ...base, confirms: row.id, title: `Confirm “${title}”`, detail: "Buyers cannot find it until you do." };
    if (row.reason && row.draft)
      return { ...base, since: row.draft.editedAt, title: `Change “${title}”`, detail: row.reason };
    if (row.confirmedAt && row.confirmedAt < confirm)
      return {
        ...base,
        confirms: row.id,
        title: `Confirm “${title}”`,
        detail: "It will be hidden after six months without a word.",
      };
    return {
      ...base,
      href: `/services/${row.id}/capacity`,
      since: row.capacityAsOf ?? row.createdAt,
      title: `Say how full “${title}” is`,
      detail: "The number of open places is over a month old.",
    };
  });
}
