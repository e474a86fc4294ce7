import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse } from "@/lib/core/door/result";
import { newId } from "@/lib/core/values/id";
import { holdOpen, refuseClosed } from "../../clock";
import { may } from "../policy";
import { onlyInvited } from "../rules";
import { DeclineInput, IntendInput } from "../schema";
import { invitation } from "../states";
import { becauseWords, invitationProblems, stateWords, writtenReason } from "../words";

/** The one way in which an invitation changes its state. Whoever answers is kept with the answer. */
export const invitationStep = lifecycle({
  subject: "invitation",
  machine: invitation,
  may,
  words: stateWords,
  move: (tx, id, from, to, { actor, now }) =>
    tx.invitation.updateMany({
      where: { id, state: from },
      data: { state: to, ...(actor.kind === "provider" ? { answeredById: actor.id, answeredAt: now } : {}) },
    }),
});

/** Says that one's organisation means to tender, invited or not. It binds to nothing, and may be taken back until the close. */
export const intendToTender = invitationStep("intend", {
  input: IntendInput,
  load: ownInvitation,
  run: (scene, own) => answered(scene, own, null),
});

/** Says that one's organisation will not tender, and why. The authority sees the reason, not whose it is. May be taken back until the close. */
export const declineInvitation = invitationStep("decline", {
  input: DeclineInput,
  load: ownInvitation,
  run: (scene, own, { reason, words }) => answered(scene, own, writtenReason(reason, words)),
});

type Own = NonNullable<Awaited<ReturnType<typeof ownInvitation>>>;

async function answered(scene: Scene, { id, callOff }: Own, reason: string | null) {
  refuseClosed(callOff, scene);
  await scene.tx.invitation.update({ where: { id }, data: { reason }, select: { id: true } });
  return { callOffId: callOff.id };
}

/** The invitation of the actor's organisation. One that was not invited gets a line of its own, so that it is told of changes. */
async function ownInvitation({ tx, actor, now }: Scene, { callOffId }: { callOffId: string }) {
  const callOff = await holdOpen({ tx, actor }, callOffId);
  if (!callOff) return null;
  const { organisationId } = actor;
  // Whoever cannot be invited is refused by the policy, which asks for the organisation's own people.
  if (actor.kind !== "provider" || !organisationId)
    return { id: callOffId, organisationId: "", state: "invited" as const, callOff };
  const own = { callOffId, organisationId };
  const select = { id: true, organisationId: true, state: true } as const;
  const found = await tx.invitation.findUnique({ where: { callOffId_organisationId: own }, select });
  if (found) return { ...found, callOff };
  // A line here is an invitation: nobody invites itself where only those invited may tender.
  if (callOff.route && onlyInvited.includes(callOff.route)) refuse("conflict", invitationProblems.notInvited);
  const made = await tx.invitation.create({
    data: { id: newId(), ...own, because: becauseWords.itself, invitedAt: now },
    select,
  });
  return { ...made, callOff };
}
