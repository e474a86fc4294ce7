import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { CallOffRoute, CallOffState, EvaluatorRole } from "@/lib/core/prisma/enums";
import { type CallOffEvent, callOff } from "./states";

/** What the policy must know of a call-off: whose it is, and who judges it. */
export type CallOffFacts = { organisationId: string; evaluators: readonly { userId: string; role: EvaluatorRole }[] };

/** Whether the actor may start a call-off for the organisation that they act for. */
export const mayStart = (actor: Actor): boolean => holds(actor, "authority", "commissioner");

/** Whether the actor runs this call-off: a commissioner of its authority. */
export const mayRun = (actor: Actor, { organisationId }: Pick<CallOffFacts, "organisationId">) =>
  mayStart(actor) && actsFor(actor, organisationId);

/** An officer of the authority who may take part in opening tenders. It takes two of them. */
export const mayOpen = (actor: Actor, { organisationId }: Pick<CallOffFacts, "organisationId">) =>
  holds(actor, "authority", "commissioner", "approver", "evaluator") && actsFor(actor, organisationId);

/** Whoever was appointed to write down what the evaluators agree. */
export const mayModerate = (actor: Actor, { evaluators }: Pick<CallOffFacts, "evaluators">) =>
  actor.kind === "authority" && evaluators.some(({ userId, role }) => userId === actor.id && role === "moderator");

/** What follows by itself from what others do; nobody presses it. */
const nobody = (_actor: Actor, _row: CallOffFacts) => false;
const byTheClock = (actor: Actor, row: CallOffFacts) => actor.kind === "system" || mayOpen(actor, row);

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  assessConflicts: mayRun,
  revise: mayRun,
  fund: nobody,
  publish: mayRun,
  withdraw: mayRun,
  close: byTheClock,
  open: mayOpen,
  evaluate: mayRun,
  moderate: mayModerate,
  proposeAward: mayRun,
  approve: nobody,
  reconsider: mayRun,
  notify: mayRun,
  standStill: mayRun,
  conclude: mayRun,
  cancel: mayRun,
  fail: mayRun,
} satisfies Record<CallOffEvent, (actor: Actor, row: CallOffFacts) => boolean>;

const none: Prisma.CallOffWhereInput = { id: { in: [] } };

/**
 * The whole file, as a filter: everybody at the authority, a funder once it has been asked, whoever was appointed to
 * judge, and auditors always. What a tender says is judged by `lib/calloff/seal` besides.
 */
export function fileVisibleTo(actor: Actor): Prisma.CallOffWhereInput {
  const { kind, id, organisationId } = actor;
  if (kind === "system" || isAuditor(actor)) return {};
  if (kind !== "authority") return none;
  return {
    OR: [
      { organisationId },
      { state: { not: "draft" }, funders: { some: { organisationId, state: { not: "listed" } } } },
      { evaluators: { some: { userId: id } } },
    ],
  };
}

/** Routes that are advertised to everyone. The others are known to those invited. */
export const advertised: readonly CallOffRoute[] = ["belowThreshold", "marketCompetition", "directAward", "grantRound"];

/** What was published, as a filter: advertised call-offs for everyone, others for those invited. It stays visible when it has ended. */
export const opportunityVisibleTo = (actor: Actor): Prisma.CallOffWhereInput => ({
  publishedAt: { not: null },
  OR: [
    { route: { in: [...advertised] } },
    ...(actor.kind === "provider"
      ? [
          { invitations: { some: { organisationId: actor.organisationId } } },
          { tenders: { some: { partners: { some: { organisationId: actor.organisationId } } } } },
        ]
      : []),
  ],
});

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, row: CallOffFacts & { state: CallOffState }): CallOffEvent[] =>
  callOff.events(row.state).filter((event) => may[event](actor, row));
