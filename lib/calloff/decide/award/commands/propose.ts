import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { type Refusal, Refused, refuse } from "@/lib/core/door/result";
import type { Prisma } from "@/lib/core/prisma/client";
import { requestApprovals } from "../../../before/funding/commands/award";
import { callOffStep, type HeldCallOff, holdCallOff, refuseConflicted } from "../../../record/commands/step";
import { type JudgedLot, judgeLots } from "../queries/judge";
import { concentrations } from "../queries/market";
import { choiceProblems, isSingle, isTied } from "../rules";
import { type LotChoice, ProposeInput } from "../schema";
import { problems, singleBidSaid } from "../words";

/**
 * Proposes who wins each lot, or that nobody does, and asks every funder to approve. By a commissioner without a
 * conflict. The winner is the first of the ranking as it stands in this transaction, or one that shares the first place
 * with how the tie is settled. Refuses (invalid) a choice that the ranking does not bear, at its field, and (conflict)
 * a proposal in which nobody would win.
 */
export const proposeAward = callOffStep("proposeAward", {
  input: ProposeInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row, { lots: choices }) => {
    await refuseConflicted(scene, row.id);
    const decisions = decide(row, await judgeLots(scene.actor, row.id, scene.tx), choices);
    const won = decisions.flatMap(({ lot, winner }) => (winner ? [{ lot, winner }] : []));
    if (won.length === 0) refuse("conflict", problems.nobody);
    const effects = await concentrations(
      scene.actor,
      row.id,
      won.map(({ lot, winner }) => ({
        ...{ categoryCode: lot.categoryCode, placeCodes: lot.placeCodes, organisationId: winner.organisationId },
        pence: BigInt(winner.pricePence),
      })),
      scene.tx,
    );
    const effectOf = new Map(won.map(({ lot }, at) => [lot.id, effects[at] ?? null]));
    await write(scene, row, decisions, effectOf);
    await requestApprovals(
      scene,
      row.id,
      won.map(({ lot, winner }) => ({
        lotId: lot.id,
        totalPence: BigInt(winner.pricePence) + BigInt(winner.vatPence),
      })),
    );
    return {
      lots: decisions.map(({ lot, winner }) => ({ lot: lot.number, tenderId: winner?.id ?? null })),
    };
  },
});

type Winner = JudgedLot["ranking"]["tenders"][number];
type Decision = { lot: JudgedLot; choice: LotChoice; winner: Winner | null; single: boolean; tied: boolean };

/** Puts each lot together with its choice, or refuses at the fields that do not hold. */
function decide({ route }: HeldCallOff, lots: readonly JudgedLot[], choices: readonly LotChoice[]): Decision[] {
  const fields: NonNullable<Extract<Refusal, { kind: "invalid" }>["fields"]> = {};
  const decisions = lots.flatMap((lot) => {
    const at = choices.findIndex(({ lotId }) => lotId === lot.id);
    const choice = choices[at];
    if (!choice) return [];
    const facts = { ranking: lot.ranking, route };
    for (const { field, message } of choiceProblems(facts, choice)) fields[`lots.${at}.${field}`] = [message];
    const winner = lot.ranking.tenders.find(({ id }) => id === choice.tenderId) ?? null;
    return [{ lot, choice, winner, single: isSingle(facts), tied: isTied(lot.ranking, choice.tenderId) }];
  });
  if (decisions.length !== lots.length || choices.length !== lots.length) refuse("conflict", problems.everyLot);
  if (Object.keys(fields).length > 0) throw new Refused({ kind: "invalid", message: "There is a problem", fields });
  return decisions;
}

async function write(
  { tx, actor, now }: Scene,
  row: HeldCallOff,
  decisions: readonly Decision[],
  effectOf: ReadonlyMap<string, Prisma.InputJsonValue | null>,
) {
  const proposedById = actor.id ?? refuse("forbidden", "You cannot do that.");
  const earlier = await tx.lotAward.groupBy({ by: ["lotId"], where: { callOffId: row.id }, _max: { version: true } });
  const versionOf = new Map(earlier.map(({ lotId, _max }) => [lotId, _max.version ?? 0]));
  await tx.lotAward.createMany({
    data: decisions.map(({ lot, choice, winner, single, tied }) => {
      const considered = single ? choice.considered : [];
      return {
        ...{ lotId: lot.id, version: (versionOf.get(lot.id) ?? 0) + 1, callOffId: row.id },
        ...{ tenderId: winner?.id ?? null, reason: choice.reason, tieBreak: tied ? choice.tieBreak : null },
        singleBid: single && choice.singleBid ? singleBidSaid(considered, choice.singleBid) : null,
        ...{ pricePence: BigInt(winner?.pricePence ?? 0), vatPence: BigInt(winner?.vatPence ?? 0) },
        ranking: { ...lot.ranking, considered },
        concentration: effectOf.get(lot.id) ?? {},
        ...{ proposedById, proposedAt: now },
      };
    }),
  });
}
