import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { ApprovalState, PurchaseState } from "@/lib/core/prisma/enums";
import { type ApprovalEvent, approval } from "./states";

/** What the policy must know of a share: whose it is, and who proposed the purchase. */
export type ShareFacts = { organisationId: string; purchase: { proposedById: string | null } };

/** An approver answers for their own organisation, and never about what they proposed themselves. */
const approves = (actor: Actor, { organisationId, purchase }: ShareFacts) =>
  holds(actor, "authority", "approver") && actsFor(actor, organisationId) && actor.id !== purchase.proposedById;

/** Who may do it. When it may be done is the machine's business. */
export const may = { approve: approves, refuse: approves } satisfies Record<
  ApprovalEvent,
  (actor: Actor, row: ShareFacts) => boolean
>;

/** What this person can answer about a share now; nothing unless the purchase is proposed. */
export const nextSteps = (
  actor: Actor,
  row: ShareFacts & { state: ApprovalState; purchase: { state: PurchaseState } },
): ApprovalEvent[] =>
  row.purchase.state === "proposed" ? approval.events(row.state).filter((event) => may[event](actor, row)) : [];
