import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { OrganisationKind, Role } from "@/lib/core/prisma/enums";
import { keeper, may, ownRoles, rolesToGive, seatsVisibleTo } from "../policy";
import { RolesInput, SeatInput } from "../schema";
import { roleList, roles as roleWords } from "../words";
import { endSessionsOf } from "./sessions";

/** Gives somebody a seat, as a part of another command: founding an organisation, taking up an invitation. */
export async function seatWithin(
  scene: Scene,
  { userId, organisationId, roles }: { userId: string; organisationId: string; roles: readonly Role[] },
) {
  const { tx, now } = scene;
  await tx.seat.createMany({
    data: roles.map((role) => ({ userId, organisationId, role, since: now })),
    skipDuplicates: true,
  });
  scene.record({
    event: "seat.give",
    subject: "seat",
    subjectId: userId,
    detail: { organisationId, roles: [...roles] },
  });
}

/** Changes what a colleague may do. Their sessions end, so that no open page keeps a right that is gone. */
export const setRoles = command({
  event: "seat.setRoles",
  input: RolesInput,
  load: findColleague,
  allow: may.setRoles,
  run: async (scene, colleague, { roles: wanted }) => {
    const { tx, actor, now } = scene;
    const { userId, organisationId, kind, roles: held } = colleague;
    const given = rolesToGive(actor, { organisationId, kind });
    // A role that is not ours to give is not ours to take: an auditor stays one.
    const roles = [...held.filter((role) => !given.includes(role)), ...wanted];
    if (wanted.some((role) => !ownRoles[kind].includes(role))) refuseField("roles", "Choose only from the roles shown");
    if (same(roles, held)) refuse("conflict", "They already have exactly these roles.");
    if (!roles.includes(keeper[kind])) await keepOne(scene, colleague);
    await tx.seat.deleteMany({ where: { userId, organisationId, role: { notIn: roles } } });
    await tx.seat.createMany({
      data: roles.map((role) => ({ userId, organisationId, role, since: now })),
      skipDuplicates: true,
    });
    const ended = await endSessionsOf(scene, userId);
    const body = `You are now ${roleList(roles)}. Sign in again to go on.`;
    await tell(scene, { userId }, { title: "Your roles have changed", body, href: "/account" });
    return { value: null, id: userId, detail: { organisationId, from: [...held], to: roles, ended } };
  },
});

/** Takes somebody's seat away, or gives up one's own. Their sessions end. */
export const removeSeat = command({
  event: "seat.remove",
  input: SeatInput,
  load: findColleague,
  allow: may.removeSeat,
  run: async (scene, colleague) => {
    const { userId, organisationId, roles } = colleague;
    await keepOne(scene, colleague);
    await scene.tx.seat.deleteMany({ where: { userId, organisationId } });
    const ended = await endSessionsOf(scene, userId);
    return { value: null, id: userId, detail: { organisationId, from: [...roles], ended } };
  },
});

type Colleague = { userId: string; organisationId: string; kind: OrganisationKind; roles: Role[] };

async function findColleague(
  { tx, actor }: Scene,
  { userId, organisationId }: { userId: string; organisationId: string },
) {
  const seats = await tx.seat.findMany({
    where: { userId, organisationId, AND: seatsVisibleTo(actor) },
    select: { role: true, organisation: { select: { kind: true } } },
    orderBy: { role: "asc" },
  });
  const kind = seats[0]?.organisation.kind;
  return kind ? { userId, organisationId, kind, roles: seats.map(({ role }) => role) } : null;
}

/** Refuses to leave an organisation with nobody to look after it. Locks the organisation, so that two who leave at once take turns. */
async function keepOne({ tx }: Scene, { userId, organisationId, kind, roles }: Colleague) {
  const role = keeper[kind];
  if (!roles.includes(role)) return;
  await tx.$queryRaw`select 1 from "Organisation" where id = ${organisationId}::uuid for update`;
  const others = await tx.seat.count({
    where: { organisationId, role, userId: { not: userId }, user: { disabledAt: null } },
  });
  if (others === 0)
    refuse(
      "conflict",
      `An organisation always keeps one ${roleWords[role].label.toLowerCase()}. Make a colleague one first.`,
    );
}

const same = (some: readonly Role[], others: readonly Role[]) =>
  some.length === others.length && some.every((role) => others.includes(role));
