import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ApplicationState } from "@/lib/core/prisma/enums";
import { type ApplicationEvent, application } from "./states";

/** What the policy must know of an application: whose it is, who sent it and who has it. */
export type ApplicationFacts = {
  organisationId: string;
  submittedById: string | null;
  assessorId: string | null;
  proposedById: string | null;
};

/** Whether the actor writes for the organisation that applies. */
export const writes = (actor: Actor, { organisationId }: Pick<ApplicationFacts, "organisationId">) =>
  holds(actor, "provider", "editor", "signatory") && actsFor(actor, organisationId);

const signs = (actor: Actor, { organisationId }: ApplicationFacts) =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId);

/** Nobody assesses what they sent in themselves, even with a seat at the steward's office. */
const assesses = (actor: Actor, { submittedById }: ApplicationFacts) =>
  holds(actor, "steward", "assessor", "admin") && actor.id !== submittedById;

/** Two people decide: whoever proposed it is not whoever agrees. */
const seconds = (actor: Actor, row: ApplicationFacts) => assesses(actor, row) && actor.id !== row.proposedById;

const has = (actor: Actor, row: ApplicationFacts) => assesses(actor, row) && actor.id === row.assessorId;

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  submit: signs,
  withdraw: signs,
  answered: writes,
  take: assesses,
  // An admin can free an application whose assessor is away.
  handBack: (actor, row) => has(actor, row) || (assesses(actor, row) && holds(actor, "steward", "admin")),
  handOver: (actor, row) => has(actor, row) || (assesses(actor, row) && holds(actor, "steward", "admin")),
  ask: has,
  propose: has,
  agree: seconds,
  disagree: seconds,
  decide: has,
} satisfies Record<ApplicationEvent, (actor: Actor, row: ApplicationFacts) => boolean>;

/** Findings are written by whoever has the application. */
export const mayFind = has;

/** Notes are written by everybody who assesses, and read inside the office that keeps the register. */
export const writesNotes = assesses;
export const readsNotes = (actor: Actor): boolean =>
  actor.kind === "system" || (actor.kind === "steward" && readsQueue(actor));

/** Who reads every application that was sent, and the queue of them. */
export const readsQueue = (actor: Actor): boolean => holds(actor, "steward", "assessor", "admin") || isAuditor(actor);

/** Who may see it, as a filter. A draft is its organisation's own business. */
export function visibleTo(actor: Actor): Prisma.ApplicationWhereInput {
  if (actor.kind === "system") return {};
  const own: Prisma.ApplicationWhereInput =
    actor.kind === "provider" ? { organisationId: actor.organisationId } : { id: { in: [] } };
  return readsQueue(actor) ? { OR: [own, { submittedAt: { not: null } }] } : own;
}

type Standing = ApplicationFacts & {
  state: ApplicationState;
  /** Whether a second assessor has to agree: then a decision is proposed, and otherwise it is made. */
  needsSecond?: boolean;
};

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, { needsSecond = false, ...row }: Standing): ApplicationEvent[] =>
  application
    .events(row.state)
    .filter((event) => may[event](actor, row) && event !== (needsSecond ? "decide" : "propose"));
