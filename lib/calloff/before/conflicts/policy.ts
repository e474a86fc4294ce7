import { type Actor, actsFor, holds } from "@/lib/core/actor";

/** What the policy must know: whose call-off it is, who pays, and who judges. */
export type PartFacts = {
  organisationId: string;
  funders: readonly { organisationId: string }[];
  evaluators: readonly { userId: string }[];
};

/** Whoever has a part in a call-off declares their interests: officers of its authority, those who speak for a funder, and those who judge. */
export function mayDeclare(actor: Actor, { organisationId, funders, evaluators }: PartFacts): boolean {
  if (actor.kind === "authority" && evaluators.some(({ userId }) => userId === actor.id)) return true;
  const own = actsFor(actor, organisationId) && holds(actor, "authority", "commissioner", "approver", "evaluator");
  const pays = funders.some((funder) => actsFor(actor, funder.organisationId));
  return own || (pays && holds(actor, "authority", "commissioner", "approver"));
}
