import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { AgreementState } from "@/lib/core/prisma/enums";
import { type AgreementEvent, agreement } from "./states";

/** What the policy must know of an agreement: its two sides, and how far it is. */
export type AgreementFacts = { buyerId: string; supplierId: string; state: AgreementState };

/** Which sides have signed a draft. Nothing to know of a purchase, whose offer and acceptance are its signatures. */
type Signed = { buyerSignedAt?: Date | null; supplierSignedAt?: Date | null };

type Sides = Pick<AgreementFacts, "buyerId" | "supplierId">;

const runs = (actor: Actor, { buyerId }: Sides) =>
  holds(actor, "authority", "commissioner", "approver") && actsFor(actor, buyerId);

const supplies = (actor: Actor, { supplierId }: Sides) =>
  holds(actor, "provider", "signatory") && actsFor(actor, supplierId);

const byTheClock = (actor: Actor, row: AgreementFacts) => actor.kind === "system" || runs(actor, row);

/**
 * The side for which this person may sign: a commissioner or an approver of the buyer, or a signatory of the supplier.
 * The award was already approved by people who did not propose it, so whoever proposed it may carry it out.
 */
export function sideOf(actor: Actor, row: Sides): "buyer" | "supplier" | null {
  if (runs(actor, row)) return "buyer";
  return supplies(actor, row) ? "supplier" : null;
}

/** The provider may turn down what binds nobody yet. That it is over already is the machine's to say. */
const neverBound: ReadonlySet<AgreementState> = new Set(["drafting", "terminated"]);

/** Who may do it. When it may be done is the machine's business. A draft may be turned down by either side. */
export const may = {
  sign: (actor, row) => sideOf(actor, row) !== null,
  mobilise: (actor, row) => runs(actor, row) || supplies(actor, row),
  goLive: runs,
  expire: byTheClock,
  end: byTheClock,
  terminate: (actor, row) => runs(actor, row) || (neverBound.has(row.state) && supplies(actor, row)),
} satisfies Record<AgreementEvent, (actor: Actor, row: AgreementFacts) => boolean>;

/** Who may see all of it, as a filter: both sides, those who pay a share, whoever carries the risk of a bond, and auditors. The public sees the award. */
export function visibleTo(actor: Actor): Prisma.AgreementWhereInput {
  const { kind, organisationId } = actor;
  if (kind === "system" || isAuditor(actor)) return {};
  if (kind === "provider") return { supplierId: organisationId };
  if (kind === "investor") return { investorId: organisationId };
  if (kind === "authority")
    return {
      OR: [
        { buyerId: organisationId },
        { purchase: { funders: { some: { organisationId } } } },
        { callOff: { funders: { some: { organisationId } } } },
      ],
    };
  return { id: { in: [] } };
}

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, row: AgreementFacts & Signed): AgreementEvent[] =>
  agreement.events(row.state).filter((event) => may[event](actor, row) && (event !== "sign" || !hasSigned(actor, row)));

/** Whether the side that this person may sign for has signed. */
export function hasSigned(actor: Actor, row: AgreementFacts & Signed): boolean {
  const side = sideOf(actor, row);
  return side === "buyer" ? Boolean(row.buyerSignedAt) : side === "supplier" && Boolean(row.supplierSignedAt);
}
