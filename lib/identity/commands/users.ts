import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { may } from "../policy";
import { NameInput, NotificationInput, UserInput } from "../schema";
import { endSessionsOf } from "./sessions";

/** Says what one is called. */
export const renameSelf = command({
  event: "user.rename",
  input: NameInput,
  load: async ({ tx, actor }) =>
    actor.id === null ? null : tx.user.findUnique({ where: { id: actor.id }, select: { id: true } }),
  allow: (actor, { id }) => may.own(actor, { userId: id }),
  run: async ({ tx }, { id }, { name }) => {
    await tx.user.update({ where: { id }, data: { name } });
    return { value: null, id, detail: {} };
  },
});

/**
 * Stops a person from signing in anywhere, at once. It may stop the only keeper of an organisation, because a stolen
 * account must not be safe for being important; the steward then invites another. Two administrators who disable each
 * other at once take turns, and the second has no right left.
 */
export const disableUser = command({
  event: "user.disable",
  input: UserInput,
  load: async ({ tx, actor }, { userId }) => {
    if (actor.kind !== "steward") return null;
    await tx.$queryRaw`select 1 from "User" where id in (${userId}::uuid, ${actor.id}::uuid) order by id for update`;
    const user = await tx.user.findUnique({ where: { id: userId }, select: { id: true, disabledAt: true } });
    const self = await tx.user.findFirst({ where: { id: actor.id, disabledAt: null }, select: { id: true } });
    return user && { userId: user.id, disabledAt: user.disabledAt, stillHere: self !== null };
  },
  allow: (actor, row) => may.disable(actor, row) && row.stillHere,
  run: async (scene, { userId, disabledAt }) => {
    if (disabledAt) refuse("conflict", "This account is already stopped.");
    await scene.tx.user.update({ where: { id: userId }, data: { disabledAt: scene.now } });
    const ended = await endSessionsOf(scene, userId);
    return { value: null, id: userId, detail: { ended } };
  },
});

/** Lets a stopped person sign in again. */
export const enableUser = command({
  event: "user.enable",
  input: UserInput,
  load: async ({ tx, actor }, { userId }) =>
    actor.kind === "steward" ? tx.user.findUnique({ where: { id: userId }, select: { id: true } }) : null,
  allow: may.enable,
  run: async ({ tx }, { id }) => {
    const { count } = await tx.user.updateMany({
      where: { id, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    if (count === 0) refuse("conflict", "This account is not stopped.");
    return { value: null, id, detail: {} };
  },
});

/** Marks one notification as read, or every one of one's own. */
export const readNotifications = command({
  event: "notification.read",
  input: NotificationInput,
  load: async ({ tx, actor }, { notificationId }) => {
    if (actor.id === null) return null;
    if (!notificationId) return { userId: actor.id, href: "/notifications", which: {} };
    const found = await tx.notification.findFirst({
      where: { id: notificationId, userId: actor.id },
      select: { id: true, userId: true, href: true },
    });
    return found && { userId: found.userId, href: found.href, which: { id: found.id } };
  },
  allow: may.own,
  run: async ({ tx, now }, { userId, href, which }) => {
    const { count } = await tx.notification.updateMany({
      where: { ...which, userId, readAt: null },
      data: { readAt: now },
    });
    return { value: { href }, id: userId, detail: { count } };
  },
});
