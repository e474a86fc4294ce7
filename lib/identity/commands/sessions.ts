import "server-only";
import { hashToken, newToken } from "@/lib/core/crypto";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { isDemo } from "@/lib/core/process/mode";
import { newId } from "@/lib/core/values/id";
import { may } from "../policy";
import { daysAfter, minutesAfter, secondStepHours, sessionDays } from "../rules";
import { DemoInput, SessionInput, StartInput, SwitchInput, TokenInput } from "../schema";

/** Begins a session for somebody whom next-auth has just recognised. Refuses a disabled person as if they did not exist. */
export const startSession = command({
  event: "session.start",
  input: StartInput,
  load: ({ tx }, { userId }) => tx.user.findFirst({ where: { id: userId, disabledAt: null }, select: { id: true } }),
  allow: may.signIn,
  run: async ({ tx, now }, { id: userId }, { tokenHash }) => {
    const id = newId();
    const expiresAt = daysAfter(now, sessionDays);
    await tx.session.create({ data: { id, tokenHash, userId, createdAt: now, expiresAt } });
    return { value: { id, expiresAt }, id, detail: { userId } };
  },
});

/** Signs in as one of the demo people, second step included. In live mode there are none, whoever asks. */
export const startDemoSession = command({
  event: "session.startDemo",
  input: DemoInput,
  load: ({ tx }, { userId }) =>
    isDemo()
      ? tx.user.findFirst({
          where: { id: userId, demoLine: { not: null }, disabledAt: null },
          select: { id: true },
        })
      : Promise.resolve(null),
  allow: () => isDemo(),
  run: async ({ tx, now }, { id: userId }) => {
    const id = newId();
    const token = newToken();
    // It lasts as long as a second step does, so that nobody is asked for a code that a demo person cannot have.
    const expiresAt = minutesAfter(now, secondStepHours * 60);
    await tx.session.create({
      data: { id, tokenHash: hashToken(token), userId, createdAt: now, expiresAt, factorAt: now },
    });
    return { value: { token, expiresAt }, id, detail: { userId } };
  },
});

/** Signs out: the row goes, so the cookie is worth nothing from now on, wherever it was copied to. */
export const endSession = command({
  event: "session.end",
  input: TokenInput,
  load: ({ tx }, { tokenHash }) => tx.session.findUnique({ where: { tokenHash }, select: { id: true, userId: true } }),
  allow: (actor, row) => may.own(actor, row) || may.signIn(actor),
  run: async ({ tx }, { id, userId }) => {
    await tx.session.deleteMany({ where: { id } });
    return { value: null, id, detail: { userId } };
  },
});

/** Ends every other session of the same person: a lost telephone, a shared computer. */
export const endOtherSessions = command({
  event: "session.endOthers",
  input: SessionInput,
  load: ownSession,
  allow: may.own,
  run: async (scene, { id, userId }) => {
    const ended = await endSessionsOf(scene, userId, id);
    return { value: { ended }, id, detail: { userId, ended } };
  },
});

/** From now on this session acts for another organisation where its person has a seat. */
export const switchOrganisation = command({
  event: "session.switch",
  input: SwitchInput,
  load: ownSession,
  allow: may.own,
  run: async ({ tx }, { id, userId }, { organisationId }) => {
    const seat = await tx.seat.findFirst({ where: { userId, organisationId }, select: { role: true } });
    if (!seat) refuse("missing", "We could not find that organisation among yours.");
    await tx.session.update({ where: { id }, data: { organisationId } });
    return { value: null, id, detail: { organisationId } };
  },
});

/** Ends the sessions of somebody whose rights have just changed, in the same transaction. */
export async function endSessionsOf({ tx }: Pick<Scene, "tx">, userId: string, except?: string): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId, ...(except && { id: { not: except } }) } });
  return count;
}

/** The session named, if it is this person's own; another's does not exist for them. */
export function ownSession({ tx, actor, now }: Scene, { sessionId }: { sessionId: string }) {
  return tx.session.findFirst({
    where: { id: sessionId, userId: { in: actor.id === null ? [] : [actor.id] }, expiresAt: { gt: now } },
    select: { id: true, userId: true },
  });
}
