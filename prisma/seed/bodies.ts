import { type Member, system } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import type { Role } from "@/lib/core/prisma/enums";
import { createAuthority } from "@/lib/identity/commands/authorities";
import { inviteColleague, inviteSteward, takeUpInvitation } from "@/lib/identity/commands/invitations";
import { setRoles } from "@/lib/identity/commands/seats";
import { createUser } from "@/lib/identity/commands/sign-in";
import { authorities, type Body, type Player, stewards } from "./cast";
import { act, daysAgo, member, person } from "./play";

export const rolesOf = (player: Player): Role[] => player.roles.filter((role): role is Role => role.length > 0);
const addressOf = (player: Player, body: string) => `${player.key}@${body}.example`;

export type Stage = {
  stewards: Record<string, Member>;
  bodies: Record<string, { id: string; people: Record<string, Member> }>;
};

/** The register's stewards and the bodies that buy, each with its people, through invitations as in life. */
export async function raiseBodies(): Promise<Stage> {
  const office = await raiseStewards();
  const admin = office.tom;
  if (!admin) throw new Error("The steward has no administrator.");
  const bodies: Stage["bodies"] = {};
  for (const body of authorities) bodies[body.key] = await raiseAuthority(admin, body);
  return { stewards: office, bodies };
}

async function raiseStewards(): Promise<Record<string, Member>> {
  const when = daysAgo(420);
  const [maya, tom, iris] = stewards.players;
  if (!maya || !tom || !iris) throw new Error("The steward's office needs three people.");
  const email = addressOf(tom, "stewards");
  await act(inviteSteward, system, { email, name: tom.name }, when);
  const user = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const office = await db.organisation.findFirstOrThrow({ where: { kind: "steward" }, select: { id: true } });
  await act(takeUpInvitation, person(user.id), { organisationId: office.id }, when);
  const asAdmin = member("steward", user.id, office.id, ["admin"]);
  const people: Record<string, Member> = {};
  for (const player of [maya, iris]) people[player.key] = await joinBody(asAdmin, player, "stewards", "steward");
  const asAssessor = people.maya;
  if (!asAssessor) throw new Error("The steward has no assessor.");
  people.tom = asAdmin;
  return people;
}

async function raiseAuthority(stewardAdmin: Member, body: Body) {
  const when = daysAgo(400);
  const first = body.players.find(({ roles }) => roles.includes("admin"));
  if (!first) throw new Error(`${body.name} has no administrator.`);
  const email = addressOf(first, body.key);
  const input = { name: body.name, isCentral: body.central ? "yes" : "", places: body.places, email };
  const { id } = await act(createAuthority, stewardAdmin, input, when);
  const user = await act(createUser, system, { email, name: first.name }, when);
  await act(takeUpInvitation, person(user.id), { organisationId: id }, when);
  let admin = member("authority", user.id, id, ["admin"]);
  const wanted = rolesOf(first);
  if (wanted.length > 1) {
    await act(setRoles, admin, { organisationId: id, userId: user.id, roles: wanted }, when);
    admin = member("authority", user.id, id, wanted);
  }
  const people: Record<string, Member> = { [first.key]: admin };
  for (const player of body.players)
    if (player !== first) people[player.key] = await joinBody(admin, player, body.key, "authority");
  return { id, people };
}

/** A colleague is invited, proves the address, and takes the seat up. */
export async function joinBody(
  admin: Member,
  player: Player,
  domain: string,
  kind: Member["kind"],
  when = daysAgo(395),
) {
  const email = addressOf(player, domain);
  const roles = rolesOf(player);
  await act(inviteColleague, admin, { organisationId: admin.organisationId, email, roles }, when);
  const { id } = await act(createUser, system, { email, name: player.name }, when);
  await act(takeUpInvitation, person(id), { organisationId: admin.organisationId }, when);
  return member(kind, id, admin.organisationId, roles);
}
