import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { answerWithin } from "@/lib/register/profile/commands/answers";
import { readAbout } from "../decision/schema";
import { may, visibleTo } from "../policy";

import { ReplyInput } from "../schema";
import { step } from "./step";

/** Replies to a steward's question, with a new answer to the condition if it was about one. The last reply sends the application back to its assessor. */
export const replyToQuery = command({
  event: "application.reply",
  input: ReplyInput,
  load: async ({ tx, actor }, { queryId }) => {
    const query = await tx.answerQuery.findFirst({
      where: { id: queryId, application: visibleTo(actor) },
      select: {
        id: true,
        about: true,
        application: {
          select: {
            id: true,
            reference: true,
            organisationId: true,
            registerId: true,
            submittedById: true,
            assessorId: true,
            proposedById: true,
          },
        },
      },
    });
    return query && { ...query.application, query: { id: query.id, about: query.about } };
  },
  allow: may.answered,
  run: async (scene, application, input) => {
    const { tx, actor, now } = scene;
    // Held until commit: of two colleagues who answer the last two questions at once, the second sees the first.
    await tx.$queryRaw`select 1 from "Application" where "id" = ${application.id}::uuid for update`;
    const { state } = await tx.application.findUniqueOrThrow({
      where: { id: application.id },
      select: { state: true },
    });
    if (state !== "clarifying") refuse("conflict", "This application is not waiting for a reply any more.");
    const { count } = await tx.answerQuery.updateMany({
      where: { id: application.query.id, repliedAt: null },
      data: { reply: input.reply, repliedById: actor.id, repliedAt: now },
    });
    if (count === 0) refuse("conflict", "A colleague has already replied to this question.");
    if (input.change === "yes") await changeAnswer(scene, application, input);

    const open = await tx.answerQuery.count({ where: { applicationId: application.id, repliedAt: null } });
    if (open === 0) await backToAssessor(scene, { ...application, state });
    return {
      value: { id: application.id, isLast: open === 0 },
      id: application.id,
      detail: { queryId: application.query.id, answerChanged: input.change === "yes", open },
    };
  },
});

type Asked = { id: string; organisationId: string; registerId: string; query: { about: string } };

async function changeAnswer(
  scene: Scene,
  { id, organisationId, registerId, query }: Asked,
  said: { met: boolean; text: string; expiresOn: string | null },
) {
  const about = readAbout(query.about);
  if (about?.kind !== "condition") return refuse("conflict", "This question is not about a condition. Reply in words.");
  const condition = await scene.tx.condition.findFirst({
    where: { id: about.id, registerId },
    select: { id: true, kind: true },
  });
  if (!condition) return refuse("missing", "We could not find that.");
  const profileAnswerId = await answerWithin(scene, { organisationId, condition }, said);
  await scene.tx.applicationAnswer.update({
    where: { applicationId_conditionId: { applicationId: id, conditionId: condition.id } },
    data: { profileAnswerId },
  });
}

type Returning = { id: string; reference: string; state: "clarifying"; assessorId: string | null };

async function backToAssessor(scene: Scene, { id, reference, state, assessorId }: Returning) {
  await step.within(scene, "answered", { id, state });
  if (assessorId)
    await tell(
      scene,
      { userId: assessorId },
      {
        title: `Every question on ${reference} is answered`,
        body: "The review can go on.",
        href: `/steward/applications/${id}`,
      },
    );
}
