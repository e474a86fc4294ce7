import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/id";
import type { Prisma } from "@/lib/core/prisma/client";
import { fileVisibleTo, offeredTo } from "../policy";

const rateLine = { number: true, unit: true, what: true, complexity: true, volumeFrom: true, volumeTo: true } as const;

const line = {
  rateLineId: true,
  volume: true,
  unitPence: true,
  amountPence: true,
  vatBp: true,
  vatPence: true,
  rateLine: { select: rateLine },
} as const;

const shared = {
  id: true,
  reference: true,
  title: true,
  need: true,
  state: true,
  instrument: true,
  placeCode: true,
  startsOn: true,
  endsOn: true,
  year: true,
  valuePence: true,
  vatPence: true,
  createdAt: true,
  proposedAt: true,
  offeredAt: true,
  answeredAt: true,
  answeredById: true,
  answerReason: true,
  organisationId: true,
  supplierId: true,
  buyer: { select: { name: true, reference: true, isCentral: true } },
  supplier: { select: { name: true, reference: true } },
  service: { select: { reference: true, part: { select: { categoryCode: true } } } },
  serviceVersion: { select: { id: true, number: true, title: true, summary: true, placeCodes: true } },
  rateCard: { select: { id: true, version: true, validFrom: true, validTo: true } },
  lines: { select: line, orderBy: { rateLine: { number: "asc" } } },
  agreement: { select: { id: true, reference: true } },
} satisfies Prisma.PurchaseSelect;

const file = {
  ...shared,
  version: true,
  sharedBy: true,
  reason: true,
  route: true,
  ruleCodes: true,
  routeFacts: true,
  serviceId: true,
  createdById: true,
  proposedById: true,
  shortlist: { select: { id: true, reference: true, name: true } },
  funders: {
    select: {
      id: true,
      organisationId: true,
      number: true,
      shareBp: true,
      sharePence: true,
      state: true,
      decidedById: true,
      decidedAt: true,
      reason: true,
      organisation: { select: { name: true } },
      purchase: { select: { state: true, proposedById: true } },
    },
    orderBy: { number: "asc" },
  },
  conflicts: { select: { userId: true, conflicted: true, declaredAt: true }, orderBy: { declaredAt: "asc" }, take: 50 },
} satisfies Prisma.PurchaseSelect;

const offer = {
  ...shared,
  funders: {
    select: { number: true, shareBp: true, sharePence: true, organisation: { select: { name: true } } },
    orderBy: { number: "asc" },
  },
} satisfies Prisma.PurchaseSelect;

export type PurchaseFile = Prisma.PurchaseGetPayload<{ select: typeof file }>;
export type Offer = Prisma.PurchaseGetPayload<{ select: typeof offer }>;
export type PurchaseLineRow = PurchaseFile["lines"][number];

/** The whole file of a purchase, for its buyer, its funders and auditors. */
export async function findPurchase(actor: Actor, id: string): Promise<PurchaseFile | null> {
  if (!isId(id)) return null;
  return db.purchase.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: file });
}

/** What has been offered to the actor's own organisation: never how the buyer came to it. */
export async function findOffer(actor: Actor, id: string): Promise<Offer | null> {
  if (!isId(id)) return null;
  return db.purchase.findFirst({ where: { id, AND: offeredTo(actor) }, select: offer });
}

/** The names of people, by id, for a record that the actor has found: who proposed it, who approved it. */
export async function namesOf(actor: Actor, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (actor.kind === "visitor" || wanted.length === 0) return new Map();
  const found = await db.user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
    take: 200,
  });
  return new Map(found.map(({ id, name }) => [id, name]));
}
