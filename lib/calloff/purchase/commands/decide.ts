import "server-only";
import type { Scene } from "@/lib/core/command";
import { tell } from "@/lib/core/notify";
import { refuse, refuseField } from "@/lib/core/result";
import { commitWithin } from "../../budget/commands";
import { visibleTo as budgetVisibleTo } from "../../budget/policy";
import { budgetProblems } from "../../budget/words";
import { ApproveInput, RefuseInput } from "../schema";
import { problems } from "../words";
import {
  declareNone,
  fileAddress,
  funderStep,
  type HeldPurchase,
  holdPurchase,
  offerAddress,
  purchaseStep,
  refuseConflicted,
  releaseAll,
} from "./step";

/** The actor's own organisation's share of a purchase, with the purchase locked. */
async function holdShare(scene: Scene, purchaseId: string) {
  const purchase = await holdPurchase(scene, purchaseId);
  const share = purchase?.funders.find(({ organisationId }) => organisationId === scene.actor.organisationId);
  return purchase && share ? { ...share, purchase } : null;
}

/**
 * Approves the share of one's own organisation and sets it aside in one of its budgets. The last funder to approve turns
 * the purchase into an offer. Never by the person who proposed it, whatever other roles they hold.
 */
export const approveShare = funderStep("approve", {
  input: ApproveInput,
  load: (scene, { id }) => holdShare(scene, id),
  run: async (scene, { id, organisationId, sharePence, purchase }, { budgetId }) => {
    if (purchase.state !== "proposed") refuse("conflict", problems.notAsked);
    await refuseConflicted(scene, purchase.id);
    await declareNone(scene, purchase.id);
    const budget = await scene.tx.budget.findFirst({
      where: { id: budgetId, organisationId, AND: budgetVisibleTo(scene.actor) },
      select: { id: true, year: true },
    });
    if (!budget) return refuseField("budgetId", "Choose a budget");
    if (budget.year !== purchase.year) refuseField("budgetId", budgetProblems.otherYear(purchase.year));
    await commitWithin(scene, { budgetId, purchaseId: purchase.id, pence: sharePence });
    const others = purchase.funders.filter((share) => share.id !== id);
    if (others.every(({ state }) => state === "approved")) await offer(scene, purchase);
    return { purchaseId: purchase.id, budgetId, sharePence: String(sharePence) };
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
export const refuseShare = funderStep("refuse", {
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

/** Tells whoever proposed a purchase what has become of it. */
export async function tellProposer(scene: Scene, purchase: HeldPurchase, said: { title: string; body: string }) {
  if (purchase.proposedById)
    await tell(scene, { userId: purchase.proposedById }, { ...said, href: fileAddress(purchase) });
}
