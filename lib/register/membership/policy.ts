import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { MembershipState } from "@/lib/core/prisma/enums";
import { type MembershipEvent, membership } from "./states";

/** What the policy must know of a membership: whose it is, and who proposed its removal. */
export type MembershipFacts = { organisationId: string; proposedById: string | null };

const keepsRegister = (actor: Actor, { organisationId }: MembershipFacts) =>
  holds(actor, "steward", "assessor", "admin") && !actsFor(actor, organisationId);

const leadsRegister = (actor: Actor, row: MembershipFacts) =>
  keepsRegister(actor, row) && holds(actor, "steward", "admin");

/** Two people remove: whoever proposed it is not whoever decides it. Keeping a member takes nothing away, so one is enough. */
const decides = (actor: Actor, row: MembershipFacts) => actor.id !== row.proposedById && leadsRegister(actor, row);

const signs = (actor: Actor, { organisationId }: MembershipFacts) =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId);

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  suspend: keepsRegister,
  resume: (actor, row) => actor.kind === "system" || keepsRegister(actor, row),
  proposeRemoval: keepsRegister,
  remove: decides,
  keep: leadsRegister,
  removeDebarred: leadsRegister,
  review: keepsRegister,
  leave: signs,
  lapse: (actor, row) => actor.kind === "system" || keepsRegister(actor, row),
  // By itself as soon as what had run out is renewed, or by a steward.
  renew: (actor, row) => actor.kind === "system" || keepsRegister(actor, row),
  // Only a decision on a new application readmits, and it asks its own policy.
  readmit: () => false,
} satisfies Record<MembershipEvent, (actor: Actor, row: MembershipFacts) => boolean>;

/** Who speaks for a member when its removal is considered. */
export const mayRepresent = signs;

/** Who may see it, as a filter. That somebody is a member is public; why somebody is not is between them and the steward. */
export function visibleTo(actor: Actor): Prisma.MembershipWhereInput {
  const readsAll: boolean = actor.kind === "system" || holds(actor, "steward", "assessor", "admin") || isAuditor(actor);
  if (readsAll) return {};
  const standing: Prisma.MembershipWhereInput = { state: "active" };
  return actor.kind === "provider" ? { OR: [{ organisationId: actor.organisationId }, standing] } : standing;
}

/** Services that anybody can find and buy: published, under an active membership of their part. */
export const buyable = (): Prisma.ServiceWhereInput => ({
  state: "published",
  publishedId: { not: null },
  membership: { state: "active" },
});

type Standing = MembershipFacts & {
  state: MembershipState;
  /** Whether the law says that it must be removed, because it is debarred on a mandatory ground. */
  mustGo: boolean;
  /** Whether its yearly review is due within a month. */
  isReviewDue: boolean;
};

/** What this person can do now: the page draws exactly these. A review is there when it is due, and removal for being debarred only for the debarred. */
export const nextSteps = (actor: Actor, row: Standing): MembershipEvent[] =>
  membership.events(row.state).filter((event) => may[event](actor, row) && isCalledFor(event, row));

const isCalledFor = (event: MembershipEvent, { mustGo, isReviewDue }: Standing) =>
  event === "removeDebarred" ? mustGo : event === "review" ? isReviewDue : true;
