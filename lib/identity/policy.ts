import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";

/** An organisation, as far as permission goes. */
export type Place = { organisationId: string; kind: OrganisationKind };
type Colleague = Place & { userId: string };

/** The role that looks after colleagues. An organisation always keeps one person in it. */
export const keeper: Record<OrganisationKind, Role> = {
  provider: "signatory",
  authority: "admin",
  steward: "admin",
  investor: "admin",
};

/** The roles that an organisation gives its own people. An auditor reads every history, so only the steward gives that. */
export const ownRoles: Record<OrganisationKind, readonly Role[]> = {
  provider: ["editor", "signatory", "viewer"],
  authority: ["commissioner", "approver", "evaluator", "practitioner", "admin", "viewer"],
  steward: ["assessor", "admin"],
  investor: ["admin", "viewer"],
};

const looksAfter = (actor: Actor, { organisationId, kind }: Place) =>
  holds(actor, kind, keeper[kind]) && actsFor(actor, organisationId);

const runsTheRegister = (actor: Actor) => holds(actor, "steward", "admin");
const isSystem = (actor: Actor) => actor.kind === "system";

/** The roles that this person may give there: their own organisation's; elsewhere the steward names a keeper or an auditor. */
export function rolesToGive(actor: Actor, place: Place): readonly Role[] {
  const own = looksAfter(actor, place) ? ownRoles[place.kind] : [];
  const asSteward: Role[] = runsTheRegister(actor) ? [keeper[place.kind], "auditor"] : [];
  return [...new Set([...own, ...asSteward])];
}

/** Who may do it. When it may be done is said by the commands. */
export const may = {
  invite: (actor: Actor, place: Place) => isSystem(actor) || rolesToGive(actor, place).length > 0,
  withdrawInvitation: (actor: Actor, place: Place) => rolesToGive(actor, place).length > 0,
  setRoles: looksAfter,
  removeSeat: (actor: Actor, { userId, ...place }: Colleague) => looksAfter(actor, place) || actor.id === userId,
  resetFactor: (actor: Actor, { userId, ...place }: Colleague) =>
    actor.id !== userId && (looksAfter(actor, place) || runsTheRegister(actor)),
  disable: (actor: Actor, { userId }: { userId: string }) => runsTheRegister(actor) && actor.id !== userId,
  enable: (actor: Actor) => runsTheRegister(actor),
  createAuthority: (actor: Actor) => runsTheRegister(actor),
  /** Their own session, factor, name, invitations and notifications. */
  own: (actor: Actor, { userId }: { userId: string }) => actor.id === userId,
  /** What happens before anybody is known: sign-in itself. */
  signIn: (actor: Actor) => isSystem(actor),
} as const;

/** Whose seats somebody sees: their colleagues'. The steward sees everyone's. */
export function seatsVisibleTo(actor: Actor): Prisma.SeatWhereInput {
  if (isSystem(actor) || actor.kind === "steward") return {};
  return actor.organisationId === null ? nobody : { organisationId: actor.organisationId };
}

/** Which invitations somebody sees: their organisation's. The steward sees all. */
export function invitationsVisibleTo(actor: Actor): Prisma.SeatInvitationWhereInput {
  if (isSystem(actor) || actor.kind === "steward") return {};
  return actor.organisationId === null ? nobody : { organisationId: actor.organisationId };
}

/** Which organisations somebody sees: public bodies, members of the register, and their own. The steward sees all. */
export function organisationsVisibleTo(actor: Actor): Prisma.OrganisationWhereInput {
  if (isSystem(actor) || actor.kind === "steward") return {};
  const open: Prisma.OrganisationWhereInput[] = [
    { kind: { in: ["authority", "steward"] } },
    { memberships: { some: { state: { in: ["active", "suspended", "removalProposed"] } } } },
  ];
  return { OR: actor.organisationId === null ? open : [...open, { id: actor.organisationId }] };
}

/** Only what is one's own: sessions, notifications. */
export const ownedBy = (actor: Actor) => ({ userId: { in: actor.id === null ? [] : [actor.id] } });

const nobody = { organisationId: { in: [] } };
