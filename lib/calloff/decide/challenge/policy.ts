import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { ChallengeState } from "@/lib/core/prisma/enums";
import { type ChallengeEvent, challenge } from "./states";

/** What the policy must know of a challenge: whose award it is about. */
export type ChallengeFacts = { callOff: { organisationId: string } };

/** Whether the actor writes down what somebody objected to, and decides about it: a commissioner or approver of the authority. */
export const mayRecord = (actor: Actor, { organisationId }: { organisationId: string }) =>
  holds(actor, "authority", "commissioner", "approver") && actsFor(actor, organisationId);

const decides = (actor: Actor, { callOff }: ChallengeFacts) => mayRecord(actor, callOff);

/** Who may do it. When it may be done is the machine's business. */
export const may = { uphold: decides, dismiss: decides, withdraw: decides } satisfies Record<
  ChallengeEvent,
  (actor: Actor, row: ChallengeFacts) => boolean
>;

/** What this person can do now. */
export const nextSteps = (actor: Actor, row: ChallengeFacts & { state: ChallengeState }): ChallengeEvent[] =>
  challenge.events(row.state).filter((event) => may[event](actor, row));
