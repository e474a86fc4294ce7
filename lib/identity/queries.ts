import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Waiting } from "@/lib/core/door/waiting";
import type { Prisma } from "@/lib/core/prisma/client";
import { isDemo } from "@/lib/core/process/mode";
import { isId } from "@/lib/core/values/id";
import { invitationsVisibleTo, organisationsVisibleTo, ownedBy, seatsVisibleTo } from "./policy";
import { roleList } from "./words";

const PAGE = 25;

const organisation = {
  id: true,
  reference: true,
  kind: true,
  name: true,
  isCentral: true,
  isDemo: true,
} satisfies Prisma.OrganisationSelect;
export type OrganisationSummary = Prisma.OrganisationGetPayload<{ select: typeof organisation }>;

/** An organisation that this actor may know of. */
export async function findOrganisation(actor: Actor, id: string): Promise<OrganisationSummary | null> {
  if (!isId(id)) return null;
  return db.organisation.findFirst({ where: { id, AND: organisationsVisibleTo(actor) }, select: organisation });
}

const person = {
  id: true,
  name: true,
  email: true,
  disabledAt: true,
  factor: { select: { confirmedAt: true } },
} satisfies Prisma.UserSelect;

/** Somebody at an organisation, with every role they hold there. */
export type Seated = Prisma.UserGetPayload<{ select: typeof person }> & {
  roles: Prisma.SeatModel["role"][];
  since: Date;
};

/** The people of an organisation by name, a page at a time. */
export async function listSeats(
  actor: Actor,
  organisationId: string,
  page = 1,
): Promise<{ people: Seated[]; total: number }> {
  if (!isId(organisationId)) return { people: [], total: 0 };
  const where = { seats: { some: { organisationId, AND: seatsVisibleTo(actor) } } } satisfies Prisma.UserWhereInput;
  const seat = { role: true, since: true } satisfies Prisma.SeatSelect;
  const [total, found] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where,
      select: { ...person, seats: { where: { organisationId }, select: seat, orderBy: { role: "asc" } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
  ]);
  const people = found.map(({ seats, ...who }) => ({
    ...who,
    roles: seats.map(({ role }) => role),
    since: new Date(Math.min(...seats.map(({ since }) => since.getTime()))),
  }));
  return { people, total };
}

/** One colleague, to change what they may do. */
export async function findSeat(actor: Actor, organisationId: string, userId: string): Promise<Seated | null> {
  if (!isId(organisationId) || !isId(userId)) return null;
  const seats = await db.seat.findMany({
    where: { organisationId, userId, AND: seatsVisibleTo(actor) },
    select: { role: true, since: true, user: { select: person } },
    orderBy: [{ since: "asc" }, { role: "asc" }],
  });
  const [first] = seats;
  return first ? { ...first.user, since: first.since, roles: seats.map(({ role }) => role) } : null;
}

const open = { acceptedAt: null, withdrawnAt: null };

/** An offer of a seat that is still open. */
export type Offer = {
  organisationId: string;
  organisation: string;
  email: string;
  roles: Seated["roles"];
  expiresAt: Date;
  since: Date;
};

/** The open offers that an organisation has made. */
export async function listInvitations(actor: Actor, organisationId: string): Promise<Offer[]> {
  if (!isId(organisationId)) return [];
  return offers({ organisationId, AND: invitationsVisibleTo(actor) });
}

/** The open offers made to this person's own address. */
export async function listOwnInvitations(actor: Actor): Promise<Offer[]> {
  if (actor.id === null) return [];
  const user = await db.user.findUnique({ where: { id: actor.id }, select: { email: true } });
  return user ? offers({ email: user.email }) : [];
}

