import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { tenderStep } from "../../../open/tender/commands/step";
import { priceOfLot } from "../../../open/tender/rules";
import {
  callOffAddress,
  callOffStep,
  type HeldCallOff,
  holdCallOff,
  refuseConflicted,
} from "../../../record/commands/step";
import { mayModerate } from "../../../record/policy";
import { openedPrices } from "../../../seal/queries";
import { allFinished } from "../policy";
import { LockInput, ReviseInput, ScoresInput } from "../schema";
import { problems } from "../words";
import { answersIn, filled, refuseElsewhere } from "./score";

/** The consensus as it stands: the newest version of each, by tender and criterion. */
async function consensusIn({ tx }: Pick<Scene, "tx">, callOffId: string) {
  const rows = await tx.consensus.findMany({
    where: { tender: { callOffId } },
    select: { tenderId: true, criterionId: true, version: true, score: true, reason: true },
    orderBy: { version: "asc" },
    take: 20_000,
  });
  return new Map(rows.map((row) => [`${row.tenderId} ${row.criterionId}`, row]));
}

async function refuseUnfinished({ tx }: Scene, row: HeldCallOff) {
  const evaluators = await tx.evaluator.findMany({
    where: { callOffId: row.id },
    select: { userId: true, role: true, finishedAt: true },
    take: 100,
  });
  if (!allFinished({ evaluators })) refuse("conflict", problems.waitForAll);
}

/**
 * Writes down what the evaluators agree, for one answer or a page of them, each with the moderator's reason. A change is a
 * new version. Refuses until every evaluator has finished, and once quality is locked.
 */
export const saveConsensus = command({
  event: "callOff.agreeScores",
  input: ScoresInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayModerate,
  run: async (scene, row, { scores }) => {
    if (row.state !== "evaluating") refuse("conflict", problems.notScoring);
    await refuseConflicted(scene, row.id);
    await refuseUnfinished(scene, row);
    const said = filled(scores);
    refuseElsewhere(await answersIn(scene, row.id), said);
    const before = await consensusIn(scene, row.id);
    const byId = scene.actor.id ?? refuse("forbidden", "You cannot do that.");
    const changed = said.flatMap((one) => {
      const last = before.get(`${one.tenderId} ${one.criterionId}`);
      return last?.score === one.score && last.reason === one.reason
        ? []
        : [{ ...one, byId, version: (last?.version ?? 0) + 1, at: scene.now }];
    });
    await scene.tx.consensus.createMany({ data: changed });
    return { value: { id: row.id, saved: changed.length }, id: row.id, detail: { saved: changed.length } };
  },
});

/**
 * Locks quality, once every answer of every tender has a consensus, and opens the prices in the same transaction: each
 * lot's price for its first term at the forecast volume, and its VAT (none on a grant). Tenders count as assessed.
 */
export const lockQuality = callOffStep("moderate", {
  input: LockInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row) => {
    await refuseConflicted(scene, row.id);
    await refuseUnfinished(scene, row);
    const [{ answers, tenders }, agreed] = [await answersIn(scene, row.id), await consensusIn(scene, row.id)];
    if (tenders.length === 0) refuse("conflict", problems.nothingLeft);
    const left = answers.filter(({ tender, criterion }) => !agreed.has(`${tender.id} ${criterion.id}`)).length;
    if (left > 0) refuseField("sure", problems.noConsensus(left));
    await openPrices(scene, row);
    for (const { id, state } of tenders) await tenderStep.within(scene, "assess", { id, state });
    await tell(
      scene,
      { organisationId: row.organisationId, roles: ["commissioner"] },
      {
        title: "Quality is locked and prices are open",
        body: `The ranking of "${row.title}" can be read.`,
        href: `${callOffAddress(row)}/ranking`,
      },
    );
    return { tenders: tenders.length };
  },
});

async function openPrices(scene: Scene, row: HeldCallOff) {
  const prices = new Map((await openedPrices(scene.actor, row.id, scene.tx)).map(({ id, price }) => [id, price.lots]));
  const bids = await scene.tx.tenderLot.findMany({
    where: { tender: { callOffId: row.id, state: "opened" } },
    select: { tenderId: true, lotId: true, lot: { select: { volumes: { select: { volume: true } } } } },
    take: 50_000,
  });
  for (const { tenderId, lotId, lot } of bids) {
    const offer = prices.get(tenderId)?.find((price) => price.lotId === lotId);
    if (!offer) continue;
    const volume = lot.volumes.reduce((total, month) => total + month.volume, 0);
    const { pricePence, vatPence } = priceOfLot(volume, offer, { grant: row.instrument === "grant" });
    await scene.tx.tenderLot.update({
      where: { tenderId_lotId: { tenderId, lotId } },
      data: { pricePence, vatPence },
      select: { tenderId: true },
    });
  }
}

/**
 * Changes a consensus after the lock, until an award is proposed: a new version with why it is changed, by the moderator.
 * The ranking follows at once, and the commissioners are told.
 */
export const reviseConsensus = command({
  event: "callOff.reviseConsensus",
  input: ReviseInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  allow: mayModerate,
  run: async (scene, row, { tenderId, criterionId, score, reason, changedFor }) => {
    if (row.state !== "moderated") refuse("conflict", problems.notLocked);
    await refuseConflicted(scene, row.id);
    refuseElsewhere(await answersIn(scene, row.id), [{ tenderId, criterionId }]);
    const last = (await consensusIn(scene, row.id)).get(`${tenderId} ${criterionId}`);
    if (last?.score === score && last.reason === reason) refuseField("score", problems.same);
    const version = (last?.version ?? 0) + 1;
    const byId = scene.actor.id ?? refuse("forbidden", "You cannot do that.");
    await scene.tx.consensus.create({
      data: { tenderId, criterionId, version, score, reason, changedFor, byId, at: scene.now },
      select: { version: true },
    });
    await tell(
      scene,
      { organisationId: row.organisationId, roles: ["commissioner"] },
      {
        title: "A score was changed after the lock",
        body: `The moderator changed a consensus of "${row.title}". The reason is on the file.`,
        href: `${callOffAddress(row)}/ranking`,
      },
    );
    return {
      value: { id: row.id, version },
      id: row.id,
      detail: { tenderId, criterionId, version, from: last?.score ?? null, to: score, changedFor },
    };
  },
});
