import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { EvaluatorRole } from "@/lib/core/prisma/enums";

/** What decides whether tenders can be read: the opening, the lock, and who asks. */
export type SealFacts = {
  organisationId: string;
  openedAt: Date | null;
  lockedAt: Date | null;
  evaluators: readonly { userId: string; role: EvaluatorRole }[];
};

/** Officers of the authority, whoever judges, and auditors. A funder sees the award, and no losing tender, unless it judges. */
const reads = (actor: Actor, { organisationId, evaluators }: SealFacts) =>
  (actor.kind === "authority" && evaluators.some(({ userId }) => userId === actor.id)) ||
  isAuditor(actor) ||
  (holds(actor, "authority", "commissioner", "approver", "evaluator") && actsFor(actor, organisationId));

/** Whether the actor may read the answers: never before two officers have opened the tenders, whoever asks. */
export const mayReadQuality = (actor: Actor, row: SealFacts): boolean => row.openedAt !== null && reads(actor, row);

/** Whether the actor may read the prices: never before quality is locked. */
export const mayReadPrices = (actor: Actor, row: SealFacts): boolean => row.lockedAt !== null && reads(actor, row);
