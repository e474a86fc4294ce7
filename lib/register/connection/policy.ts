import { type Actor, actsFor, holds } from "@/lib/core/actor";

/** What the policy must know: whose connections they are. */
export type ConnectionOwner = { organisationId: string };

/** Who says who is connected to an organisation: those who write for it. */
export const mayConnect = (actor: Actor, { organisationId }: ConnectionOwner): boolean =>
  holds(actor, "provider", "editor", "signatory") && actsFor(actor, organisationId);

/** Who says that the list is complete: those who sign for it. */
export const mayComplete = (actor: Actor, { organisationId }: ConnectionOwner): boolean =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId);

/** Who may see them, as a filter: the organisation itself, and stewards. Nobody else, auditors of other bodies included. */
export function visibleTo(actor: Actor): { organisationId?: string | { in: string[] } } {
  if (actor.kind === "system" || actor.kind === "steward") return {};
  return { organisationId: actor.kind === "provider" ? actor.organisationId : { in: [] } };
}
