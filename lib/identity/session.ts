import "server-only";
import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, type Member, type Person, visitor } from "@/lib/core/actor";
import { hashToken } from "@/lib/core/crypto";
import { db } from "@/lib/core/db";
import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";
import { cookieOptions, sessionCookie } from "./request/cookie";
import { type SecondStep, secondStepOf, type Workplace, workplaces } from "./rules";

/** A signed-in browser and the person at it, as the database knows them now. */
export type SignedIn = {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  secondStep: SecondStep;
  workplaces: Workplace[];
  workplace: Workplace | null;
  /** Notifications that were not read yet. */
  unread: number;
};

type Row = {
  sessionId: string;
  chosenId: string | null;
  factorAt: Date | null;
  now: Date;
  userId: string;
  name: string;
  email: string;
  enrolled: boolean;
  unread: number;
  organisationId: string | null;
  organisationName: string | null;
  kind: OrganisationKind | null;
  role: Role | null;
};

/** The person at this browser, second step passed or not; null when signed out. Most pages want `currentActor`. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const token = (await cookies()).get(sessionCookie())?.value;
  return token ? findSignedIn(hashToken(token)) : null;
});

/** Who is asking. The cookie says who; the database says what they may do, on every request. A visitor until the second step is passed. */
export const currentActor = cache(async (): Promise<Actor> => {
  const who = await signedIn();
  return who ? actorOf(who) : visitor;
});

/** The signed-in person, or the way to sign in. */
export async function requireActor(): Promise<Member | Person> {
  const who = (await signedIn()) ?? (await askToSignIn("/sign-in"));
  if (who.secondStep === "code" || who.secondStep === "enrol") await askToSignIn("/sign-in/second-step");
  const actor = actorOf(who);
  return actor.kind === "visitor" || actor.kind === "system" ? notFound() : actor;
}

/** Somebody who acts for an organisation, of this kind if one is named. To others the page does not exist. */
export async function requireMember(kind?: OrganisationKind | readonly OrganisationKind[]): Promise<Member> {
  const actor = await requireActor();
  if (actor.kind === "person") return notFound();
  const kinds = kind === undefined ? null : [kind].flat();
  return kinds === null || kinds.includes(actor.kind) ? actor : notFound();
}

/**
 * Somebody who has proved their address, whatever of the second step is still to do. Only for the pages that do it, and
 * for signing out: everywhere else a person who owes a second step is a visitor.
 */
export async function requireSignedIn(): Promise<{ who: SignedIn; actor: Person }> {
  const who = (await signedIn()) ?? (await askToSignIn("/sign-in"));
  return { who, actor: { kind: "person", id: who.userId, organisationId: null, roles: [] } };
}

/** Hands the browser its session. */
export async function keepSession({ token, expiresAt }: { token: string; expiresAt: Date }) {
  (await cookies()).set(sessionCookie(), token, { ...cookieOptions(), expires: expiresAt });
}

/** Takes the session from the browser; gives the hash by which the database knows it, or null. */
export async function giveUpSession(): Promise<string | null> {
  const jar = await cookies();
  const token = jar.get(sessionCookie())?.value;
  jar.set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
  return token ? hashToken(token) : null;
}

/** Reads a session by the hash of its token: one statement, because every page begins with it. */
export async function findSignedIn(tokenHash: string): Promise<SignedIn | null> {
  const rows = await db.$queryRaw<Row[]>`
    select s.id as "sessionId", s."organisationId" as "chosenId", s."factorAt", now() as now,
           u.id as "userId", u.name, u.email, (f."confirmedAt" is not null) as enrolled,
           (select count(*)::int from "Notification" n where n."userId" = u.id and n."readAt" is null) as unread,
           o.id as "organisationId", o.name as "organisationName", o.kind::text as kind, t.role::text as role
    from "Session" s
    join "User" u on u.id = s."userId" and u."disabledAt" is null
    left join "Factor" f on f."userId" = u.id
    left join "Seat" t on t."userId" = u.id
    left join "Organisation" o on o.id = t."organisationId"
    where s."tokenHash" = ${tokenHash} and s."expiresAt" > now()
    order by o.name, o.id, t.role`;
  const [row] = rows;
  if (!row) return null;
  const all = workplaces(
    rows.flatMap(({ organisationId: id, organisationName: name, kind, role }) =>
      id && name && kind && role ? [{ id, name, kind, role }] : [],
    ),
  );
  return {
    sessionId: row.sessionId,
    userId: row.userId,
    name: row.name,
    email: row.email,
    secondStep: secondStepOf({ workplaces: all, enrolled: row.enrolled, factorAt: row.factorAt, now: row.now }),
    workplaces: all,
    workplace: all.find(({ id }) => id === row.chosenId) ?? all[0] ?? null,
    unread: row.unread,
  };
}

/** What somebody signed in may act as. Until the second step is passed that is a visitor. */
export function actorOf({ secondStep, userId, workplace }: SignedIn): Actor {
  if (secondStep === "code" || secondStep === "enrol") return visitor;
  if (!workplace) return { kind: "person", id: userId, organisationId: null, roles: [] };
  return { kind: workplace.kind, id: userId, organisationId: workplace.id, roles: workplace.roles };
}

/** The address that this request asked for, as `proxy.ts` wrote it down. */
export const askedPath = async () => (await headers()).get("x-asked-path") ?? "/";

async function askToSignIn(where: string): Promise<never> {
  redirect(`${where}?${new URLSearchParams({ next: await askedPath() })}`);
}
