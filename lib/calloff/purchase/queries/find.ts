import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import type { Uplift } from "@/lib/register/service/rates/uplift";
import { workingsAt } from "@/lib/register/service/rates/working";
import { fileVisibleTo, offeredTo } from "../policy";

const rateLine = {
  number: true,
  pence: true,
  unit: true,
  what: true,
  complexity: true,
  volumeFrom: true,
  volumeTo: true,
} as const;

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
  rateCard: {
    select: {
      id: true,
      version: true,
      validFrom: true,
      validTo: true,
      uplifts: { select: { placeCode: true, upliftBp: true }, orderBy: { placeCode: "asc" } },
    },
  },
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

export type PurchaseFile = Worked<Prisma.PurchaseGetPayload<{ select: typeof file }>>;
export type Offer = Worked<Prisma.PurchaseGetPayload<{ select: typeof offer }>>;
export type PurchaseLineRow = PurchaseFile["lines"][number];

type Priced = { placeCode: string; rateCard: { uplifts: Uplift[] }; lines: { rateLine: { pence: bigint } }[] };
type Worked<P extends Priced> = Omit<P, "lines"> & { lines: (P["lines"][number] & { working: string | null })[] };

/** The same with the arithmetic of each unit price, where the list adds something in the place that is bought for. */
async function worked<P extends Priced>(row: P | null): Promise<Worked<P> | null> {
  if (!row) return null;
  const workings = workingsAt(row.rateCard.uplifts, row.placeCode, (await reference()).places);
  return { ...row, lines: row.lines.map((line) => ({ ...line, working: workings(line.rateLine.pence).working })) };
}

/** The whole file of a purchase, for its buyer, its funders and auditors. */
export async function findPurchase(actor: Actor, id: string): Promise<PurchaseFile | null> {
  if (!isId(id)) return null;
  return worked(await db.purchase.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: file }));
}

/** What has been offered to the actor's own organisation: never how the buyer came to it. */
export async function findOffer(actor: Actor, id: string): Promise<Offer | null> {
  if (!isId(id)) return null;
  return worked(await db.purchase.findFirst({ where: { id, AND: offeredTo(actor) }, select: offer }));
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