async function offers(where: Prisma.SeatInvitationWhereInput): Promise<Offer[]> {
  const rows = await db.seatInvitation.findMany({
    where: { ...where, ...open, expiresAt: { gt: new Date() } },
    select: {
      organisationId: true,
      email: true,
      role: true,
      expiresAt: true,
      createdAt: true,
      organisation: { select: { name: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 100,
  });
  const found = new Map<string, Offer>();
  for (const { organisationId, email, role, expiresAt, createdAt, organisation } of rows) {
    const key = `${organisationId} ${email}`;
    const roles = [...(found.get(key)?.roles ?? []), role];
    found.set(key, { organisationId, organisation: organisation.name, email, roles, expiresAt, since: createdAt });
  }
  return [...found.values()];
}

/** What waits for this person here: seats offered to them. */
export async function listWaiting(actor: Actor): Promise<Waiting[]> {
  const own = await listOwnInvitations(actor);
  return own.slice(0, 10).map(({ organisationId, organisation, roles, since, expiresAt }) => ({
    id: organisationId,
    title: `Join ${organisation}`,
    detail: `They invite you as ${roleList(roles)}.`,
    href: "/invitations",
    since,
    due: expiresAt,
  }));
}

const told = {
  id: true,
  title: true,
  body: true,
  href: true,
  createdAt: true,
  readAt: true,
} satisfies Prisma.NotificationSelect;
export type Told = Prisma.NotificationGetPayload<{ select: typeof told }>;

/** What this person has been told, newest first, a page at a time. */
export async function listNotifications(
  actor: Actor,
  page = 1,
): Promise<{ list: Told[]; total: number; unread: number }> {
  const where = ownedBy(actor);
  const [list, total, unread] = await Promise.all([
    db.notification.findMany({
      where,
      select: told,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    db.notification.count({ where }),
    db.notification.count({ where: { ...where, readAt: null } }),
  ]);
  return { list, total, unread };
}

const session = { id: true, createdAt: true, expiresAt: true, factorAt: true } satisfies Prisma.SessionSelect;
export type SessionSummary = Prisma.SessionGetPayload<{ select: typeof session }>;

/** Where this person is signed in now. */
export function listSessions(actor: Actor): Promise<SessionSummary[]> {
  return db.session.findMany({
    where: { ...ownedBy(actor), expiresAt: { gt: new Date() } },
    select: session,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 50,
  });
}

/** This person's second step: its secret, still sealed, and whether it is confirmed. */
export function findFactor(actor: Actor): Promise<{ sealedSecret: string; confirmedAt: Date | null } | null> {
  return db.factor.findFirst({ where: ownedBy(actor), select: { sealedSecret: true, confirmedAt: true } });
}

const authority = {
  ...organisation,
  areas: { select: { placeCode: true }, where: { validTo: null }, orderBy: { placeCode: "asc" }, take: 60 },
} satisfies Prisma.OrganisationSelect;
export type AuthoritySummary = Prisma.OrganisationGetPayload<{ select: typeof authority }>;

/** The authorities that buy here, by name, a page at a time. */
export async function listAuthorities(actor: Actor, page = 1): Promise<{ list: AuthoritySummary[]; total: number }> {
  const where = { kind: "authority", validTo: null, AND: organisationsVisibleTo(actor) } as const;
  const [list, total] = await Promise.all([
    db.organisation.findMany({
      where,
      select: authority,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: PAGE,
      skip: (page - 1) * PAGE,
    }),
    db.organisation.count({ where }),
  ]);
  return { list, total };
}

const demoPerson = {
  id: true,
  name: true,
  demoLine: true,
  seats: {
    select: { role: true, organisation: { select: { id: true, name: true, kind: true } } },
    orderBy: [{ organisation: { name: "asc" } }, { role: "asc" }],
  },
} satisfies Prisma.UserSelect;
export type DemoPerson = Prisma.UserGetPayload<{ select: typeof demoPerson }>;

/** The people that a visitor to the demo can be; nobody in live mode, whoever asks. */
export async function listDemoPeople(_actor: Actor): Promise<DemoPerson[]> {
  if (!isDemo()) return [];
  return db.user.findMany({
    where: { demoLine: { not: null }, disabledAt: null },
    select: demoPerson,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 60,
  });
}
