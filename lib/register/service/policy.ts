import { type Actor, actsFor, holds, isAuditor } from "@/lib/core/actor";
import type { Prisma } from "@/lib/core/prisma/client";
import type { ServiceState } from "@/lib/core/prisma/enums";
import { type ServiceEvent, service } from "./states";

/** What the policy must know of a service: whose it is. */
export type ServiceOwner = { organisationId: string };

const writes = (actor: Actor, { organisationId }: ServiceOwner) =>
  holds(actor, "provider", "editor", "signatory") && actsFor(actor, organisationId);

const signs = (actor: Actor, { organisationId }: ServiceOwner) =>
  holds(actor, "provider", "signatory") && actsFor(actor, organisationId);

/** Nobody checks a service of an organisation that they act for. */
const checks = (actor: Actor, { organisationId }: ServiceOwner) =>
  holds(actor, "steward", "assessor", "admin") && !actsFor(actor, organisationId);

/** Who may do it. When it may be done is the machine's business. */
export const may = {
  submit: writes,
  publish: checks,
  returnToDraft: checks,
  pause: writes,
  resume: writes,
  confirm: writes,
  goStale: (actor) => actor.kind === "system",
  withdraw: signs,
} satisfies Record<ServiceEvent, (actor: Actor, row: ServiceOwner) => boolean>;

/** Who changes its words, prices and capacity. */
export const mayEdit = writes;

/** Who says whether a changed description may be published. */
export const mayCheck = checks;

/**
 * Who may see it at work, as a filter: its own organisation in every state, those who check it once it was sent.
 * What everybody sees is `onShow`.
 */
export function visibleTo(actor: Actor): Prisma.ServiceWhereInput {
  if (actor.kind === "system") return {};
  const sent: Prisma.ServiceWhereInput = { versions: { some: { submittedAt: { not: null } } } };
  const reads: boolean = isAuditor(actor) || holds(actor, "steward", "assessor", "admin");
  const own: Prisma.ServiceWhereInput[] = actor.kind === "provider" ? [{ organisationId: actor.organisationId }] : [];
  const seen = [...own, ...(reads ? [sent] : [])];
  return seen.length > 0 ? { OR: seen } : { id: { in: [] } };
}

/** What anybody may read: published and not taken away. Whether it can be bought also hangs on its membership. */
export const onShow = { state: "published", publishedId: { not: null } } satisfies Prisma.ServiceWhereInput;

/** What this person can do now: the page draws exactly these. */
export const nextSteps = (actor: Actor, row: ServiceOwner & { state: ServiceState }): ServiceEvent[] =>
  service.events(row.state).filter((event) => may[event](actor, row));
