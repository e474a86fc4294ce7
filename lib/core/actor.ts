import type { OrganisationKind, Role } from "./prisma/enums";

/** Somebody acting for an organisation, with every role they hold there. */
export type Member = { kind: OrganisationKind; id: string; organisationId: string; roles: readonly Role[] };

/** Somebody signed in who has no seat yet. */
export type Person = { kind: "person"; id: string; organisationId: null; roles: readonly [] };

/** Anybody at all: the public. */
export type Visitor = { kind: "visitor"; id: null; organisationId: null; roles: readonly [] };

/** A job that runs by the clock, not by a person. */
export type System = { kind: "system"; id: null; organisationId: null; roles: readonly [] };

/** Who is asking. Read from the database on every request; never from a cookie. */
export type Actor = Member | Person | Visitor | System;

export const visitor: Visitor = { kind: "visitor", id: null, organisationId: null, roles: [] };
export const system: System = { kind: "system", id: null, organisationId: null, roles: [] };

/** Whether the actor holds at least one of these roles at an organisation of this kind. */
export const holds = (actor: Actor, kind: OrganisationKind, ...roles: Role[]): actor is Member =>
  actor.kind === kind && roles.some((role) => (actor.roles as readonly Role[]).includes(role));

/** Whether the actor acts for this very organisation. */
export const actsFor = (actor: Actor, organisationId: string): actor is Member =>
  actor.organisationId !== null && actor.organisationId === organisationId;

/** An auditor of any organisation may read every history and change nothing. */
export const isAuditor = (actor: Actor): actor is Member => (actor.roles as readonly Role[]).includes("auditor");
