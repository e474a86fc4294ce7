import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { CallOffState, FundingState } from "@/lib/core/prisma/enums";
import { type FundingEvent, funding } from "./states";

/** What the policy must know of a funder's part: whose it is, and who proposed the award. */
export type FundingFacts = { organisationId: string; callOff: { proposedById: string | null } };

const speaks = (actor: Actor, { organisationId }: FundingFacts) =>
  holds(actor, "authority", "approver") && actsFor(actor, organisationId);

/** Nobody approves what they proposed themselves, whatever other roles they hold. */
const approves = (actor: Actor, row: FundingFacts) => speaks(actor, row) && actor.id !== row.callOff.proposedById;

/** Being asked, and asked again, follows from what the commissioner does with the call-off. */
const nobody = (_actor: Actor, _row: FundingFacts) => false;

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  ask: nobody,
  unask: nobody,
  request: nobody,
  recall: nobody,
  agree: speaks,
  decline: speaks,
  approve: approves,
  refuse: approves,
} satisfies Record<FundingEvent, (actor: Actor, row: FundingFacts) => boolean>;

/** In which state of the call-off each answer is asked for. */
const when: Partial<Record<FundingEvent, CallOffState>> = {
  agree: "conflictsAssessed",
  decline: "conflictsAssessed",
  approve: "awardProposed",
  refuse: "awardProposed",
};

/** What this person can answer now; nothing unless the call-off asks for it. */
export const nextSteps = (
  actor: Actor,
  row: FundingFacts & { state: FundingState; callOff: { state: CallOffState } },
): FundingEvent[] =>
  funding.events(row.state).filter((event) => when[event] === row.callOff.state && may[event](actor, row));
