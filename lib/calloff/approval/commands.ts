import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { setAsideWithin } from "../budget/aside";
import { byYear, termOf, written } from "../budget/years";
import {
  declareNone,
  type HeldPurchase,
  holdPurchase,
  offerAddress,
  purchaseStep,
  refuseConflicted,
  releaseAll,
  tellProposer,
} from "../purchase/commands/step";
import { ApproveInput, RefuseInput } from "../purchase/schema";
import { problems } from "../purchase/words";
import { may } from "./policy";
import { approval } from "./states";
import { stateWords } from "./words";

/** The one way in which a funder answers: who and when go into the row with the answer. */
const approvalStep = lifecycle({
  subject: "approval",
  machine: approval,
  may,
  words: stateWords,
  move: (tx, id, from, to, { actor, now }) =>
    tx.funder.updateMany({ where: { id, state: from }, data: { state: to, decidedById: actor.id, decidedAt: now } }),
});

/** The actor's own organisation's share of a purchase, with the purchase locked. */
async function holdShare(scene: Scene, purchaseId: string) {
  const purchase = await holdPurchase(scene, purchaseId);
  const share = purchase?.funders.find(({ organisationId }) => organisationId === scene.actor.organisationId);
  return purchase && share ? { ...share, purchase } : null;
}

/**
 * Approves the share of one's own organisation and sets it aside in its budgets, split over the financial years
 * that the purchase touches. The last funder to approve turns
 * the purchase into an offer. Never by the person who proposed it, whatever other roles they hold.
 */
export const approveShare = approvalStep("approve", {
  input: ApproveInput,
  load: (scene, { id }) => holdShare(scene, id),
  run: async (scene, { id, organisationId, sharePence, purchase }, { budgets }) => {
    if (purchase.state !== "proposed") refuse("conflict", problems.notAsked);
    await refuseConflicted(scene, purchase.id);
    await declareNone(scene, purchase.id);
    const parts = byYear(termOf(purchase.startsOn, purchase.endsOn), sharePence);
    await setAsideWithin(scene, { organisationId, parts, picked: budgets, what: { purchaseId: purchase.id } });
    const others = purchase.funders.filter((share) => share.id !== id);
    if (others.every(({ state }) => state === "approved")) await offer(scene, purchase);
    return { purchaseId: purchase.id, sharePence: String(sharePence), years: written(parts) };
  },
});

async function offer(scene: Scene, purchase: HeldPurchase) {
  await purchaseStep.within(scene, "offer", purchase);
  await scene.tx.purchase.update({ where: { id: purchase.id }, data: { offeredAt: scene.now }, select: { id: true } });
  await tell(
    scene,
    { organisationId: purchase.supplierId, roles: ["signatory"] },
    {
      title: `${purchase.buyer.name} has made you an offer`,
      body: `They would like "${purchase.title}". You can accept it, or decline it with a reason.`,
      href: offerAddress(purchase),
    },
  );
  await tellProposer(scene, purchase, {
    title: "Your purchase was approved",
    body: `"${purchase.title}" has been offered to ${purchase.supplier.name}.`,
  });
}

/** Refuses the share of one's own organisation, with a reason. The purchase ends, and whatever was set aside for it is let go. */
export const refuseShare = approvalStep("refuse", {
  input: RefuseInput,
  load: (scene, { id }) => holdShare(scene, id),
  run: async (scene, { id, organisation, purchase }, { reason }) => {
    if (purchase.state !== "proposed") refuse("conflict", problems.notAsked);
    await scene.tx.funder.update({ where: { id }, data: { reason }, select: { id: true } });
    await purchaseStep.within(scene, "refuse", purchase);
    await scene.tx.purchase.update({
      where: { id: purchase.id },
      data: { answeredAt: scene.now },
      select: { id: true },
    });
    await releaseAll(scene, purchase);
    await tellProposer(scene, purchase, {
      title: "A funder refused your purchase",
      body: `${organisation.name} will not pay its share of "${purchase.title}".`,
    });
    return { purchaseId: purchase.id };
  },
});
