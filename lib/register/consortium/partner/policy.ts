import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { ConsortiumState, PartnerState } from "@/lib/core/prisma/enums";
import { type PartnerEvent, partner } from "./states";

/** What the policy must know of a partner: which organisation it is, and who leads. */
export type PartnerFacts = { organisationId: string; leadId: string };

const signs = (actor: Actor, organisationId: string) =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId);

const answers = (actor: Actor, { organisationId }: PartnerFacts) => signs(actor, organisationId);

/** Who may do it. When it may be done is the machine's business, and the consortium's. */
export const may = {
  agree: answers,
  decline: answers,
  // Whoever leads ends the consortium instead of leaving it.
  leave: (actor, row) => answers(actor, row) && row.organisationId !== row.leadId,
  askAgain: (actor, { leadId }) => signs(actor, leadId),
} satisfies Record<PartnerEvent, (actor: Actor, row: PartnerFacts) => boolean>;

/** Partners answer, and are asked again, while it is forming; one may leave while it stands too. */
export const isOpen = (consortium: ConsortiumState, event: PartnerEvent) =>
  consortium === "forming" || (consortium === "formed" && event === "leave");

/** What this person can do now about one partner: the page draws exactly these. */
export const partnerSteps = (
  actor: Actor,
  row: PartnerFacts & { state: PartnerState; consortiumState: ConsortiumState },
): PartnerEvent[] =>
  partner.events(row.state).filter((event) => isOpen(row.consortiumState, event) && may[event](actor, row));
