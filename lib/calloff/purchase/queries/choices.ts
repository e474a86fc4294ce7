import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/id";
import { londonDay } from "@/lib/core/moment";
import type { Prisma } from "@/lib/core/prisma/client";
import { buyable } from "@/lib/register/membership/policy";
import { fileVisibleTo, mayStart } from "../policy";

const priced = {
  id: true,
  number: true,
  unit: true,
  what: true,
  complexity: true,
  pence: true,
  vatBp: true,
  volumeFrom: true,
  volumeTo: true,
} satisfies Prisma.RateLineSelect;

const toBuy = {
  id: true,
  reference: true,
  organisationId: true,
  organisation: { select: { name: true } },
  published: { select: { title: true, summary: true, placeCodes: true } },
  rateCard: {
    select: { version: true, validTo: true, lines: { select: priced, orderBy: { number: "asc" }, take: 200 } },
  },
} satisfies Prisma.ServiceSelect;

export type ServiceToBuy = Prisma.ServiceGetPayload<{ select: typeof toBuy }>;
export type PriceToBuy = Prisma.RateLineGetPayload<{ select: typeof priced }>;

/** A service that a commissioner can start to buy now: on show, priced, and its provider an active member of the part. */
export async function findServiceToBuy(actor: Actor, id: string): Promise<ServiceToBuy | null> {
  if (!isId(id) || !mayStart(actor)) return null;
  return db.service.findFirst({ where: { id, AND: buyable() }, select: toBuy });
}

/** The prices of the rate card that a purchase has pinned. */
export async function listPrices(actor: Actor, purchaseId: string): Promise<PriceToBuy[]> {
  if (!isId(purchaseId)) return [];
  return db.rateLine.findMany({
    where: { rateCard: { purchases: { some: { id: purchaseId, AND: fileVisibleTo(actor) } } } },
    select: priced,
    orderBy: { number: "asc" },
    take: 200,
  });
}

/** The other authorities that could pay a share today. */
export async function listCoFunders(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!mayStart(actor)) return [];
  const today = new Date(`${londonDay(new Date())}T00:00:00Z`);
  return db.organisation.findMany({
    where: {
      kind: "authority",
      id: { not: actor.organisationId ?? "" },
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gte: today } }],
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
}
