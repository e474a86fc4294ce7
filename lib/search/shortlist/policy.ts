import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ShortlistState } from "@/lib/core/prisma/enums";
import { type ShortlistEvent, shortlist } from "./states";

/** What the policy must know of a shortlist: whose it is. */
export type ShortlistOwner = { organisationId: string };

/** Whether the actor may start a shortlist for the organisation that they act for. */
export const mayStart = (actor: Actor): boolean => holds(actor, "authority", "commissioner");

/** Whether the actor has a list of shortlists to look at: everybody at an authority, and auditors. */
export const maySeeAny = (actor: Actor): boolean => actor.kind === "authority" || isAuditor(actor);

/** Whose it is to add, note, drop and restore. */
export const mayEdit = (actor: Actor, { organisationId }: ShortlistOwner): boolean =>
  mayStart(actor) && actsFor(actor, organisationId);

/** Whose it is to let another authority read it, and to take that back; a frozen one too. */
export const mayShare = mayEdit;

/** Who may do it. When it may be done is the machine's business. */
export const may = { freeze: mayEdit } satisfies Record<ShortlistEvent, (actor: Actor, row: ShortlistOwner) => boolean>;

/** Who may see it, as a filter: its own authority, those that it is shared with for as long as it is, and auditors. */
export function visibleTo(actor: Actor): Prisma.ShortlistWhereInput {
  const readsAll: boolean = actor.kind === "system" || isAuditor(actor);
  if (readsAll) return {};
  if (actor.kind !== "authority") return { id: { in: [] } };
  return { OR: [{ organisationId: actor.organisationId }, sharedWith(actor)] };
}

/** Those that other authorities let this actor's authority read now. */
export const sharedWith = (actor: Actor): Prisma.ShortlistWhereInput => ({
  shares: { some: { organisationId: { in: actor.organisationId ? [actor.organisationId] : [] }, endedAt: null } },
});

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, row: ShortlistOwner & { state: ShortlistState }): ShortlistEvent[] =>
  shortlist.events(row.state).filter((event) => may[event](actor, row));

/** Whether its entries can still be changed, and by this person. */
export const isEditable = (actor: Actor, row: ShortlistOwner & { state: ShortlistState }): boolean =>
  row.state === "open" && mayEdit(actor, row);
