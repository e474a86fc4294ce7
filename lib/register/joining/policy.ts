import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { JoinRequestState } from "@/lib/core/prisma/enums";
import { type JoinRequestEvent, joinRequest } from "./states";

/** What the policy must know of a request: of which organisation, and by whom. */
export type RequestFacts = { organisationId: string; userId: string };

/** Somebody signed in who has no seat, or who has one at another provider, may ask to join one. */
export const mayAsk = (actor: Actor): boolean => actor.kind === "person" || actor.kind === "provider";

/** Whether the actor answers requests to join the organisation that they act for. */
export const answersRequests = (actor: Actor): boolean => holds(actor, "provider", "signatory");

const answers = (actor: Actor, { organisationId, userId }: RequestFacts) =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId) && actor.id !== userId;

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  approve: answers,
  refuse: answers,
  withdraw: (actor, { userId }) => actor.id !== null && actor.id === userId,
} satisfies Record<JoinRequestEvent, (actor: Actor, row: RequestFacts) => boolean>;

/** Who may see it, as a filter: whoever asked, and those who sign for the organisation. */
export function visibleTo(actor: Actor): Prisma.JoinRequestWhereInput {
  if (actor.kind === "system") return {};
  const asked: Prisma.JoinRequestWhereInput[] = [ownedBy(actor)];
  return {
    OR: holds(actor, "provider", "signatory") ? [...asked, { organisationId: actor.organisationId }] : asked,
  };
}

/** What somebody asked themselves, as a filter. */
export const ownedBy = (actor: Actor): Prisma.JoinRequestWhereInput => ({
  userId: { in: actor.id === null ? [] : [actor.id] },
});

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, row: RequestFacts & { state: JoinRequestState }): JoinRequestEvent[] =>
  joinRequest.events(row.state).filter((event) => may[event](actor, row));
