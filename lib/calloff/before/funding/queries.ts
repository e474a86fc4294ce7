import "server-only";
import { type Actor, holds } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { sum } from "@/lib/core/values/money";
import { termOf, type YearPart } from "../../budget/years";
import { fileVisibleTo } from "../../record/policy";
import { awardedPrices } from "./prices";
import { advanceOf, shareByYear } from "./rules";

const funder = {
  id: true,
  organisationId: true,
  number: true,
  state: true,
  agreedAt: true,
  decidedAt: true,
  reason: true,
  organisation: { select: { name: true } },
  shares: { select: { lotId: true, shareBp: true, sharePence: true, awardPence: true } },
} satisfies Prisma.CallOffFunderSelect;

const funding = {
  id: true,
  reference: true,
  title: true,
  state: true,
  version: true,
  organisationId: true,
  sharedBy: true,
  startsOn: true,
  endsOn: true,
  extensionMonths: true,
  instrument: true,
  estimatePence: true,
  proposedById: true,
  proposedAt: true,
  organisation: { select: { name: true } },
  lots: {
    select: { id: true, number: true, title: true, budgetPence: true, extensionPence: true },
    orderBy: { number: "asc" },
  },
  funders: { select: funder, orderBy: { number: "asc" } },
} satisfies Prisma.CallOffSelect;

export type Funding = Prisma.CallOffGetPayload<{ select: typeof funding }>;
export type FundingPart = Funding["funders"][number];

/** Who pays a call-off and what each has said. */
export async function findFunding(actor: Actor, id: string): Promise<Funding | null> {
  if (!isId(id)) return null;
  return db.callOff.findFirst({ where: { id, AND: fileVisibleTo(actor) }, select: funding });
}

/** What a funder's approver sets aside in each financial year, and how much of it is for getting ready, for whoever may read the file. */
export async function findYears(
  actor: Actor,
  { id, startsOn, endsOn }: Pick<Funding, "id" | "startsOn" | "endsOn">,
  { shares }: Pick<FundingPart, "shares">,
): Promise<{ parts: YearPart[]; advancePence: bigint }> {
  const seen = await db.callOff.count({ where: { id, AND: fileVisibleTo(actor) } });
  if (seen === 0 || !startsOn) return { parts: [], advancePence: 0n };
  const prices = await awardedPrices(db, id);
  return { parts: shareByYear(termOf(startsOn, endsOn), shares, prices), advancePence: advanceOf(shares, prices) };
}

/** Authorities that could pay beside the lead, for a choice; bounded. */
export const listPayers = (actor: Actor, day: string): Promise<{ id: string; name: string }[]> =>
  db.organisation.findMany({
    where: {
      kind: "authority",
      id: { not: actor.organisationId ?? "00000000-0000-0000-0000-000000000000" },
      validFrom: { lte: new Date(day) },
      OR: [{ validTo: null }, { validTo: { gte: new Date(day) } }],
    },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });

const award = {
  version: true,
  lotId: true,
  reason: true,
  singleBid: true,
  tieBreak: true,
  pricePence: true,
  vatPence: true,
  tender: { select: { organisation: { select: { name: true, reference: true } } } },
} satisfies Prisma.LotAwardSelect;

export type AwardToApprove = Prisma.LotAwardGetPayload<{ select: typeof award }>;

/**
 * The award as a funder sees it: for the lots that its body pays for (all of them for the lead authority), who wins, at which price and why.
 * What the others asked for is not in it. Nothing before an award is proposed.
 */
export async function listAwardsToApprove(actor: Actor, id: string): Promise<AwardToApprove[]> {
  if (!isId(id)) return [];
  const rows = await db.lotAward.findMany({
    where: {
      callOffId: id,
      callOff: {
        AND: fileVisibleTo(actor),
        state: { in: ["awardProposed", "approved", "notified", "standstill", "concluded"] },
      },
      OR: [
        { callOff: { organisationId: actor.organisationId ?? "00000000-0000-0000-0000-000000000000" } },
        {
          lot: {
            shares: {
              some: { funder: { organisationId: actor.organisationId ?? "00000000-0000-0000-0000-000000000000" } },
            },
          },
        },
      ],
    },
    select: award,
    orderBy: [{ lot: { number: "asc" } }, { version: "desc" }],
    take: 500,
  });
  return rows.filter(({ lotId }, at) => rows.findIndex((row) => row.lotId === lotId) === at);
}

/** What waits for this person: call-offs to agree to in principle, and awards to approve that they did not propose. The oldest first. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  if (!holds(actor, "authority", "approver")) return [];
  const rows = await db.callOffFunder.findMany({
    where: {
      organisationId: actor.organisationId,
      OR: [
        { state: "asked", callOff: { state: "conflictsAssessed" } },
        {
          state: "waiting",
          callOff: { state: "awardProposed", OR: [{ proposedById: null }, { NOT: { proposedById: actor.id } }] },
        },
      ],
      callOff: { AND: fileVisibleTo(actor) },
    },
    select: {
      id: true,
      state: true,
      shares: { select: { sharePence: true, awardPence: true } },
      callOff: {
        select: {
          ...{ id: true, title: true, conflictsAssessedAt: true, proposedAt: true, createdAt: true },
          organisation: { select: { name: true } },
        },
      },
    },
    orderBy: [{ callOff: { createdAt: "asc" } }, { id: "asc" }],
    take: 10,
  });
  return rows.map(({ id, state, callOff }) => ({
    id,
    title: state === "asked" ? `Agree to pay a share: ${callOff.title}` : `Approve the award: ${callOff.title}`,
    detail:
      state === "asked"
        ? `${callOff.organisation.name} asks your organisation to agree in principle.`
        : `${callOff.organisation.name} proposes an award. Your organisation pays a share.`,
    href: state === "asked" ? `/call-offs/${callOff.id}/funders` : `/call-offs/${callOff.id}/approve`,
    since: (state === "asked" ? callOff.conflictsAssessedAt : callOff.proposedAt) ?? callOff.createdAt,
  }));
}

/** What a body pays of the budgets, and of the award once there is one, in pence. */
export const paysOf = ({ shares }: Pick<FundingPart, "shares">) => ({
  sharePence: sum(shares.map(({ sharePence }) => sharePence)),
  awardPence: sum(shares.map(({ awardPence }) => awardPence ?? 0n)),
});
