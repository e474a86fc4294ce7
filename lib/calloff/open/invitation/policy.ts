import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { InvitationState } from "@/lib/core/prisma/enums";
import { type InvitationEvent, invitation } from "./states";

/** What the policy must know of an invitation: who was invited. */
export type InvitationFacts = { organisationId: string };

const answers = (actor: Actor, { organisationId }: InvitationFacts) =>
  holds(actor, "provider", "signatory", "editor") && actsFor(actor, organisationId);

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  intend: answers,
  decline: answers,
  close: (actor: Actor, _row: InvitationFacts) => actor.kind === "system",
} satisfies Record<InvitationEvent, (actor: Actor, row: InvitationFacts) => boolean>;

/** What this person can answer; whether the call-off still waits for answers is the caller's to ask. */
export const nextSteps = (actor: Actor, row: InvitationFacts & { state: InvitationState }): InvitationEvent[] =>
  invitation.events(row.state).filter((event) => may[event](actor, row));
