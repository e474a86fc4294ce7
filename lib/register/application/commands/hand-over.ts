import "server-only";
import { refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { HandOverInput, TakeInput } from "../decision/schema";
import { loadAssessed, step } from "./step";

/** Puts an application back in the queue, for somebody else to take. Findings stay with it. */
export const handBackApplication = step("handBack", {
  input: TakeInput,
  load: loadAssessed,
  run: async ({ tx }, { id, assessorId }) => {
    await tx.application.update({ where: { id }, data: { assessorId: null } });
    return { assessorId };
  },
});

/** Hands an application to a named assessor, who is told. Findings and notes stay with it. Refuses whoever sent it in, and whoever has it. */
export const handOverApplication = step("handOver", {
  input: HandOverInput,
  load: loadAssessed,
  run: async (scene, row, { assessorId }) => {
    const { tx, actor } = scene;
    const seated = await tx.user.count({
      where: {
        id: assessorId,
        disabledAt: null,
        seats: { some: { role: { in: ["assessor", "admin"] }, organisation: { kind: "steward" } } },
      },
    });
    if (seated === 0 || assessorId === row.submittedById)
      refuseField("assessorId", "Choose an assessor of the register who did not send it in");
    if (assessorId === row.assessorId) refuseField("assessorId", "They have it already");
    await tx.application.update({ where: { id: row.id }, data: { assessorId } });
    if (assessorId !== actor.id)
      await tell(
        scene,
        { userId: assessorId },
        {
          title: `Handed to you: ${row.organisation.name}`,
          body: `Application ${row.reference} is yours now. Findings and notes are with it.`,
          href: `/steward/applications/${row.id}`,
        },
      );
    return { before: row.assessorId, after: assessorId };
  },
});
