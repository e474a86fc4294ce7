import "server-only";
import { command, type Scene } from "@/lib/core/command";
import { newId } from "@/lib/core/id";
import { londonDay } from "@/lib/core/moment";
import type { ConditionKind } from "@/lib/core/prisma/enums";
import { refuse, refuseChanged, refuseField } from "@/lib/core/result";
import { mayWrite } from "../policy";
import { AnswerInput } from "../schema";
import { metWords } from "../words";

type Said = { met: boolean; text: string; expiresOn: string | null };
type Asked = { organisationId: string; condition: { id: string; kind: ConditionKind } };

/** Answers a condition of the register that runs, as a new version; the earlier ones stay where they were used. */
export const answerCondition = command({
  event: "profileAnswer.give",
  input: AnswerInput,
  load: async ({ tx, actor, now }, { conditionId }) => {
    const today = new Date(londonDay(now));
    const condition = await tx.condition.findFirst({
      where: { id: conditionId, register: { opensOn: { lte: today }, closesOn: { gte: today } } },
      select: { id: true, kind: true },
    });
    return condition && { organisationId: actor.organisationId ?? "", condition };
  },
  allow: mayWrite,
  run: async (scene, { organisationId, condition }, { conditionId, version, ...said }) => {
    const id = await answerWithin(scene, { organisationId, condition }, { ...said, version });
    return { value: { id }, id, detail: { conditionId, met: said.met } };
  },
});

/**
 * Writes an answer as a part of another command and gives its id. An answer that says nothing new is not written again.
 * With a `version`, refuses when a colleague has answered since.
 */
export async function answerWithin(
  scene: Scene,
  { organisationId, condition }: Asked,
  said: Said & { version?: number },
): Promise<string> {
  const { tx, actor, now } = scene;
  refuseEmpty(condition.kind, said);
  if (said.expiresOn && said.expiresOn <= londonDay(now))
    refuseField("expiresOn", "The day it runs out must be in the future");
  const last = await tx.profileAnswer.findFirst({
    where: { organisationId, conditionId: condition.id },
    orderBy: { version: "desc" },
    select: { id: true, version: true, met: true, text: true, expiresOn: true, answeredById: true, answeredAt: true },
  });
  const expiresOn = said.expiresOn ? new Date(said.expiresOn) : null;
  if (last && last.met === said.met && last.text === said.text && last.expiresOn?.getTime() === expiresOn?.getTime())
    return last.id;
  if (said.version !== undefined && said.version !== (last?.version ?? 0)) {
    if (!last) return refuse("conflict", "This has changed. Open the page again.");
    const by = await tx.user.findUnique({ where: { id: last.answeredById }, select: { name: true } });
    return refuseChanged({
      by: by?.name ?? "A colleague",
      at: last.answeredAt.toISOString(),
      version: last.version,
      values: {
        "Do you meet it?": last.met ? metWords.yes : metWords.no,
        "The answer": last.text,
        "Runs out on": last.expiresOn?.toISOString().slice(0, 10) ?? "",
      },
    });
  }
  const id = newId(now.getTime());
  await tx.profileAnswer.create({
    data: {
      id,
      organisationId,
      conditionId: condition.id,
      version: (last?.version ?? 0) + 1,
      met: said.met,
      text: said.text,
      expiresOn,
      answeredById: actor.id ?? refuse("forbidden", "You cannot do that."),
      answeredAt: now,
    },
  });
  return id;
}

/** A promise that is kept needs no words; everything else does. */
function refuseEmpty(kind: ConditionKind, { met, text }: Said) {
  if (text !== "") return;
  if (!met) refuseField("text", "Say what you have instead, or what you are doing about it");
  if (kind === "evidence") refuseField("text", "Say what evidence you have");
  if (kind === "question") refuseField("text", "Enter your answer");
}
