import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseChanged, refuseField } from "@/lib/core/door/result";
import type { ConditionKind } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { asDay, londonDay } from "@/lib/core/values/moment";
import { chosenFiles, type Resting, restingFiles } from "@/lib/register/evidence/commands/rest";
import { answerExpiry, typedExpiry } from "@/lib/register/evidence/expiry";
import { renewLapsedWithin } from "@/lib/register/membership/commands/lapse";
import { mayWrite } from "../policy";
import { AnswerInput } from "../schema";
import { metWords } from "../words";

/** `evidenceIds`: the files that it rests on; those of the answer before it, when nothing is said of them. */
type Said = { met: boolean; text: string; expiresOn: string | null; evidenceIds?: string[] | undefined };
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
 * Writes an answer as a part of another command and gives its id. It holds until the soonest of what was typed, what the
 * condition allows, and its files; memberships that had lapsed for want of it come back. An answer that says nothing new
 * is not written again. With a `version`, refuses when a colleague has answered since.
 */
export async function answerWithin(
  scene: Scene,
  { organisationId, condition }: Asked,
  said: Said & { version?: number },
): Promise<string> {
  const { tx, now } = scene;
  const today = londonDay(now);
  if (said.expiresOn && said.expiresOn <= today) refuseField("expiresOn", "The day it runs out must be in the future");
  const last = await tx.profileAnswer.findFirst({
    where: { organisationId, conditionId: condition.id },
    orderBy: { version: "desc" },
    select: {
      ...{ id: true, version: true, met: true, text: true, expiresOn: true, answeredById: true, answeredAt: true },
      evidence: { select: { evidenceId: true } },
    },
  });
  const files = said.evidenceIds
    ? await chosenFiles(scene, { organisationId, today }, said.evidenceIds)
    : last
      ? await restingFiles(scene, last.id)
      : [];
  refuseEmpty(condition.kind, said, files.length);
  const { validMonths } = await tx.condition.findUniqueOrThrow({
    where: { id: condition.id },
    select: { validMonths: true },
  });
  const evidence = files.map(({ expiresOn }) => expiresOn);
  const expiresOn = answerExpiry(said.expiresOn, { validMonths, answeredOn: today, evidence });
  const isSame =
    last?.met === said.met &&
    last.text === said.text &&
    asDay(last.expiresOn) === expiresOn &&
    last.evidence.length === files.length &&
    files.every(({ id }) => last.evidence.some(({ evidenceId }) => evidenceId === id));
  if (isSame) return last.id;
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
        "Runs out on": asDay(last.expiresOn) ?? "",
      },
    });
  }
  const { met, text } = said;
  const version = (last?.version ?? 0) + 1;
  const id = await write(scene, { organisationId, conditionId: condition.id, version, met, text, expiresOn }, files);
  await renewLapsedWithin(scene, organisationId);
  return id;
}

/**
 * Gives anew, as a part of another command, every newest answer that rests on a file of this series, now that it has a
 * newer version. Gives how many. A day that was typed stays where it is still to come.
 */
export async function renewAnswersWithin(
  scene: Scene,
  { organisationId, seriesId }: { organisationId: string; seriesId: string },
): Promise<number> {
  const { tx, now } = scene;
  const today = londonDay(now);
  const newest = await tx.profileAnswer.findMany({
    where: { organisationId, condition: { register: { closesOn: { gte: new Date(today) } } } },
    distinct: ["conditionId"],
    orderBy: [{ conditionId: "asc" }, { version: "desc" }],
    select: {
      ...{ id: true, conditionId: true, version: true, met: true, text: true, expiresOn: true, answeredAt: true },
      evidence: { select: { evidence: { select: { seriesId: true, expiresOn: true } } } },
      condition: { select: { validMonths: true } },
    },
  });
  const resting = newest.filter(({ evidence }) => evidence.some((one) => one.evidence.seriesId === seriesId));
  for (const { id, conditionId, version, met, text, expiresOn, answeredAt, evidence, condition } of resting) {
    const before = evidence.map((one) => asDay(one.evidence.expiresOn));
    const { validMonths } = condition;
    const answeredOn = londonDay(answeredAt);
    const typed = typedExpiry(asDay(expiresOn), { validMonths, answeredOn, evidence: before }, today);
    const files = await restingFiles(scene, id);
    const ends = answerExpiry(typed, {
      validMonths,
      answeredOn: today,
      evidence: files.map((file) => file.expiresOn),
    });
    const renewed = await write(
      scene,
      { organisationId, conditionId, version: version + 1, met, text, expiresOn: ends },
      files,
    );
    scene.record({
      event: "profileAnswer.renew",
      subject: "profileAnswer",
      subjectId: renewed,
      detail: { conditionId, from: version, to: version + 1 },
    });
  }
  if (resting.length > 0) await renewLapsedWithin(scene, organisationId);
  return resting.length;
}

type Written = {
  organisationId: string;
  conditionId: string;
  version: number;
  met: boolean;
  text: string;
  expiresOn: string | null;
};

async function write({ tx, actor, now }: Scene, said: Written, files: readonly Resting[]): Promise<string> {
  const id = newId(now.getTime());
  await tx.profileAnswer.create({
    data: {
      ...said,
      id,
      expiresOn: said.expiresOn ? new Date(said.expiresOn) : null,
      answeredById: actor.id ?? refuse("forbidden", "You cannot do that."),
      answeredAt: now,
    },
  });
  await tx.answerEvidence.createMany({ data: files.map((file) => ({ profileAnswerId: id, evidenceId: file.id })) });
  return id;
}

/** A promise that is kept needs no words, and a file may speak for itself; everything else needs words. */
function refuseEmpty(kind: ConditionKind, { met, text }: Said, files: number) {
  if (text !== "") return;
  if (!met) refuseField("text", "Say what you have instead, or what you are doing about it");
  if (kind === "evidence" && files === 0) refuseField("text", "Say what evidence you have, or choose a file");
  if (kind === "question") refuseField("text", "Enter your answer");
}
