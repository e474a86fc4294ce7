import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { fileVisibleTo } from "../../../record/policy";
import { mayReadPrices } from "../../../seal/policy";
import { ConcentrationRecord, RankingRecord } from "../record";
import { blinded } from "../rules";

const pack = {
  id: true,
  reference: true,
  title: true,
  state: true,
  organisationId: true,
  organisation: { select: { name: true } },
  instrument: true,
  route: true,
  routeReason: true,
  need: true,
  priceMethod: true,
  standstillDays: true,
  standstillEndsOn: true,
  conflictsAssessment: true,
  publishedAt: true,
  closesAt: true,
  openedAt: true,
  lockedAt: true,
  proposedById: true,
  proposedAt: true,
  approvedAt: true,
  notifiedAt: true,
  noticedAt: true,
  endReason: true,
  evaluators: {
    select: { userId: true, role: true, finishedAt: true, user: { select: { name: true } } },
    orderBy: { appointedAt: "asc" },
  },
  openings: { select: { at: true, user: { select: { name: true } } }, orderBy: { at: "asc" } },
  lots: {
    select: { id: true, number: true, title: true, categoryCode: true, placeCodes: true, budgetPence: true },
    orderBy: { number: "asc" },
  },
  funders: {
    select: {
      id: true,
      state: true,
      reason: true,
      decidedAt: true,
      organisation: { select: { name: true } },
      shares: { select: { sharePence: true, awardPence: true } },
    },
    orderBy: { number: "asc" },
  },
  invitations: {
    select: { state: true, reason: true, organisation: { select: { name: true } } },
    orderBy: { organisation: { name: "asc" } },
    take: 1000,
  },
  leftOut: { select: { reason: true, organisation: { select: { name: true } } }, take: 1000 },
  notices: {
    select: { reference: true, kindCode: true, title: true, publishedAt: true },
    orderBy: { number: "asc" },
    take: 100,
  },
  awards: {
    select: {
      ...{ lotId: true, version: true, tenderId: true, reason: true, singleBid: true, tieBreak: true },
      ...{ pricePence: true, vatPence: true, ranking: true, concentration: true, proposedById: true, proposedAt: true },
    },
    orderBy: [{ version: "desc" }],
    take: 500,
  },
} satisfies Prisma.CallOffSelect;

type Row = Prisma.CallOffGetPayload<{ select: typeof pack }>;

/** A decision about one lot, as it was proposed, with the records behind it. `winner` is the name of who was chosen. */
export type Decision = Omit<Row["awards"][number], "ranking" | "concentration"> & {
  winner: string | null;
  ranking: RankingRecord;
  concentration: ConcentrationRecord | null;
};

/** The award pack: everything that the decision rests on. `whole` says whether losing prices are in it. */
export type AwardPack = Omit<Row, "awards" | "lots"> & {
  whole: boolean;
  lots: (Row["lots"][number] & { decision: Decision | null; earlier: Decision[] })[];
};

/**
 * The award pack of a call-off, for whoever may read its file. A body that only pays a share sees every place and every
 * reason, and neither the price nor the price points of a tender that did not win.
 */
export async function findAward(actor: Actor, id: string): Promise<AwardPack | null> {
  if (!isId(id)) return null;
  const row = await db.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: pack });
  if (!row) return null;
  const { awards, lots, ...rest } = row;
  const whole = mayReadPrices(actor, row);
  const decisions = awards.map((award): Decision => {
    const ranking = RankingRecord.parse(award.ranking);
    return {
      ...award,
      winner: ranking.tenders.find((tender) => tender.id === award.tenderId)?.name ?? null,
      ranking: whole ? ranking : blinded(ranking, award.tenderId),
      concentration: ConcentrationRecord.safeParse(award.concentration).data ?? null,
    };
  });
  return {
    ...rest,
    whole,
    lots: lots.map((lot) => {
      const [decision = null, ...earlier] = decisions.filter(({ lotId }) => lotId === lot.id);
      return { ...lot, decision, earlier };
    }),
  };
}

/** Who said what about conflicts of interest in a call-off: each person's newest word. For whoever may read its file. */
export async function listDeclared(actor: Actor, callOffId: string) {
  const rows = await db.callOffDeclaration.findMany({
    where: { callOffId, callOff: fileVisibleTo(actor) },
    select: { userId: true, conflicted: true, detail: true, declaredAt: true },
    orderBy: [{ userId: "asc" }, { declaredAt: "desc" }, { id: "desc" }],
    distinct: ["userId"],
    take: 200,
  });
  const people = await db.user.findMany({
    where: { id: { in: rows.map(({ userId }) => userId) } },
    select: { id: true, name: true },
    take: 200,
  });
  return rows
    .map((row) => ({ ...row, name: people.find(({ id }) => id === row.userId)?.name ?? "Somebody" }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
