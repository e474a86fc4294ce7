import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ConsortiumState } from "@/lib/core/prisma/enums";
import { type ConsortiumEvent, consortium } from "./states";

/** What the policy must know of a consortium: who leads it. */
export type ConsortiumFacts = { leadId: string };

/** Only a signatory binds an organisation to others. That it is a member is asked when it starts. */
export const mayStart = (actor: Actor) => holds(actor, "provider", "signatory");

const leads = (actor: Actor, { leadId }: ConsortiumFacts) =>
  holds(actor, "provider", "signatory") && actsFor(actor, leadId);

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  // The last partner who agrees forms it; nobody forms it alone.
  form: () => false,
  withdraw: leads,
  dissolve: leads,
} satisfies Record<ConsortiumEvent, (actor: Actor, row: ConsortiumFacts) => boolean>;

/** Who changes the partners and their shares, while it is forming. */
export const mayChange = leads;

/**
 * Who may see it at work, as a filter: its partners, itself, stewards and auditors. That one stands, and who is in it, is
 * public with its page on the register.
 */
export function visibleTo(actor: Actor): Prisma.ConsortiumWhereInput {
  const readsAll: boolean = actor.kind === "system" || holds(actor, "steward", "assessor", "admin") || isAuditor(actor);
  if (readsAll) return {};
  if (actor.kind !== "provider") return { organisationId: { in: [] } };
  const { organisationId } = actor;
  return { OR: [{ organisationId }, { leadId: organisationId }, { partners: { some: { organisationId } } }] };
}

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, row: ConsortiumFacts & { state: ConsortiumState }): ConsortiumEvent[] =>
  consortium.events(row.state).filter((event) => may[event](actor, row));
