import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { AgreementState } from "@/lib/core/prisma/enums";
import { type AgreementEvent, agreement } from "./states";

/** What the policy must know of an agreement: its two sides. */
export type AgreementFacts = { buyerId: string; supplierId: string };

const runs = (actor: Actor, { buyerId }: AgreementFacts) =>
  holds(actor, "authority", "commissioner", "approver") && actsFor(actor, buyerId);

const supplies = (actor: Actor, { supplierId }: AgreementFacts) =>
  holds(actor, "provider", "signatory") && actsFor(actor, supplierId);

const byTheClock = (actor: Actor, row: AgreementFacts) => actor.kind === "system" || runs(actor, row);

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  mobilise: (actor, row) => runs(actor, row) || supplies(actor, row),
  goLive: runs,
  expire: byTheClock,
  end: byTheClock,
  terminate: runs,
} satisfies Record<AgreementEvent, (actor: Actor, row: AgreementFacts) => boolean>;

/** Who may see all of it, as a filter: both sides, those who pay a share, and auditors. The public sees the award. */
export function visibleTo(actor: Actor): Prisma.AgreementWhereInput {
  const { kind, organisationId } = actor;
  if (kind === "system" || isAuditor(actor)) return {};
  if (kind === "provider") return { supplierId: organisationId };
  if (kind === "authority")
    return { OR: [{ buyerId: organisationId }, { purchase: { funders: { some: { organisationId } } } }] };
  return { id: { in: [] } };
}

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, row: AgreementFacts & { state: AgreementState }): AgreementEvent[] =>
  agreement.events(row.state).filter((event) => may[event](actor, row));
