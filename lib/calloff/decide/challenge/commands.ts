import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import type { CallOffState } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { holdCallOff, opportunityAddress } from "../../record/commands/step";
import { may, mayRecord } from "./policy";
import { DecideChallengeInput, RecordChallengeInput } from "./schema";
import { type ChallengeEvent, challenge } from "./states";
import { problems, stateWords, told } from "./words";

/** From when to when an award can be challenged: it is known, and nothing is concluded. */
const open: readonly CallOffState[] = ["notified", "standstill"];

/**
 * Writes down that somebody objects to an award, who and why. From the moment tenderers are told until the conclusion,
 * which it holds while it is open. By a commissioner or approver of the authority; who objects tendered or was invited.
 */
export const recordChallenge = command({
  event: "challenge.record",
  input: RecordChallengeInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRecord,
  run: async (scene, row, { organisationId, grounds }) => {
    const { tx, actor, now } = scene;
    if (!open.includes(row.state)) refuse("conflict", problems.notNow);
    const concerned = await tx.organisation.findFirst({
      where: {
        id: organisationId,
        OR: [
          { tenders: { some: { callOffId: row.id, submittedNumber: { not: null } } } },
          { tenderInvites: { some: { callOffId: row.id } } },
        ],
      },
      select: { id: true },
    });
    if (!concerned) refuseField("organisationId", problems.stranger);
    const id = newId();
    await tx.challenge.create({
      data: {
        ...{ id, callOffId: row.id, organisationId, grounds, receivedAt: now },
        recordedById: actor.id ?? refuse("forbidden", "You cannot do that."),
      },
      select: { id: true },
    });
    await tell(
      scene,
      { organisationId, roles: ["signatory"] },
      { ...told.recorded(row.title), href: opportunityAddress(row) },
    );
    return { value: { id }, id, detail: { callOffId: row.id, organisationId } };
  },
});

const step = lifecycle({
  subject: "challenge",
  machine: challenge,
  may,
  words: stateWords,
  move: (tx, id, from, to, { actor, now }) =>
    tx.challenge.updateMany({
      where: { id, state: from },
      data: { decidedById: actor.id, decidedAt: now, state: to },
    }),
});

/** Its call-off is held first, so that a conclusion waits for the answer, or the answer for the conclusion. */
async function hold(scene: Scene, id: string) {
  const found = await scene.tx.challenge.findUnique({ where: { id }, select: { callOffId: true } });
  const callOff = found && (await holdCallOff(scene, found.callOffId));
  if (!callOff) return null;
  const row = await scene.tx.challenge.findUnique({
    where: { id },
    select: { id: true, state: true, organisationId: true },
  });
  return row && { ...row, callOff };
}

const decide = (event: ChallengeEvent) =>
  step(event, {
    input: DecideChallengeInput,
    load: (scene, { id }) => hold(scene, id),
    run: async (scene, { id, organisationId, callOff }, { outcome }) => {
      await scene.tx.challenge.update({ where: { id }, data: { outcome }, select: { id: true } });
      await tell(
        scene,
        { organisationId, roles: ["signatory"] },
        { ...told.decided(event, callOff.title), href: opportunityAddress(callOff) },
      );
      return { callOffId: callOff.id };
    },
  });

/** Agrees with a challenge, with the outcome in words. The award must then be reconsidered, or the call-off cancelled. */
export const upholdChallenge = decide("uphold");

/** Does not agree with a challenge, with the reason. The award stands. */
export const dismissChallenge = decide("dismiss");

/** Notes that whoever objected took it back. The award stands. */
export const withdrawChallenge = decide("withdraw");
