import { type Actor, actsFor, holds } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";

/** What the policy must know: whose profile or answer it is. */
export type ProfileOwner = { organisationId: string };

/** Somebody signed in who has no seat, or who has one at another provider, may found an organisation. */
export const mayFound = (actor: Actor) => actor.kind === "person" || actor.kind === "provider";

/** Who writes the profile and the answers of an organisation. */
export const mayWrite = (actor: Actor, { organisationId }: ProfileOwner) =>
  holds(actor, "provider", "editor", "signatory") && actsFor(actor, organisationId);

/** Who changes the name, the address and the numbers of an organisation: whoever signs for it. */
export const mayRename = (actor: Actor, { organisationId }: ProfileOwner) =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId);

/** An organisation's own profile, as a filter. What was sent in an application is read with the application. */
export const visibleTo = (actor: Actor): Prisma.OrganisationWhereInput =>
  actor.kind === "system"
    ? { kind: "provider" }
    : { kind: "provider", id: actor.kind === "provider" ? actor.organisationId : { in: [] } };

/** An organisation's own answers, as a filter. */
export const answersVisibleTo = (actor: Actor): { organisationId?: string | { in: string[] } } =>
  actor.kind === "system" ? {} : { organisationId: actor.kind === "provider" ? actor.organisationId : { in: [] } };
