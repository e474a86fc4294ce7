import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { TenderState } from "@/lib/core/prisma/enums";
import { type TenderEvent, tender } from "./states";

/** What the policy must know of a tender: whose it is. */
export type TenderFacts = { organisationId: string };

/** Whether the actor may write a tender for the organisation that they act for. */
export const mayWrite = (actor: Actor): boolean => holds(actor, "provider", "editor", "signatory");

/** A draft is written by the organisation's editors and signatories. */
export const mayEdit = (actor: Actor, { organisationId }: TenderFacts) =>
  mayWrite(actor) && actsFor(actor, organisationId);

const signs = (actor: Actor, { organisationId }: TenderFacts) =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId);

/** What happens to tenders after the close follows from what is done with the call-off. */
const nobody = (_actor: Actor, _row: TenderFacts) => false;

/** Who may do it. When it may be done is the machine's business, and the call-off's close besides. */
export const may = {
  submit: signs,
  withdraw: signs,
  resume: mayEdit,
  open: nobody,
  assess: nobody,
  disregard: nobody,
  win: nobody,
  lose: nobody,
  reconsider: nobody,
} satisfies Record<TenderEvent, (actor: Actor, row: TenderFacts) => boolean>;

/** The tenders of one's own organisation, as a filter. */
export const ownTenders = (actor: Actor): Prisma.TenderWhereInput =>
  actor.kind === "provider" ? { organisationId: actor.organisationId } : { id: { in: [] } };

/** What this person can do with a tender now, while the call-off takes tenders. */
export const nextSteps = (actor: Actor, row: TenderFacts & { state: TenderState }): TenderEvent[] =>
  tender.events(row.state).filter((event) => may[event](actor, row));
