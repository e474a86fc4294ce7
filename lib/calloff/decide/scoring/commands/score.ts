import "server-only";
import type { Tx } from "@/lib/core/db";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { callOffAddress, type HeldCallOff, holdCallOff, refuseConflicted } from "../../../record/commands/step";
import { mayScore } from "../policy";
import { toScore } from "../rules";
import { FinishInput, type GivenScore, ScoresInput } from "../schema";
import { problems } from "../words";

/** What there is to score: every opened tender by every criterion but price. */
export async function answersIn({ tx }: { tx: Pick<Tx, "tender" | "criterion"> }, callOffId: string) {
  const tenders = await tx.tender.findMany({
    where: { callOffId, state: { in: ["opened", "assessed"] } },
    select: { id: true, state: true },
    orderBy: { reference: "asc" },
    take: 500,
  });
  const criteria = await tx.criterion.findMany({
    where: { callOffId, kind: { not: "price" } },
    select: { id: true, kind: true },
    orderBy: { number: "asc" },
    take: 100,
  });
  return { tenders, criteria, answers: toScore(tenders, criteria) };
}

/** Refuses an entry for a tender or a question that is not here to be scored. */
export function refuseElsewhere(
  { tenders, criteria }: Awaited<ReturnType<typeof answersIn>>,
  entries: readonly { tenderId: string; criterionId: string }[],
) {
  for (const { tenderId, criterionId } of entries)
    if (!tenders.some(({ id }) => id === tenderId) || !criteria.some(({ id }) => id === criterionId))
      refuse("missing", problems.notHere);
}

/** Entries of a page that say something. One answer twice on a page is refused. */
export function filled(scores: readonly GivenScore[]) {
  const said = scores.flatMap(({ score, ...rest }) => (score === null ? [] : [{ ...rest, score }]));
  const keys = said.map(({ tenderId, criterionId }) => `${tenderId} ${criterionId}`);
  if (new Set(keys).size < keys.length) refuse("conflict", problems.notHere);
  return said;
}

async function refuseNotScoring(scene: Scene, row: HeldCallOff) {
  if (row.state !== "evaluating") refuse("conflict", problems.notScoring);
  await refuseConflicted(scene, row.id);
  const own = await scene.tx.evaluator.findFirst({
    where: { callOffId: row.id, userId: scene.actor.id ?? { in: [] } },
    select: { finishedAt: true },
  });
  if (own?.finishedAt) refuse("conflict", problems.finished);
}

/** Own scores as they stand: the newest version of each, by tender and criterion. */
async function ownScores({ tx, actor }: Scene, callOffId: string) {
  const rows = await tx.score.findMany({
    where: { userId: actor.id ?? { in: [] }, tender: { callOffId } },
    select: { tenderId: true, criterionId: true, version: true, score: true, reason: true },
    orderBy: { version: "asc" },
    take: 20_000,
  });
  return new Map(rows.map((row) => [`${row.tenderId} ${row.criterionId}`, row]));
}

/**
 * Saves an evaluator's own scores, one or a page of them: 0 to 5, each with a reason. What is left empty is not scored
 * yet, and what did not change is not written again; a change is a new version. Refuses who did not declare, who has a
 * conflict, who has finished, and anything but a tender and a question of this call-off while it is being scored.
 */
export const saveScores = command({
  event: "callOff.score",
  input: ScoresInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayScore,
  run: async (scene, row, { scores }) => {
    await refuseNotScoring(scene, row);
    const said = filled(scores);
    refuseElsewhere(await answersIn(scene, row.id), said);
    const before = await ownScores(scene, row.id);
    const userId = scene.actor.id ?? refuse("forbidden", "You cannot do that.");
    const changed = said.flatMap((one) => {
      const last = before.get(`${one.tenderId} ${one.criterionId}`);
      return last?.score === one.score && last.reason === one.reason
        ? []
        : [{ ...one, userId, version: (last?.version ?? 0) + 1, scoredAt: scene.now }];
    });
    await scene.tx.score.createMany({ data: changed });
    return { value: { id: row.id, saved: changed.length }, id: row.id, detail: { saved: changed.length } };
  },
});

/**
 * Says that all one's scores are final. From then on the evaluator sees those of others who have finished, so they
 * cannot be changed any more. The moderator is told when the last one has finished. Refuses while an answer is unscored.
 */
export const finishScoring = command({
  event: "callOff.finishScoring",
  input: FinishInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayScore,
  run: async (scene, row) => {
    await refuseNotScoring(scene, row);
    const [{ answers }, own] = [await answersIn(scene, row.id), await ownScores(scene, row.id)];
    const left = answers.filter(({ tender, criterion }) => !own.has(`${tender.id} ${criterion.id}`)).length;
    if (left > 0) refuseField("sure", problems.unfinished(left));
    await scene.tx.evaluator.updateMany({
      where: { callOffId: row.id, userId: scene.actor.id ?? { in: [] } },
      data: { finishedAt: scene.now },
    });
    const others = await scene.tx.evaluator.count({
      where: { callOffId: row.id, role: "evaluator", finishedAt: null },
    });
    const moderator = row.evaluators.find(({ role }) => role === "moderator");
    if (others === 0 && moderator)
      await tell(
        scene,
        { userId: moderator.userId },
        {
          title: "All scores are in",
          body: `Every evaluator has finished scoring "${row.title}". Write down what they agree.`,
          href: `${callOffAddress(row)}/moderation`,
        },
      );
    return { value: { id: row.id }, id: row.id, detail: { answers: answers.length, waitingFor: others } };
  },
});
