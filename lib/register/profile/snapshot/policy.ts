import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import { readsAll } from "@/lib/register/evidence/policy";

/** What the policy must know of a snapshot: whose profile it is. */
export type SnapshotOwner = { organisationId: string };

/** Who takes a snapshot, shares it and takes it back: whoever signs for the organisation. */
export const mayShare = (actor: Actor, { organisationId }: SnapshotOwner): boolean =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId);

/**
 * Who may read a snapshot, as a filter: its own organisation's people, those who check the register, auditors, and people
 * of an authority for as long as it is shared with them. To others it does not exist.
 */
export function visibleTo(actor: Actor): Prisma.ProfileSnapshotWhereInput {
  if (readsAll(actor)) return {};
  if (actor.kind === "provider") return { organisationId: actor.organisationId };
  return actor.kind === "authority" ? sharedWith(actor.organisationId) : { id: { in: [] } };
}

/** Snapshots that are shared with an organisation now. */
export const sharedWith = (organisationId: string): Prisma.ProfileSnapshotWhereInput => ({
  shares: { some: { organisationId, endedAt: null } },
});
