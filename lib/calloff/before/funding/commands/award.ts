import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse, refuseField } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { financialYear, londonDay } from "@/lib/core/values/moment";
import { sum } from "@/lib/core/values/money";
import { commitWithin, releaseWithin } from "../../../budget/commands";
import { visibleTo as budgetVisibleTo } from "../../../budget/policy";
import { budgetProblems } from "../../../budget/words";
import { callOffAddress, callOffStep, type HeldCallOff } from "../../../record/commands/step";
import { awardShares } from "../rules";
import { ApproveInput, RefuseInput } from "../schema";
import { problems, tellings } from "../words";
import { declareNone, fundersOf, fundingStep, type HeldFunder, holdPart, refuseAlone } from "./step";

const awarded = ({ shares }: Pick<HeldFunder, "shares">) => sum(shares.map(({ awardPence }) => awardPence ?? 0n));
const address = (row: { id: string }) => `${callOffAddress(row)}/approve`;

/**
 * Asks every funder to approve an award, as part of proposing it and with the call-off held: `totalPence` is each awarded lot's
 * price with VAT; lots without an award are left out. Each share is worked out to the penny, in the proportions agreed.
 */
export async function requestApprovals(
  scene: Scene,
  callOffId: string,
  lots: readonly { lotId: string; totalPence: bigint }[],
) {
  const { tx, actor } = scene;
  const { title, sharedBy, organisation } = await tx.callOff.findUniqueOrThrow({
    where: { id: callOffId },
    select: { title: true, sharedBy: true, organisation: { select: { name: true } } },
  });
  const funders = await fundersOf(scene, callOffId);
  await tx.lotShare.updateMany({ where: { funder: { callOffId } }, data: { awardPence: null } });
  for (const { lotId, totalPence } of lots) {
    const paying = funders.flatMap((funder) =>
      funder.shares.filter((share) => share.lotId === lotId).map((share) => ({ ...share, funderId: funder.id })),
    );
    const parts = awardShares(sharedBy, paying, totalPence);
    for (const [at, { funderId }] of paying.entries())
      await tx.lotShare.update({
        where: { funderId_lotId: { funderId, lotId } },
        data: { awardPence: parts[at] ?? 0n },
        select: { lotId: true },
      });
  }
  for (const funder of await fundersOf(scene, callOffId)) {
    await refuseAlone(scene, funder, actor.id);
    await fundingStep.within(scene, "request", funder, { callOffId, awardPence: String(awarded(funder)) });
    await tell(
      scene,
      { organisationId: funder.organisationId, roles: ["approver"] },
      { ...tellings.waiting(organisation.name, title, awarded(funder)), href: address({ id: callOffId }) },
    );
  }
}

/** Takes the question back when an award is reconsidered or the call-off ends: whatever was set aside is let go. With the call-off held. */
export async function recallApprovals(scene: Scene, callOffId: string) {
  await releaseWithin(scene, { callOffId });
  for (const funder of await fundersOf(scene, callOffId))
    if (funder.state === "waiting" || funder.state === "approved" || funder.state === "refused")
      await fundingStep.within(scene, "recall", funder, { callOffId });
  await scene.tx.lotShare.updateMany({ where: { funder: { callOffId } }, data: { awardPence: null } });
}

/**
 * Approves the award for one's own organisation and sets its share aside in a budget of the year in which the service starts.
 * Never by the person who proposed it, nor by anyone with a conflict. The last approval approves the call-off.
 */
export const approveAward = fundingStep("approve", {
  input: ApproveInput,
  load: (scene, { id }) => holdPart(scene, id),
  run: async (scene, { callOff, others, ...own }, { budgetId }) => {
    if (callOff.state !== "awardProposed") refuse("conflict", problems.notAsked);
    if (callOff.proposedById === scene.actor.id) refuse("conflict", problems.proposer);
    await declareNone(scene, callOff);
    const pence = awarded(own);
    if (pence > 0n) await setAside(scene, callOff, own, { budgetId, pence });
    if (others.every(({ state }) => state === "approved")) await approve(scene, callOff);
    return { callOffId: callOff.id, budgetId, awardPence: String(pence) };
  },
});

async function setAside(
  scene: Scene,
  callOff: HeldCallOff,
  own: Pick<HeldFunder, "id" | "organisationId">,
  { budgetId, pence }: { budgetId: string | null; pence: bigint },
) {
  const year = yearOf(callOff, scene.now);
  const budget = await scene.tx.budget.findFirst({
    where: {
      id: { in: budgetId ? [budgetId] : [] },
      organisationId: own.organisationId,
      AND: budgetVisibleTo(scene.actor),
    },
    select: { id: true, year: true },
  });
  if (!budget) return refuseField("budgetId", problems.chooseBudget);
  if (budget.year !== year) refuseField("budgetId", budgetProblems.otherYear(year));
  await commitWithin(scene, { budgetId: budget.id, callOffId: callOff.id, pence });
  await scene.tx.callOffFunder.update({ where: { id: own.id }, data: { budgetId: budget.id }, select: { id: true } });
}

/** The financial year whose budgets pay for a call-off: that of its first day. */
const yearOf = ({ startsOn }: Pick<HeldCallOff, "startsOn">, now: Date) => financialYear(londonDay(startsOn ?? now));

async function approve(scene: Scene, callOff: HeldCallOff) {
  await callOffStep.within(scene, "approve", callOff);
  if (callOff.proposedById)
    await tell(
      scene,
      { userId: callOff.proposedById },
      { ...tellings.approved(callOff.title), href: callOffAddress(callOff) },
    );
}

/** Refuses the award for one's own organisation, with a reason. The commissioner reconsiders it, or cancels. */
export const refuseAward = fundingStep("refuse", {
  input: RefuseInput,
  load: (scene, { id }) => holdPart(scene, id),
  run: async (scene, { id, organisation, callOff }, { reason }) => {
    if (callOff.state !== "awardProposed") refuse("conflict", problems.notAsked);
    await scene.tx.callOffFunder.update({ where: { id }, data: { reason }, select: { id: true } });
    if (callOff.proposedById)
      await tell(
        scene,
        { userId: callOff.proposedById },
        { ...tellings.refused(organisation.name, callOff.title), href: callOffAddress(callOff) },
      );
    return { callOffId: callOff.id };
  },
});
