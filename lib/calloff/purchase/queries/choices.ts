import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { buyable } from "@/lib/register/membership/policy";
import { inForceOn } from "@/lib/register/service/rates/dates";
import { readDay } from "@/lib/register/service/rates/queries";
import { MOST_PRICES } from "@/lib/register/service/rates/schema";
import { workingsAt } from "@/lib/register/service/rates/working";
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

const toBuyOn = (on: string) =>
  ({
    id: true,
    reference: true,
    organisationId: true,
    organisation: { select: { name: true } },
    published: { select: { title: true, summary: true, placeCodes: true } },
    rateCards: {
      where: inForceOn(on),
      take: 1,
      select: { version: true, validTo: true, _count: { select: { lines: true } } },
    },
  }) satisfies Prisma.ServiceSelect;

type Row = Prisma.ServiceGetPayload<{ select: ReturnType<typeof toBuyOn> }>;
export type ServiceToBuy = Omit<Row, "rateCards"> & { rateCard: Row["rateCards"][number] | null };
export type PriceToBuy = Prisma.RateLineGetPayload<{ select: typeof priced }> & {
  /** What one unit costs where the purchase is for. */
  unitPence: bigint;
  /** How that came from the list's own price, when something is added there. */
  working: string | null;
};

/** A service that a commissioner can start to buy now: on show, priced, and its provider an active member of the part. */
export async function findServiceToBuy(actor: Actor, id: string): Promise<ServiceToBuy | null> {
  if (!isId(id) || !mayStart(actor)) return null;
  const row = await db.service.findFirst({ where: { id, AND: buyable() }, select: toBuyOn(readDay()) });
  if (!row) return null;
  const { rateCards, ...service } = row;
  return { ...service, rateCard: rateCards[0] ?? null };
}

/** The prices of the list that a purchase has pinned, with what is added where it is for. */
export async function listPrices(actor: Actor, purchaseId: string): Promise<PriceToBuy[]> {
  if (!isId(purchaseId)) return [];
  const row = await db.purchase.findFirst({
    where: { id: purchaseId, AND: fileVisibleTo(actor) },
    select: {
      placeCode: true,
      rateCard: {
        select: {
          uplifts: { select: { placeCode: true, upliftBp: true }, orderBy: { placeCode: "asc" } },
          lines: { select: priced, orderBy: { number: "asc" }, take: MOST_PRICES },
        },
      },
    },
  });
  if (!row) return [];
  const workings = workingsAt(row.rateCard.uplifts, row.placeCode, (await reference()).places);
  return row.rateCard.lines.map((line) => ({ ...line, ...workings(line.pence) }));
}

/** The other authorities that could pay a share today. */
export async function listCoFunders(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!mayStart(actor)) return [];
  const today = asDate(londonDay(new Date()));
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
