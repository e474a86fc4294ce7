import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import type { AgreementState } from "@/lib/core/prisma/enums";
import { isId } from "@/lib/core/values/id";
import { addDays, asDate, londonDay } from "@/lib/core/values/moment";
import { awardKinds } from "@/lib/register/notice/words";
import { listWaiting as listToConclude } from "./conclusion/queries";
import { visibleTo } from "./policy";
import { ENDING_DAYS } from "./rules";
import { stateWords, waitingActs } from "./words";

const PAGE = 25;

const summary = {
  id: true,
  reference: true,
  title: true,
  state: true,
  instrument: true,
  placeCode: true,
  categoryCode: true,
  startsOn: true,
  endsOn: true,
  valuePence: true,
  vatPence: true,
  signedAt: true,
  buyerId: true,
  supplierId: true,
  buyer: { select: { name: true } },
  supplier: { select: { name: true } },
} satisfies Prisma.AgreementSelect;

const detail = {
  ...summary,
  signedById: true,
  endReason: true,
  payments: {
    select: {
      number: true,
      kind: true,
      unit: true,
      what: true,
      complexity: true,
      unitPence: true,
      volume: true,
      amountPence: true,
      vatPence: true,
    },
    orderBy: { number: "asc" },
    take: 200,
  },
  buyerSignedById: true,
  buyerSignedAt: true,
  supplierSignedById: true,
  supplierSignedAt: true,
  callOff: {
    select: {
      id: true,
      reference: true,
      title: true,
      need: true,
      notices: {
        where: { kindCode: { in: ["UK5", "UK7", ...awardKinds] } },
        select: { reference: true, kindCode: true, title: true, publishedAt: true },
        orderBy: { number: "asc" },
        take: 50,
      },
    },
  },
  investor: { select: { name: true } },
  lot: { select: { id: true, number: true, title: true } },
  terms: { select: { facts: true } },
  purchase: {
    select: {
      id: true,
      reference: true,
      need: true,
      route: true,
      proposedById: true,
      proposedAt: true,
      routeFacts: true,
      service: { select: { reference: true } },
      serviceVersion: { select: { number: true, title: true } },
      rateCard: { select: { version: true } },
      funders: {
        select: {
          organisationId: true,
          shareBp: true,
          sharePence: true,
          decidedById: true,
          decidedAt: true,
          organisation: { select: { name: true } },
        },
        orderBy: { number: "asc" },
      },
    },
  },
} satisfies Prisma.AgreementSelect;

export type AgreementSummary = Prisma.AgreementGetPayload<{ select: typeof summary }>;
export type AgreementDetail = Prisma.AgreementGetPayload<{ select: typeof detail }>;

const newest: Prisma.AgreementOrderByWithRelationInput[] = [{ signedAt: "desc" }, { id: "desc" }];
type View = { state?: AgreementState | undefined; page?: number };

/** Agreements that the actor's organisation is a side of, or pays for, newest first. */
export async function listAgreements(actor: Actor, { state, page = 1 }: View = {}) {
  const where: Prisma.AgreementWhereInput = { AND: [visibleTo(actor), state ? { state } : {}] };
  const [rows, total] = await Promise.all([
    db.agreement.findMany({ where, select: summary, orderBy: newest, take: PAGE, skip: (page - 1) * PAGE }),
    db.agreement.count({ where }),
  ]);
  return { rows, total };
}

/** Every agreement that fits, for a file; bounded. */
export const exportAgreements = (actor: Actor, { state }: View = {}): Promise<AgreementSummary[]> =>
  db.agreement.findMany({
    where: { AND: [visibleTo(actor), state ? { state } : {}] },
    select: summary,
    orderBy: newest,
    take: 10_000,
  });

/** One agreement, whole, for both sides, its funders and auditors. */
export async function findAgreement(actor: Actor, id: string): Promise<AgreementDetail | null> {
  if (!isId(id)) return null;
  return db.agreement.findFirst({ where: { id, AND: visibleTo(actor) }, select: detail });
}

/** What the clock asks of agreements on a day: which are in their last stretch, and which are over. For a daily job. */
export async function listDue(actor: Actor, on: string): Promise<{ id: string; event: "expire" | "end" }[]> {
  const today = asDate(on);
  const soon = asDate(addDays(on, ENDING_DAYS));
  const rows = await db.agreement.findMany({
    where: {
      AND: [
        visibleTo(actor),
        {
          OR: [
            { state: "live", endsOn: { lte: soon } },
            { state: "expiring", endsOn: { lt: today } },
          ],
        },
      ],
    },
    select: { id: true, state: true },
    orderBy: [{ endsOn: "asc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map(({ id, state }) => ({ id, event: state === "live" ? "expire" : "end" }));
}

/** What waits for this person here: call-offs to conclude, and agreements to sign, to get ready, to start. */
export const listWaiting = async (actor: Actor): Promise<Waiting[]> =>
  (await Promise.all([listToConclude(actor), listToAct(actor)])).flat();

/** Agreements that wait for somebody of their side, the earliest start first. */
async function listToAct(actor: Actor): Promise<Waiting[]> {
  const today = londonDay(new Date());
  const own = actor.organisationId ?? "";
  const buyer: boolean = holds(actor, "authority", "commissioner");
  const signs: boolean = buyer || holds(actor, "authority", "approver");
  const supplier: boolean = holds(actor, "provider", "signatory");
  if (!signs && !supplier) return [];
  const side: Prisma.AgreementWhereInput = signs ? { buyerId: own } : { supplierId: own };
  const asks: Prisma.AgreementWhereInput[] = [
    { state: "drafting", ...(signs ? { buyerSignedAt: null } : { supplierSignedAt: null }) },
    ...(buyer || supplier ? [{ state: "signed" as const }] : []),
    ...(buyer ? [{ state: "mobilising" as const, startsOn: { lte: asDate(today) } }] : []),
  ];
  const rows = await db.agreement.findMany({
    where: { AND: [visibleTo(actor), side, { OR: asks }] },
    select: { ...summary, terms: { select: { pinnedAt: true } } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, title, state, buyer, supplier, signedAt, startsOn, terms }) => ({
    id,
    title: `${waitingActs[state] ?? stateWords[state].label}: ${title}`,
    detail:
      state === "drafting"
        ? `Drawn up between ${buyer.name} and ${supplier.name}.`
        : `Agreed between ${buyer.name} and ${supplier.name}.`,
    href: `/agreements/${id}`,
    since: signedAt ?? terms?.pinnedAt ?? startsOn,
    due: startsOn,
  }));
}
