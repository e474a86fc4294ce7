import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { PurchaseState } from "@/lib/core/prisma/enums";
import { type PurchaseEvent, purchase } from "./states";

/** What the policy must know of a purchase: who buys and who sells. */
export type PurchaseFacts = { organisationId: string; supplierId: string };

/** Whether the actor may start a purchase for the organisation that they act for. */
export const mayStart = (actor: Actor): boolean => holds(actor, "authority", "commissioner");

/** Drafts are written by the buyer's commissioners. */
export const mayEdit = (actor: Actor, { organisationId }: Pick<PurchaseFacts, "organisationId">) =>
  mayStart(actor) && actsFor(actor, organisationId);

const signs = (actor: Actor, { supplierId }: PurchaseFacts) =>
  holds(actor, "provider", "signatory") && actsFor(actor, supplierId);

/** An offer and a refusal follow from what the funders answer; nobody presses them. */
const nobody = (_actor: Actor, _row: PurchaseFacts) => false;

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  propose: mayEdit,
  withdraw: mayEdit,
  offer: nobody,
  refuse: nobody,
  accept: signs,
  decline: signs,
} satisfies Record<PurchaseEvent, (actor: Actor, row: PurchaseFacts) => boolean>;

/** Anyone who proposes or approves may say that they have a conflict, which bars them from both. */
export const mayDeclare = (actor: Actor, row: { organisationId: string; funders: { organisationId: string }[] }) =>
  mayEdit(actor, row) ||
  (holds(actor, "authority", "approver") && row.funders.some(({ organisationId }) => actsFor(actor, organisationId)));

const none: Prisma.PurchaseWhereInput = { id: { in: [] } };

/** The whole file, as a filter: the buyer from the draft on, a co-funder from the proposal on, an auditor always. */
export function fileVisibleTo(actor: Actor): Prisma.PurchaseWhereInput {
  const { kind, organisationId } = actor;
  if (kind === "system" || isAuditor(actor)) return {};
  if (kind !== "authority") return none;
  return {
    OR: [{ organisationId }, { proposedAt: { not: null }, funders: { some: { organisationId } } }],
  };
}

/** What has been offered to the actor's own organisation, as a filter; it stays visible when the buyer takes it back. */
export const offeredTo = (actor: Actor): Prisma.PurchaseWhereInput =>
  actor.kind === "provider" ? { supplierId: actor.organisationId, offeredAt: { not: null } } : none;

/** Who may see it at all, as a filter: a row outside it does not exist for this actor. */
export const visibleTo = (actor: Actor): Prisma.PurchaseWhereInput => ({
  OR: [fileVisibleTo(actor), offeredTo(actor)],
});

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, row: PurchaseFacts & { state: PurchaseState }): PurchaseEvent[] =>
  purchase.events(row.state).filter((event) => may[event](actor, row));
