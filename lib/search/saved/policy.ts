import { type Actor, actsFor, type Member } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";

/** What the policy must know of a saved search: whose it is, and for whom they acted. */
export type SavedOwner = { userId: string; organisationId: string };

/** Whoever acts for an organisation may keep searches there. */
export const mayKeep = (actor: Actor): actor is Member => actor.organisationId !== null;

/** Nobody but the person themselves, acting for the organisation that they saved it for. */
export const isOwn = (actor: Actor, { userId, organisationId }: SavedOwner): boolean =>
  actor.id === userId && actsFor(actor, organisationId);

/** Who may see it, as a filter: its owner, and the clock. Colleagues, stewards and auditors do not. */
export function visibleTo(actor: Actor): Prisma.SavedSearchWhereInput {
  if (actor.kind === "system") return {};
  return mayKeep(actor) ? { userId: actor.id, organisationId: actor.organisationId } : { id: { in: [] } };
}

/** Whether the clock's work may be done: by nobody in person. */
export const isClock = (actor: Actor): boolean => actor.kind === "system";
