import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { fileVisibleTo, offeredTo } from "../policy";
import type { OfferView, PurchaseView } from "../words";

const PAGE = 25;

const summary = {
  id: true,
  reference: true,
  title: true,
  state: true,
  instrument: true,
  placeCode: true,
  year: true,
  valuePence: true,
  vatPence: true,
  createdAt: true,
  proposedAt: true,
  offeredAt: true,
  answeredAt: true,
  organisationId: true,
  buyer: { select: { name: true } },
  supplier: { select: { name: true } },
} satisfies Prisma.PurchaseSelect;

export type PurchaseSummary = Prisma.PurchaseGetPayload<{ select: typeof summary }>;

const newest: Prisma.PurchaseOrderByWithRelationInput[] = [{ createdAt: "desc" }, { id: "desc" }];

/** What waits for this very person: shares to approve that they did not propose, and drafts that they began. */
function mine(actor: Actor): Prisma.PurchaseWhereInput {
  const { id, organisationId } = actor;
  if (!id || !organisationId) return { id: { in: [] } };
  const approve: Prisma.PurchaseWhereInput = {
    state: "proposed",
    NOT: { proposedById: id },
    funders: { some: { organisationId, state: "waiting" } },
  };
  const finish: Prisma.PurchaseWhereInput = { state: "draft", createdById: id, organisationId };
  return {
    OR: [
      ...(holds(actor, "authority", "approver") ? [approve] : []),
      ...(holds(actor, "authority", "commissioner") ? [finish] : []),
    ],
  };
}

const views: Record<PurchaseView, (actor: Actor) => Prisma.PurchaseWhereInput> = {
  all: () => ({}),
  mine,
  drafts: () => ({ state: "draft" }),
  proposed: () => ({ state: "proposed" }),
  offered: () => ({ state: "offered" }),
  agreed: () => ({ state: "accepted" }),
  ended: () => ({ state: { in: ["refused", "declined", "withdrawn"] } }),
};

/** Purchases that the actor's authority buys or pays for, newest first. */
export async function listPurchases(actor: Actor, { view, page = 1 }: { view: PurchaseView; page?: number }) {
  const where: Prisma.PurchaseWhereInput = { AND: [fileVisibleTo(actor), views[view](actor)] };
  const [rows, total] = await Promise.all([
    db.purchase.findMany({ where, select: summary, orderBy: newest, take: PAGE, skip: (page - 1) * PAGE }),
    db.purchase.count({ where }),
  ]);
  return { rows, total };
}

/** How many purchases wait for this person. */
export const countMine = (actor: Actor): Promise<number> =>
  db.purchase.count({ where: { AND: [fileVisibleTo(actor), mine(actor)] } });

/** Every purchase of a view, for a file; bounded. */
export const exportPurchases = (actor: Actor, view: PurchaseView): Promise<PurchaseSummary[]> =>
  db.purchase.findMany({
    where: { AND: [fileVisibleTo(actor), views[view](actor)] },
    select: summary,
    orderBy: newest,
    take: 10_000,
  });

const offers: Record<OfferView, Prisma.PurchaseWhereInput> = {
  waiting: { state: "offered" },
  answered: { state: { not: "offered" } },
};

/** Offers made to the actor's own organisation, newest first. */
export async function listOffers(actor: Actor, { view, page = 1 }: { view: OfferView; page?: number }) {
  const where: Prisma.PurchaseWhereInput = { AND: [offeredTo(actor), offers[view]] };
  const [rows, total] = await Promise.all([
    db.purchase.findMany({
      where,
      select: summary,
      orderBy: [{ offeredAt: "desc" }, { id: "desc" }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    db.purchase.count({ where }),
  ]);
  return { rows, total };
}

/** Every offer of a view, for a file; bounded. */
export const exportOffers = (actor: Actor, view: OfferView): Promise<PurchaseSummary[]> =>
  db.purchase.findMany({
    where: { AND: [offeredTo(actor), offers[view]] },
    select: summary,
    orderBy: [{ offeredAt: "desc" }, { id: "desc" }],
    take: 10_000,
  });

/** What waits for this person here: shares to approve, drafts to finish, offers to answer. The oldest first. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (holds(actor, "provider", "signatory")) {
    const rows = await db.purchase.findMany({
      where: { AND: [offeredTo(actor), offers.waiting] },
      select: summary,
      orderBy: [{ offeredAt: "asc" }, { id: "asc" }],
      take: 10,
    });
    return rows.map(({ id, title, buyer, offeredAt, createdAt }) => ({
      id,
      title: `Answer the offer: ${title}`,
      detail: `${buyer.name} is waiting for your answer.`,
      href: `/offers/${id}`,
      since: offeredAt ?? createdAt,
    }));
  }
  if (!holds(actor, "authority", "commissioner", "approver")) return [];
  const rows = await db.purchase.findMany({
    where: { AND: [fileVisibleTo(actor), mine(actor)] },
    select: summary,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, title, state, supplier, proposedAt, createdAt }) => ({
    id,
    title: state === "draft" ? `Finish your purchase: ${title}` : `Approve your share: ${title}`,
    detail:
      state === "draft"
        ? `A draft for ${supplier.name}.`
        : `Proposed for ${supplier.name}. Your organisation pays a share.`,
    href: state === "draft" ? `/purchases/${id}` : `/purchases/${id}/approve`,
    since: proposedAt ?? createdAt,
  }));
}
