import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell, tellThese } from "@/lib/core/messages/notify";
import type { ShareMethod } from "@/lib/core/prisma/enums";
import { sum } from "@/lib/core/values/money";
import { releaseWithin, setAsideWithin } from "../../../budget/aside";
import { termOf, written } from "../../../budget/years";
import { callOffAddress, callOffStep, type HeldCallOff } from "../../../record/commands/step";
import { awardedPrices } from "../prices";
import { awardShares, shareByYear } from "../rules";
import { ApproveInput, RefuseInput } from "../schema";
import { problems, tellings } from "../words";
import { declareNone, fundersOf, fundingStep, type HeldFunder, holdPart } from "./step";

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
  const [about] = await tx.$queryRaw<{ title: string; sharedBy: ShareMethod; lead: string }[]>`
    /* planned once */ select c."title", c."sharedBy"::text as "sharedBy", o."name" as lead
    from "CallOff" c join "Organisation" o on o."id" = c."organisationId" where c."id" = ${callOffId}::uuid`;
  const { title, sharedBy, lead } = about ?? refuse("missing", "We could not find that.");
  const funders = await fundersOf(scene, callOffId);
  const parts = lots.flatMap(({ lotId, totalPence }) => {
    const paying = funders.flatMap((funder) =>
      funder.shares.filter((share) => share.lotId === lotId).map((share) => ({ ...share, funderId: funder.id })),
    );
    const each = awardShares(sharedBy, paying, totalPence);
    return paying.map(({ funderId }, at) => ({ funderId, lotId, pence: each[at] ?? 0n }));
  });
  await writeParts(scene, callOffId, parts);
  const all = await approversOf(scene, funders);
  for (const funder of funders) {
    const pence = sum(parts.filter(({ funderId }) => funderId === funder.id).map((part) => part.pence));
    const approvers = all.filter(({ organisationId }) => organisationId === funder.organisationId);
    if (!approvers.some(({ id }) => id !== actor.id)) refuse("conflict", problems.alone(funder.organisation.name));
    await fundingStep.within(scene, "request", funder, { callOffId, awardPence: String(pence) });
    tellThese(scene, approvers, {
      ...tellings.waiting(lead, title, pence),
      ...{ href: address({ id: callOffId }), organisationId: funder.organisationId },
    });
  }
}

/** Who can approve for each of these bodies, in one statement. */
const approversOf = ({ tx }: Pick<Scene, "tx">, funders: readonly HeldFunder[]) =>
  tx.$queryRaw<{ id: string; email: string; organisationId: string }[]>`
    /* planned once */ select u."id", u."email", s."organisationId"
    from "Seat" s join "User" u on u."id" = s."userId"
    where s."organisationId" = any(${funders.map(({ organisationId }) => organisationId)}::uuid[])
      and s."role" = 'approver' and u."disabledAt" is null
    order by u."id"`;

type Part = { funderId: string; lotId: string; pence: bigint };

/** Writes what each funder pays of each lot, and nothing for the lots that are not awarded, in one statement. */
function writeParts({ tx }: Pick<Scene, "tx">, callOffId: string, parts: readonly Part[]) {
  const rows = JSON.stringify(parts.map((part) => ({ ...part, pence: String(part.pence) })));
  return tx.$executeRaw`
    /* planned once */ update "LotShare" s set "awardPence" = (
      select p."pence" from json_to_recordset(${rows}::json) as p ("funderId" uuid, "lotId" uuid, "pence" bigint)
      where p."funderId" = s."funderId" and p."lotId" = s."lotId"
    )
    from "CallOffFunder" f where f."id" = s."funderId" and f."callOffId" = ${callOffId}::uuid`;
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
 * Approves the award for one's own organisation and sets its share aside, split over the financial years of the first term,
 * in a budget of each: all of them or none. Never by the person who proposed it, nor by anyone with a conflict. Refuses
 * (invalid) at the year that lacks a budget or money. The last approval approves the call-off.
 */
export const approveAward = fundingStep("approve", {
  input: ApproveInput,
  load: (scene, { id }) => holdPart(scene, id),
  run: async (scene, { callOff, others, ...own }, { budgets }) => {
    if (callOff.state !== "awardProposed") refuse("conflict", problems.notAsked);
    if (callOff.proposedById === scene.actor.id) refuse("conflict", problems.proposer);
    await declareNone(scene, callOff);
    const term = termOf(callOff.startsOn ?? scene.now, callOff.endsOn);
    const parts = shareByYear(term, own.shares, await awardedPrices(scene.tx, callOff.id));
    const { organisationId } = own;
    await setAsideWithin(scene, { organisationId, parts, picked: budgets, what: { callOffId: callOff.id } });
    if (others.every(({ state }) => state === "approved")) await approve(scene, callOff);
    return { callOffId: callOff.id, awardPence: String(awarded(own)), years: written(parts) };
  },
});

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
