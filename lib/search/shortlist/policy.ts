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

/** Who may do it. When it may be done is the machine's business. */
export const may = { freeze: mayEdit } satisfies Record<ShortlistEvent, (actor: Actor, row: ShortlistOwner) => boolean>;

/** Who may see it, as a filter: its own authority, and auditors. */
export function visibleTo(actor: Actor): Prisma.ShortlistWhereInput {
  const readsAll: boolean = actor.kind === "system" || isAuditor(actor);
  if (readsAll) return {};
  return actor.kind === "authority" ? { organisationId: actor.organisationId } : { id: { in: [] } };
}

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, row: ShortlistOwner & { state: ShortlistState }): ShortlistEvent[] =>
  shortlist.events(row.state).filter((event) => may[event](actor, row));

/** Whether its entries can still be changed, and by this person. */
export const isEditable = (actor: Actor, row: ShortlistOwner & { state: ShortlistState }): boolean =>
  row.state === "open" && mayEdit(actor, row);
