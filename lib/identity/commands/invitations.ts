import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { writeMail } from "@/lib/core/messages/outbox";
import type { Role } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { nextReference } from "@/lib/core/values/reference-number";
import { keeper, may, organisationsVisibleTo, rolesToGive } from "../policy";
import { daysAfter, invitationDays } from "../rules";
import { InvitationInput, InviteInput, StewardInput, TakeUpInput } from "../schema";
import { invitationMail } from "../words";
import { seatWithin } from "./seats";

/** Offers somebody a seat by e-mail. Asking the same person again replaces the older offer. */
export const inviteColleague = command({
  event: "invitation.send",
  input: InviteInput,
  load: findPlace,
  allow: may.invite,
  run: async (scene, place, { email, roles }) => {
    const { tx, actor } = scene;
    const given = rolesToGive(actor, place);
    if (roles.some((role) => !given.includes(role))) refuseField("roles", "Choose only from the roles shown");
    const { organisationId } = place;
    const held = await tx.seat.findMany({
      where: { organisationId, user: { email } },
      select: { role: true, userId: true },
    });
    if (held.some(({ userId }) => userId === actor.id) || (await isOwnAddress(scene, email)))
      refuseField("email", "This is your own address. A colleague must give you a role");
    if (held.length > 0) refuseField("email", "They are here already. Change their roles on the list of people");
    await inviteWithin(scene, { ...place, email, roles });
    return { value: null, id: organisationId, detail: { roles: [...roles] } };
  },
});

/** Takes an offer back before it is taken up. */
export const withdrawInvitation = command({
  event: "invitation.withdraw",
  input: InvitationInput,
  load: findPlace,
  allow: may.withdrawInvitation,
  run: async ({ tx, now }, { organisationId }, { email }) => {
    const { count } = await tx.seatInvitation.updateMany({
      where: { organisationId, email, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count === 0) refuse("conflict", "This invitation has been taken up or withdrawn.");
    return { value: null, id: organisationId, detail: { count } };
  },
});

/** Takes up every open offer of one organisation to one's own address. */
export const takeUpInvitation = command({
  event: "invitation.takeUp",
  input: TakeUpInput,
  load: async ({ tx, actor, now }, { organisationId }) => {
    const user = actor.id && (await tx.user.findUnique({ where: { id: actor.id }, select: { id: true, email: true } }));
    if (!user) return null;
    const offers = await tx.seatInvitation.findMany({
      where: { organisationId, email: user.email, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
      select: { id: true, role: true },
    });
    return offers.length > 0 ? { userId: user.id, organisationId, offers } : null;
  },
  allow: may.own,
  run: async (scene, { userId, organisationId, offers }) => {
    const { count } = await scene.tx.seatInvitation.updateMany({
      where: { id: { in: offers.map(({ id }) => id) }, acceptedAt: null, withdrawnAt: null },
      data: { acceptedAt: scene.now },
    });
    if (count !== offers.length) refuse("conflict", "This invitation has been taken up or withdrawn.");
    const roles = offers.map(({ role }) => role);
    await seatWithin(scene, { userId, organisationId, roles });
    const { kind } = await scene.tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { kind: true },
    });
    const told = { title: "A colleague has joined", body: "They have taken up your invitation.", href: "/people" };
    await tell(scene, { organisationId, roles: [keeper[kind]] }, told);
    return { value: { organisationId }, id: organisationId, detail: { userId, roles } };
  },
});

/** Invites an administrator of the steward, by command line only; founds the steward's office when there is none. */
export const inviteSteward = command({
  event: "invitation.steward",
  input: StewardInput,
  load: async ({ tx }) => {
    // One at a time, so that two first invitations found one office.
    await tx.$queryRaw`select pg_advisory_xact_lock(7305003)::text`;
    const office = await tx.organisation.findFirst({
      where: { kind: "steward", validTo: null },
      select: { id: true, name: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return { office };
  },
  allow: may.signIn,
  run: async (scene, { office }, { email, name }) => {
    const { tx, now } = scene;
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!user) await tx.user.create({ data: { id: newId(), email, name, createdAt: now } });
    const { id, name: called } = office ?? (await foundOffice(scene));
    await inviteWithin(scene, { organisationId: id, name: called, email, roles: ["admin"] });
    return { value: { organisation: called }, id, detail: { roles: ["admin"] } };
  },
});

type Offer = { organisationId: string; name: string; email: string; roles: readonly Role[] };

/** Writes the offers and the e-mail, as a part of another command. */
export async function inviteWithin({ tx, actor, now, post }: Scene, { organisationId, name, email, roles }: Offer) {
  await tx.seatInvitation.updateMany({
    where: { organisationId, email, acceptedAt: null, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  const expiresAt = daysAfter(now, invitationDays);
  await tx.seatInvitation.createMany({
    data: roles.map((role) => ({ organisationId, email, role, invitedById: actor.id, createdAt: now, expiresAt })),
  });
  writeMail({ post }, { to: email, ...invitationMail(name, roles) });
}

async function findPlace({ tx, actor }: Scene, { organisationId }: { organisationId: string }) {
  const found = await tx.organisation.findFirst({
    where: { id: organisationId, AND: organisationsVisibleTo(actor) },
    select: { id: true, kind: true, name: true },
  });
  return found && { organisationId: found.id, kind: found.kind, name: found.name };
}

async function isOwnAddress({ tx, actor }: Scene, email: string) {
  return actor.id !== null && (await tx.user.count({ where: { id: actor.id, email } })) > 0;
}

async function foundOffice(scene: Scene) {
  const id = newId();
  const name = "Register steward";
  const reference = await nextReference(scene, "TO");
  await scene.tx.organisation.create({
    data: { id, reference, kind: "steward", name, validFrom: scene.now, createdAt: scene.now },
  });
  scene.record({ event: "organisation.foundOffice", subject: "organisation", subjectId: id, detail: { reference } });
  return { id, name };
}
