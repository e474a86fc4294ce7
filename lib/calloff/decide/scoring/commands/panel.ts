import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { callOffAddress, type HeldCallOff, holdCallOff } from "../../../record/commands/step";
import { mayRun } from "../../../record/policy";
import { panelOpen } from "../policy";
import { SMALL_PENCE } from "../rules";
import { PanelInput } from "../schema";
import { problems } from "../words";

/**
 * Appoints the panel as it shall be: the evaluators, and one moderator who does not score. Two evaluators at least; one,
 * with a reason, where the estimate is under £30,000 with VAT (the lower limit for notices of local bodies; our choice). All
 * hold an evaluator's seat at the authority or at a funder. Once scoring has begun a change needs a reason, and the
 * scores of somebody who leaves no longer count. Refuses after quality is locked.
 */
export const appointEvaluators = command({
  event: "callOff.appoint",
  input: PanelInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayRun,
  run: async (scene, row, { evaluators, moderator, reason }) => {
    if (!panelOpen.includes(row.state)) refuse("conflict", problems.tooLate);
    refuseSmall(row, evaluators.length, reason);
    if (row.state === "evaluating" && reason === "") refuseField("reason", problems.whyNow);
    const before = new Map(row.evaluators.map(({ userId, role }) => [userId, role]));
    const wanted = [
      ...evaluators.map((userId) => ({ userId, role: "evaluator" as const })),
      { userId: moderator, role: "moderator" as const },
    ];
    const fresh = wanted.filter(({ userId, role }) => before.get(userId) !== role);
    await refuseOthers(scene, row, fresh);
    const gone = [...before].filter(
      ([userId, role]) => !wanted.some((one) => one.userId === userId && one.role === role),
    );
    await scene.tx.evaluator.deleteMany({
      where: { callOffId: row.id, userId: { in: gone.map(([userId]) => userId) } },
    });
    const appointedById = scene.actor.id ?? refuse("forbidden", "You cannot do that.");
    await scene.tx.evaluator.createMany({
      data: fresh.map((one) => ({ callOffId: row.id, ...one, appointedById, appointedAt: scene.now })),
    });
    for (const { userId, role } of fresh) await tellAppointed(scene, row, userId, role);
    return {
      value: { id: row.id },
      id: row.id,
      detail: { added: fresh.map(({ userId }) => userId), removed: gone.map(([userId]) => userId), reason },
    };
  },
});

function refuseSmall({ estimatePence }: HeldCallOff, evaluators: number, reason: string) {
  if (evaluators >= 2) return;
  if (evaluators === 0 || estimatePence >= SMALL_PENCE) refuseField("evaluators", problems.fewEvaluators);
  if (reason === "") refuseField("reason", problems.whyOne);
}

async function refuseOthers({ tx }: Scene, row: HeldCallOff, fresh: readonly { userId: string; role: string }[]) {
  const seats = await tx.seat.findMany({
    where: {
      role: "evaluator",
      userId: { in: fresh.map(({ userId }) => userId) },
      user: { disabledAt: null },
      OR: [
        { organisationId: row.organisationId },
        { organisation: { callOffsFunded: { some: { callOffId: row.id } } } },
      ],
    },
    select: { userId: true },
  });
  for (const { userId, role } of fresh)
    if (!seats.some((seat) => seat.userId === userId))
      refuseField(role === "moderator" ? "moderator" : "evaluators", problems.notEligible);
}

const tellAppointed = (scene: Scene, row: HeldCallOff, userId: string, role: "evaluator" | "moderator") =>
  tell(
    scene,
    { userId },
    {
      title: role === "moderator" ? "You moderate the scores of a call-off" : "You score tenders for a call-off",
      body: `You were appointed for "${row.title}". Say first whether you have a conflict of interest.`,
      href: `${callOffAddress(row)}/${role === "moderator" ? "moderation" : "scores"}`,
    },
  );
