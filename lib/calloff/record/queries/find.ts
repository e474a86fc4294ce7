import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { type HistoryLine, type Subject, timelineOf } from "@/lib/core/history/history";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { asDate, londonDay } from "@/lib/core/values/moment";
import { askedColumns } from "../columns";
import { fileVisibleTo, mayStart } from "../policy";

const file = {
  id: true,
  reference: true,
  organisationId: true,
  organisation: { select: { name: true, reference: true, isCentral: true } },
  state: true,
  version: true,
  instrument: true,
  title: true,
  need: true,
  forWhom: true,
  outcomeCodes: true,
  startsOn: true,
  endsOn: true,
  extensionMonths: true,
  mobilisationWeeks: true,
  estimatePence: true,
  socialValueStatement: true,
  barriersConsidered: true,
  route: true,
  routeReason: true,
  registerId: true,
  register: { select: { title: true } },
  priceMethod: true,
  socialValueReason: true,
  vcseShareBp: true,
  sharedBy: true,
  investorId: true,
  investor: { select: { name: true } },
  returnCapBp: true,
  publishOn: true,
  clarifyUntil: true,
  closesAt: true,
  decideOn: true,
  standstillDays: true,
  standstillEndsOn: true,
  conflictsAssessment: true,
  engagementOpenedAt: true,
  createdById: true,
  createdAt: true,
  conflictsAssessedAt: true,
  publishedAt: true,
  closedAt: true,
  openedAt: true,
  lockedAt: true,
  proposedById: true,
  proposedAt: true,
  approvedAt: true,
  notifiedAt: true,
  noticedAt: true,
  concludedAt: true,
  endReason: true,
  endedAt: true,
  ...askedColumns,
  funders: {
    select: {
      id: true,
      organisationId: true,
      number: true,
      state: true,
      reason: true,
      organisation: { select: { name: true } },
      shares: { select: { lotId: true, shareBp: true, sharePence: true, awardPence: true } },
      callOff: { select: { state: true, proposedById: true } },
    },
    orderBy: { number: "asc" },
  },
  evaluators: { select: { userId: true, role: true, finishedAt: true }, orderBy: { appointedAt: "asc" } },
  openings: { select: { userId: true } },
  agreements: { select: { id: true, reference: true }, orderBy: { reference: "asc" } },
  notices: { select: { id: true }, orderBy: { id: "asc" } },
} satisfies Prisma.CallOffSelect;

export type CallOffFile = Prisma.CallOffGetPayload<{ select: typeof file }>;
export type LotRow = CallOffFile["lots"][number];

/** The whole file of a call-off, for those whom the policy lets see it. Nothing of a tender is in it, not even whose it is. */
export async function findCallOff(actor: Actor, id: string): Promise<CallOffFile | null> {
  if (!isId(id)) return null;
  return db.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: file });
}

/** How much there is of what came in: numbers alone, which may be known while tenders are sealed. */
export async function countsOf(actor: Actor, callOffId: string) {
  const callOff: Prisma.CallOffWhereInput = { id: callOffId, AND: fileVisibleTo(actor) };
  const [invited, intend, declined, tenders, questions, unanswered, amendments, summaries, challenges, openChallenges] =
    await Promise.all([
      db.invitation.count({ where: { callOff } }),
      db.invitation.count({ where: { callOff, state: "intends" } }),
      db.invitation.count({ where: { callOff, state: "declined" } }),
      db.tender.count({ where: { callOff, submittedNumber: { not: null }, state: { not: "withdrawn" } } }),
      db.clarification.count({ where: { callOff } }),
      db.clarification.count({ where: { callOff, answeredAt: null } }),
      db.amendment.count({ where: { callOff } }),
      db.assessmentSummary.count({ where: { callOff } }),
      db.challenge.count({ where: { callOff } }),
      db.challenge.count({ where: { callOff, state: "open" } }),
    ]);
  return {
    ...{ invited, intend, declined, tenders, questions, unanswered },
    ...{ amendments, summaries, challenges, openChallenges },
  };
}
export type CallOffCounts = Awaited<ReturnType<typeof countsOf>>;

/**
 * What has happened to a call-off and to its funders' parts, oldest first. Tenders are left out: their lines would say
 * who tendered before anybody may know.
 */
export function historyOf(
  actor: Actor,
  { id, funders }: Pick<CallOffFile, "id"> & { funders: readonly { id: string }[] },
): Promise<HistoryLine[]> {
  const records: Subject[] = [
    { subject: "callOff", id },
    ...funders.map((funder) => ({ subject: "funding", id: funder.id })),
  ];
  return timelineOf(actor, records);
}

/** Investors that can carry the risk of a bond today. */
export async function listInvestors(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!mayStart(actor)) return [];
  const today = asDate(londonDay(new Date()));
  return db.organisation.findMany({
    where: { kind: "investor", validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gte: today } }] },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
  });
}
