import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";

type Owner = { organisationId: string };

/** Approvers set what their own authority may spend, and what it may buy without a competition. */
export const maySet = (actor: Actor, { organisationId }: Owner): boolean =>
  holds(actor, "authority", "approver") && actsFor(actor, organisationId);

/** Whether the actor may make a budget at all, for the organisation that they act for. */
export const mayMake = (actor: Actor): boolean => holds(actor, "authority", "approver");

/** An authority's money, as a filter: its own people and auditors. */
export function visibleTo(actor: Actor): { organisationId?: Prisma.StringFilter } {
  const { kind, organisationId } = actor;
  if (kind === "system" || isAuditor(actor)) return {};
  return { organisationId: { in: kind === "authority" ? [organisationId] : [] } };
}
