import "server-only";
import { hashToken, newToken, seal, unseal } from "@/lib/core/crypto";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { environment } from "@/lib/core/process/environment";
import { may } from "../policy";
import { CodeInput, NoInput, SeatInput } from "../schema";
import { newSecret, stepOf } from "../totp";
import { endSessionsOf, ownSession } from "./sessions";

const wrong = "That code is not right, or has been used. Wait for the next code and try again";

/** Begins to set up a second step: a fresh secret, to be confirmed with a code. One that is confirmed must be given up first. */
export const enrolFactor = command({
  event: "factor.enrol",
  input: NoInput,
  load: ({ tx, actor }) =>
    actor.id === null ? Promise.resolve(null) : tx.user.findUnique({ where: { id: actor.id }, select: { id: true } }),
  allow: (actor, { id }) => may.own(actor, { userId: id }),
  run: async ({ tx, now }, { id: userId }) => {
    const sealedSecret = sealSecret(newSecret(), userId);
    const fresh = { sealedSecret, createdAt: now, lastStep: null };
    const { count } = await tx.factor.updateMany({ where: { userId, confirmedAt: null }, data: fresh });
    if (count === 0) {
      const { count } = await tx.factor.createMany({ data: { userId, ...fresh }, skipDuplicates: true });
      if (count === 0) refuse("conflict", "Your second step is already set up.");
    }
    return { value: null, id: userId, detail: {} };
  },
});

/** Confirms a new second step with its first code. Every other session of the person ends; this one has passed it. */
export const confirmFactor = command({
  event: "factor.confirm",
  input: CodeInput,
  load: withFactor,
  allow: may.own,
  run: async (scene, { id, userId, factor }, { code }) => {
    const { tx, now } = scene;
    if (factor.confirmedAt) refuse("conflict", "Your second step is already set up.");
    const step = stepFor(scene, userId, factor, code);
    const { count } = await tx.factor.updateMany({
      where: { userId, confirmedAt: null, sealedSecret: factor.sealedSecret },
      data: { confirmedAt: now, lastStep: step },
    });
    if (count === 0) refuse("conflict", "This was changed in another window. Start again.");
    const ended = await endSessionsOf(scene, userId, id);
    return { value: await raise(scene, id), id: userId, detail: { ended } };
  },
});

/** Passes the second step with a code. Each half minute's code counts once; the session gets a new token, so that one copied before is worth nothing. */
export const passSecondStep = command({
  event: "factor.pass",
  input: CodeInput,
  load: withFactor,
  allow: may.own,
  run: async (scene, { id, userId, factor }, { code }) => {
    await spendCode(scene, userId, factor, code);
    return { value: await raise(scene, id), id: userId, detail: {} };
  },
});

/** Gives up the second step, with a code: to set it up anew on another telephone. Every session ends but this, which must pass it again. */
export const dropFactor = command({
  event: "factor.drop",
  input: CodeInput,
  load: withFactor,
  allow: may.own,
  run: async (scene, { id, userId, factor }, { code }) => {
    await spendCode(scene, userId, factor, code);
    await scene.tx.factor.deleteMany({ where: { userId } });
    await scene.tx.session.update({ where: { id }, data: { factorAt: null } });
    const ended = await endSessionsOf(scene, userId, id);
    return { value: null, id: userId, detail: { ended } };
  },
});

/** Takes away a colleague's lost second step. Their sessions end; they set up a new one when they next sign in. */
export const resetFactor = command({
  event: "factor.reset",
  input: SeatInput,
  load: async ({ tx, actor }, { userId, organisationId }) => {
    const own = actor.kind === "steward" || actor.kind === "system" || actor.organisationId === organisationId;
    const seat = await tx.seat.findFirst({
      where: own ? { userId, organisationId } : { userId: { in: [] } },
      select: { userId: true, organisationId: true, organisation: { select: { kind: true } } },
    });
    return seat && { ...seat, kind: seat.organisation.kind };
  },
  allow: may.resetFactor,
  run: async (scene, { userId, organisationId }) => {
    const { count } = await scene.tx.factor.deleteMany({ where: { userId } });
    if (count === 0) refuse("conflict", "They have no second step to reset.");
    const ended = await endSessionsOf(scene, userId);
    return { value: null, id: userId, detail: { organisationId, ended } };
  },
});

type Factor = { sealedSecret: string; confirmedAt: Date | null; lastStep: bigint | null };

async function withFactor(scene: Scene, input: { sessionId: string }) {
  const session = await ownSession(scene, input);
  const factor = session && (await scene.tx.factor.findUnique({ where: { userId: session.userId } }));
  return factor ? { ...session, factor } : null;
}

function stepFor({ now }: Scene, userId: string, { sealedSecret, lastStep }: Factor, code: string): bigint {
  return stepOf({ secret: openSecret(sealedSecret, userId), code, now, lastStep }) ?? refuseField("code", wrong);
}

/** Guarded on the last code spent, so that of two people with the same code one is told that it is used. */
async function spendCode(scene: Scene, userId: string, factor: Factor, code: string) {
  if (!factor.confirmedAt) refuse("conflict", "Your second step is not set up yet.");
  const step = stepFor(scene, userId, factor, code);
  const { count } = await scene.tx.factor.updateMany({
    where: { userId, sealedSecret: factor.sealedSecret, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  if (count === 0) refuseField("code", wrong);
}

/** The session has passed the second step, under a new token. */
async function raise({ tx, now }: Scene, id: string): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const { expiresAt } = await tx.session.update({
    where: { id },
    data: { tokenHash: hashToken(token), factorAt: now },
    select: { expiresAt: true },
  });
  return { token, expiresAt };
}

const context = (userId: string) => `factor:${userId}`;
const sealSecret = (secret: string, userId: string) => seal(secret, environment().THROUGHCARE_KEY, context(userId));

/** The secret of somebody's second step, to show to them while they set it up. */
export const openSecret = (sealed: string, userId: string) =>
  unseal(sealed, environment().THROUGHCARE_KEY, context(userId));
