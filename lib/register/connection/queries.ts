import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/prisma/client";
import { isId } from "@/lib/core/values/id";
import { type RegisterSays, registersSay } from "../listing/queries";
import { visibleTo } from "./policy";

const person = {
  id: true,
  name: true,
  isBody: true,
  connectedAs: true,
  detail: true,
  since: true,
  addedAt: true,
  endedAt: true,
} satisfies Prisma.ConnectedPersonSelect;

const associated = {
  id: true,
  name: true,
  scheme: true,
  value: true,
  reliedOnFor: true,
  addedAt: true,
  endedAt: true,
} satisfies Prisma.AssociatedOrganisationSelect;

export type Connected = Prisma.ConnectedPersonGetPayload<{ select: typeof person }>;
export type Associated = Prisma.AssociatedOrganisationGetPayload<{ select: typeof associated }>;

/** Who is connected to an organisation and whom it relies on, those who still are first; and when it said that this is all. */
export type Connections = { persons: Connected[]; associated: Associated[]; completeAt: Date | null };

const order = [
  { endedAt: { sort: "desc", nulls: "first" } },
  { addedAt: "asc" },
  { id: "asc" },
] as const satisfies object[];

/** An organisation's connections, for itself and for stewards; null for everybody else. */
export async function findConnections(actor: Actor, organisationId: string): Promise<Connections | null> {
  const seen = visibleTo(actor).organisationId;
  if (!isId(organisationId) || (seen !== undefined && seen !== organisationId)) return null;
  const where = { AND: [visibleTo(actor), { organisationId }] };
  const [persons, bodies, provider] = await Promise.all([
    db.connectedPerson.findMany({ where, select: person, orderBy: [...order], take: 200 }),
    db.associatedOrganisation.findMany({ where, select: associated, orderBy: [...order], take: 200 }),
    db.provider.findUnique({ where: { organisationId }, select: { connectionsAt: true } }),
  ]);
  return { persons, associated: bodies, completeAt: provider?.connectionsAt ?? null };
}

/** What stewards look at before they trust who an organisation says that it is. */
export type Behind = {
  connections: Connections | null;
  registers: RegisterSays[];
  /** Why the organisation says that its name is another than the register's. */
  nameNote: string | null;
};

/** Who stands behind an organisation and what the public registers say of its numbers; nothing for those who may not know. */
export async function findBehind(actor: Actor, organisationId: string): Promise<Behind> {
  const connections = await findConnections(actor, organisationId);
  const organisation =
    connections &&
    (await db.organisation.findUnique({
      where: { id: organisationId },
      select: {
        name: true,
        nameNote: true,
        identifiers: { select: { scheme: true, value: true }, orderBy: { scheme: "asc" } },
      },
    }));
  if (!organisation) return { connections: null, registers: [], nameNote: null };
  return { connections, registers: await registersSay(actor, organisation), nameNote: organisation.nameNote };
}
