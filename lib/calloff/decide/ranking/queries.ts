import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db, type Tx } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import type { TenderState } from "@/lib/core/prisma/enums";
import { fileVisibleTo } from "../../record/policy";
import { mayReadPrices } from "../../seal/policy";
import { type Contender, type Contest, ranked, type Sensitivity, sensitivity } from "./contest";
import type { Ranking } from "./rules";
import { failWords } from "./words";

const ruled = {
  id: true,
  reference: true,
  title: true,
  state: true,
  instrument: true,
  organisationId: true,
  openedAt: true,
  lockedAt: true,
  priceMethod: true,
  evaluators: { select: { userId: true, role: true } },
  criteria: {
    select: { id: true, number: true, title: true, kind: true, weightBp: true, minimum: true },
    orderBy: { number: "asc" },
  },
} satisfies Prisma.CallOffSelect;

const tendered = {
  id: true,
  reference: true,
  state: true,
  reason: true,
  organisationId: true,
  organisation: { select: { name: true, reference: true } },
  consensus: { select: { criterionId: true, score: true }, orderBy: { version: "asc" } },
} satisfies Prisma.TenderSelect;

/** Whose a tender for a lot is, and what it costs for the first term: pence without VAT, and the VAT. */
export type LotTender = {
  id: string;
  reference: string;
  state: TenderState;
  organisationId: string;
  organisation: { name: string; reference: string };
  pricePence: bigint;
  vatPence: bigint;
};

/** How one lot stands: the contest as it was, its ranking, what would change the winner, and who is not considered. */
export type JudgedLot = {
  lotId: string;
  number: number;
  title: string;
  categoryCode: string;
  placeCodes: string[];
  budgetPence: bigint;
  contest: Contest;
  ranking: Ranking;
  sensitivity: Sensitivity | null;
  tenders: LotTender[];
  disregarded: { id: string; reference: string; organisation: { name: string; reference: string }; reason: string }[];
};

type Reader = Pick<Tx, "callOff" | "lot">;

/**
 * How every lot of a call-off stands once quality is locked, in the order of lots: from the newest consensus, the prices
 * without VAT and the weights as published. Empty before the lock and for whoever may not read prices. A tender whose
 * price with VAT passes the budget, or that scored under a minimum, is unsuitable. Within a command give its transaction.
 */
export async function judged(actor: Actor, callOffId: string, tx: Reader = db): Promise<JudgedLot[]> {
  const row = await tx.callOff.findFirst({ where: { id: callOffId, AND: fileVisibleTo(actor) }, select: ruled });
  if (!row || !mayReadPrices(actor, row)) return [];
  const lots = await tx.lot.findMany({
    where: { callOffId },
    select: {
      ...{ id: true, number: true, title: true, categoryCode: true, placeCodes: true, budgetPence: true },
      tenders: { select: { pricePence: true, vatPence: true, tender: { select: tendered } } },
    },
    orderBy: { number: "asc" },
    take: 100,
  });
  return lots.map(({ id: lotId, tenders: bids, ...about }) => {
    const { budgetPence } = about;
    const tenders = bids
      .flatMap(({ tender: { consensus, reason, ...tender }, pricePence, vatPence }) =>
        pricePence === null || vatPence === null || tender.state === "disregarded"
          ? []
          : [{ tender: { ...tender, pricePence, vatPence }, scores: scoresIn(consensus) }],
      )
      .toSorted(({ tender: one }, { tender: other }) => (one.reference < other.reference ? -1 : 1));
    const contest: Contest = {
      method: row.priceMethod,
      criteria: row.criteria,
      tenders: tenders.map(({ tender, scores }) => contender(tender, scores, budgetPence)),
    };
    return {
      ...{ lotId, ...about, contest },
      ranking: ranked(contest),
      sensitivity: sensitivity(contest),
      tenders: tenders.map(({ tender }) => tender),
      disregarded: bids
        .filter(({ tender, pricePence }) => tender.state === "disregarded" || pricePence === null)
        .map(({ tender: { id, reference, organisation, state, reason } }) => ({
          ...{ id, reference, organisation },
          reason: state === "disregarded" ? (reason ?? "") : failWords.noPrice,
        })),
    };
  });
}

/** The newest version of each consensus counts; they come oldest first. */
const scoresIn = (consensus: readonly { criterionId: string; score: number }[]) =>
  Object.fromEntries(consensus.map(({ criterionId, score }) => [criterionId, score]));

function contender(
  { id, reference, pricePence, vatPence }: LotTender,
  scores: Contender["scores"],
  budgetPence: bigint,
): Contender {
  const totalPence = pricePence + vatPence;
  const fails = totalPence > budgetPence ? [failWords.budget({ totalPence, budgetPence })] : [];
  return { id, reference, scores, pence: pricePence, fails };
}

/** A call-off with the ranking of each of its lots, for its page. Null for whoever may not read prices, and before the lock. */
export async function rankingOf(actor: Actor, callOffId: string) {
  const row = await db.callOff.findFirst({ where: { id: callOffId, AND: fileVisibleTo(actor) }, select: ruled });
  if (!row || !mayReadPrices(actor, row)) return null;
  return { ...row, lots: await judged(actor, callOffId) };
}
