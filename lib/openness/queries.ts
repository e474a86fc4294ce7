import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { addDays, startOfLondonDay } from "@/lib/core/values/moment";
import { reference } from "@/lib/reference/queries";
import { visibleTo } from "./policy";
import type { AwardFilter } from "./schema";

const PAGE = 25;

const award = {
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
  buyer: { select: { name: true, reference: true } },
  supplier: { select: { name: true, reference: true, provider: { select: { size: true, vcse: true } } } },
  purchase: { select: { route: true } },
  callOff: { select: { reference: true, route: true } },
  // Every tender that was opened for the lot, those that were disregarded too.
  lot: { select: { number: true, title: true, _count: { select: { tenders: true } } } },
} satisfies Prisma.AgreementSelect;

const detail = {
  ...award,
  id: true,
  endReason: true,
  // What was bought and how much, never at what unit price: an amount beside a volume would give it away.
  payments: {
    select: { number: true, unit: true, what: true, complexity: true },
    orderBy: { number: "asc" },
    take: 200,
  },
  purchase: {
    select: {
      reference: true,
      route: true,
      routeFacts: true,
      proposedAt: true,
      offeredAt: true,
      service: { select: { reference: true } },
      serviceVersion: { select: { number: true, title: true } },
      funders: {
        select: { number: true, shareBp: true, sharePence: true, organisation: { select: { name: true } } },
        orderBy: { number: "asc" },
      },
    },
  },
  investor: { select: { name: true, reference: true } },
  returnCapBp: true,
  // Of the competition, how it was run and who won: never a tender that lost, nor its price.
  callOff: {
    select: {
      reference: true,
      title: true,
      need: true,
      route: true,
      routeFacts: true,
      noticedAt: true,
      notices: {
        select: { reference: true, title: true, kindCode: true, publishedAt: true },
        orderBy: { number: "asc" },
        take: 100,
      },
      agreements: {
        where: { signedAt: { not: null } },
        select: { reference: true, title: true, valuePence: true, supplier: { select: { name: true } } },
        orderBy: { lot: { number: "asc" } },
        take: 100,
      },
    },
  },
  lot: {
    select: {
      number: true,
      title: true,
      description: true,
      _count: { select: { tenders: true } },
      shares: {
        select: { shareBp: true, awardPence: true, funder: { select: { organisation: { select: { name: true } } } } },
        where: { shareBp: { gt: 0 } },
        orderBy: { funder: { number: "asc" } },
      },
    },
  },
} satisfies Prisma.AgreementSelect;

export type Award = Prisma.AgreementGetPayload<{ select: typeof award }>;
export type AwardDetail = Prisma.AgreementGetPayload<{ select: typeof detail }>;

const newest: Prisma.AgreementOrderByWithRelationInput[] = [{ signedAt: "desc" }, { id: "desc" }];

async function matching(actor: Actor, filter: AwardFilter): Promise<Prisma.AgreementWhereInput> {
  const { words, buyer, category, place, instrument, from, to } = filter;
  const text = { contains: words.replace(/[%_\\]/g, "\\$&"), mode: "insensitive" as const };
  const near = place ? (await reference()).places.around(place) : [];
  const and: Prisma.AgreementWhereInput[] = [visibleTo(actor)];
  if (words)
    and.push({ OR: [{ title: text }, { reference: text }, { supplier: { name: text } }, { buyer: { name: text } }] });
  if (buyer) and.push({ buyer: { reference: buyer } });
  if (category) and.push({ categoryCode: category });
  if (place) and.push({ placeCode: { in: near } });
  if (instrument) and.push({ instrument });
  if (from) and.push({ signedAt: { gte: startOfLondonDay(from) } });
  if (to) and.push({ signedAt: { lt: startOfLondonDay(addDays(to, 1)) } });
  return { AND: and };
}

/** What was awarded, newest first, a page at a time, with how much it comes to and how much of it went to VCSEs. */
export async function listAwards(actor: Actor, filter: AwardFilter) {
  const where = await matching(actor, filter);
  const [rows, all, vcse, suppliers] = await Promise.all([
    db.agreement.findMany({ where, select: award, orderBy: newest, take: PAGE, skip: (filter.page - 1) * PAGE }),
    db.agreement.aggregate({ where, _count: true, _sum: { valuePence: true } }),
    db.agreement.aggregate({
      where: { AND: [where, { supplier: { provider: { vcse: true } } }] },
      _sum: { valuePence: true },
    }),
    db.organisation.count({ where: { agreementsSold: { some: where } } }),
  ]);
  return {
    rows,
    total: all._count,
    valuePence: all._sum.valuePence ?? 0n,
    vcsePence: vcse._sum.valuePence ?? 0n,
    suppliers,
  };
}

/** Every award that fits, for a file; bounded. */
export const exportAwards = async (actor: Actor, filter: AwardFilter): Promise<Award[]> =>
  db.agreement.findMany({ where: await matching(actor, filter), select: award, orderBy: newest, take: 10_000 });

/** One award by its reference, as the public sees it. */
export async function findAward(actor: Actor, reference: string): Promise<AwardDetail | null> {
  if (!/^TG-\d{4}-\d{6,}$/.test(reference)) return null;
  return db.agreement.findFirst({ where: { reference, AND: visibleTo(actor) }, select: detail });
}

/** The days on which an award passed each stop of its line, by what was done. */
export async function listAwardStops(actor: Actor, { id }: Pick<AwardDetail, "id">): Promise<Map<string, Date>> {
  const open = await db.agreement.findFirst({ where: { id, AND: visibleTo(actor) }, select: { id: true } });
  if (!open) return new Map();
  const lines = await db.auditEvent.findMany({
    where: { subject: "agreement", subjectId: id },
    select: { event: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 20,
  });
  return new Map(lines.map(({ event, at }) => [event.slice("agreement.".length), at]));
}

/** The authorities that have awarded something, for a filter. */
export const listBuyers = (actor: Actor): Promise<{ reference: string; name: string }[]> =>
  db.organisation.findMany({
    where: { agreementsBought: { some: visibleTo(actor) } },
    select: { reference: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
