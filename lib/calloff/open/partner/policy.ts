import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { TenderPartnerState } from "@/lib/core/prisma/enums";
import { type TenderPartnerEvent, tenderPartner } from "./states";

/** What the policy must know of a named sub-contractor: which organisation it is. */
export type TenderPartnerFacts = { organisationId: string };

/** Only a signatory of the sub-contractor confirms its share, never the organisation that tenders. */
const answers = (actor: Actor, { organisationId }: TenderPartnerFacts) =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId);

/** Asking again follows from a changed share. */
const nobody = (_actor: Actor, _row: TenderPartnerFacts) => false;

/** Who may do it. When it may be done is the machine's business. */
export const may = { confirm: answers, decline: answers, ask: nobody } satisfies Record<
  TenderPartnerEvent,
  (actor: Actor, row: TenderPartnerFacts) => boolean
>;

/** What this person can answer, while the call-off takes tenders. */
export const nextSteps = (
  actor: Actor,
  row: TenderPartnerFacts & { state: TenderPartnerState },
): TenderPartnerEvent[] => tenderPartner.events(row.state).filter((event) => may[event](actor, row));
