import type { Actor } from "@/lib/core/actor";
import type { CallOffState, EvaluatorRole } from "@/lib/core/prisma/enums";

/** Who judges, and who of them has said that all their scores are in. */
export type Panel = { evaluators: readonly { userId: string; role: EvaluatorRole; finishedAt: Date | null }[] };

const judges = ({ evaluators }: Panel) => evaluators.filter(({ role }) => role === "evaluator");

/** Whether the actor was appointed to score. */
export const mayScore = (
  actor: Actor,
  { evaluators }: { evaluators: readonly { userId: string; role: EvaluatorRole }[] },
): boolean =>
  actor.kind === "authority" && evaluators.some(({ userId, role }) => userId === actor.id && role === "evaluator");

/** Whether every evaluator has finished: from then the consensus can be written. */
export const allFinished = (panel: Panel): boolean =>
  judges(panel).length > 0 && judges(panel).every(({ finishedAt }) => finishedAt !== null);

/**
 * Whose scores the actor may read: an evaluator their own, and once they have finished those of everyone who has;
 * everybody else none until all have finished, the moderator included.
 */
export function mayReadScoresOf(actor: Actor, panel: Panel, userId: string): boolean {
  if (actor.id === userId) return true;
  const own = judges(panel).find((judge) => judge.userId === actor.id);
  if (!own) return allFinished(panel);
  return own.finishedAt !== null && judges(panel).some((judge) => judge.userId === userId && judge.finishedAt !== null);
}

/** States in which the panel can be put together, and in which it changes only with a reason. */
export const panelOpen: readonly CallOffState[] = [
  "draft",
  "conflictsAssessed",
  "funded",
  "published",
  "closed",
  "opened",
  "evaluating",
];
