import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { isId } from "@/lib/core/values/id";
import { ownTenders } from "../../open/tender/policy";
import { fileVisibleTo } from "../../record/policy";
import { mayReadPrices } from "../../seal/policy";
import { SummaryFacts } from "./facts";

/**
 * The summaries of one's own tender, newest first: the newest counts, unless the award is being reconsidered (`stands`).
 * Null for anybody else's tender, and while nothing was sent.
 */
export async function findSummary(actor: Actor, tenderId: string) {
  if (!isId(tenderId)) return null;
  const rows = await db.assessmentSummary.findMany({
    where: { tenderId, tender: ownTenders(actor) },
    select: {
      version: true,
      facts: true,
      sentAt: true,
      callOff: { select: { reference: true, title: true, state: true, standstillEndsOn: true } },
    },
    orderBy: { version: "desc" },
    take: 20,
  });
  const [newest] = rows;
  if (!newest) return null;
  const { state } = newest.callOff;
  return {
    callOff: newest.callOff,
    stands: state === "notified" || state === "standstill" || state === "concluded",
    versions: rows.map(({ version, facts, sentAt }) => ({ version, sentAt, facts: SummaryFacts.parse(facts) })),
  };
}

/** The summaries that were sent for a call-off, newest first, for whoever may read its tenders. Empty for everybody else. */
export async function listSummaries(actor: Actor, callOffId: string) {
  if (!isId(callOffId)) return [];
  const row = await db.callOff.findFirst({
    where: { id: callOffId, AND: fileVisibleTo(actor) },
    select: {
      organisationId: true,
      openedAt: true,
      lockedAt: true,
      evaluators: { select: { userId: true, role: true } },
    },
  });
  if (!row || !mayReadPrices(actor, row)) return [];
  const sent = await db.assessmentSummary.findMany({
    where: { callOffId },
    select: { tenderId: true, version: true, facts: true, sentAt: true },
    orderBy: [{ sentAt: "desc" }, { tenderId: "asc" }],
    take: 1000,
  });
  return sent.map(({ facts, ...rest }) => ({ ...rest, facts: SummaryFacts.parse(facts) }));
}
