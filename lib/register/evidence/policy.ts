import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";

/** What the policy must know of a file: whose it is. */
export type EvidenceOwner = { organisationId: string };

/** Who adds, renews and withdraws the files of an organisation. */
export const mayKeep = (actor: Actor, { organisationId }: EvidenceOwner): boolean =>
  holds(actor, "provider", "editor", "signatory") && actsFor(actor, organisationId);

/** What only the clock does: scans and reminders. */
export const isClock = (actor: Actor): boolean => actor.kind === "system";

/** Who reads every file: those who check the register, and auditors. */
export const readsAll = (actor: Actor): boolean =>
  actor.kind === "system" || holds(actor, "steward", "assessor", "admin") || isAuditor(actor);

/**
 * Who may see a file, as a filter: its own organisation's people, those who check the register, auditors; and people of an
 * authority where the organisation lets buyers read it, for as long as it is not withdrawn. To others it does not exist.
 */
export function visibleTo(actor: Actor): Prisma.EvidenceWhereInput {
  if (readsAll(actor)) return {};
  if (actor.kind === "provider") return { organisationId: actor.organisationId };
  return actor.kind === "authority" ? { readers: "buyers", withdrawnAt: null } : { id: { in: [] } };
}

/** The files of the actor's own organisation, as a filter. */
export const ownedBy = (actor: Actor): Prisma.EvidenceWhereInput =>
  actor.kind === "provider" ? { organisationId: actor.organisationId } : { id: { in: [] } };
