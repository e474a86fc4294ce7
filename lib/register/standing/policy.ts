import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";

/** Who looks an organisation up on the debarment list, and reports an exclusion: a steward, never about its own. */
export const mayCheck = (actor: Actor, { organisationId }: { organisationId: string }) =>
  holds(actor, "steward", "assessor", "admin") && !actsFor(actor, organisationId);

/** A report is sent in the steward's name. */
export const mayReport = mayCheck;

/** Who reads what was found on the list, and what was reported. */
export const readsStanding = (actor: Actor): boolean =>
  actor.kind === "system" || holds(actor, "steward", "assessor", "admin") || isAuditor(actor);

/** Who may see what was found on the list. */
export const visibleTo = (actor: Actor): Prisma.DebarmentCheckWhereInput =>
  readsStanding(actor) ? {} : { id: { in: [] } };

/** Who may see which exclusions were reported, and which have to be. */
export const reportsVisibleTo = (actor: Actor): Prisma.ExclusionReportWhereInput =>
  readsStanding(actor) ? {} : { id: { in: [] } };
