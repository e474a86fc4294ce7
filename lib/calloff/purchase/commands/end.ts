import "server-only";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { mayDeclare } from "../policy";
import { ConflictInput, DeclineInput, WithdrawInput } from "../schema";
import { problems } from "../words";
import {
  fileAddress,
  type HeldPurchase,
  holdPurchase,
  offerAddress,
  purchaseStep,
  releaseAll,
  tellProposer,
} from "./step";

/** Takes a purchase back, at any time before it is accepted. Whatever was set aside for it is let go. */
export const withdrawPurchase = purchaseStep("withdraw", {
  input: WithdrawInput,
  load: (scene, { id }) => holdPurchase(scene, id),
  run: async (scene, row, { reason }) => {
    await answered(scene, row, reason);
    if (row.state === "draft") return {};
    await releaseAll(scene, row);
    if (row.state === "offered")
      await tell(
        scene,
        { organisationId: row.supplierId, roles: ["signatory"] },
        {
          title: `${row.buyer.name} has taken back its offer`,
          body: `The offer for "${row.title}" no longer stands.`,
          href: offerAddress(row),
        },
      );
    await tellFunders(scene, row, {
      title: "A purchase was withdrawn",
      body: `"${row.title}" was withdrawn by ${row.buyer.name}. Nothing is set aside for it any more.`,
    });
    return {};
  },
});

/** Declines an offer, with a reason. Whatever was set aside for it is let go, and everyone who pays is told. */
export const declinePurchase = purchaseStep("decline", {
  input: DeclineInput,
  load: (scene, { id }) => holdPurchase(scene, id),
  run: async (scene, row, { reason }) => {
    await answered(scene, row, reason);
    await releaseAll(scene, row);
    const said = {
      title: `${row.supplier.name} declined your offer`,
      body: `They declined "${row.title}" and gave a reason.`,
    };
    await tellProposer(scene, row, said);
    await tellFunders(scene, row, said);
    return {};
  },
});

/** Says that one has a conflict of interest in a purchase. It stands, and bars that person from proposing or approving it. */
export const declareConflict = command({
  event: "purchase.declareConflict",
  input: ConflictInput,
  load: (scene, { id }) => holdPurchase(scene, id),
  allow: mayDeclare,
  run: async ({ tx, actor, now }, row, { detail }) => {
    if (row.state !== "draft" && row.state !== "proposed") refuse("conflict", problems.notAsked);
    const userId = actor.id ?? refuse("forbidden", "You cannot do that.");
    const { count } = await tx.conflictDeclaration.createMany({
      data: { purchaseId: row.id, userId, conflicted: true, detail, declaredAt: now },
      skipDuplicates: true,
    });
    if (count === 0)
      refuse("conflict", "You have already said whether you have a conflict of interest in this purchase.");
    return { value: { id: row.id }, id: row.id, detail: {} };
  },
});

const answered = ({ tx, actor, now }: Scene, { id }: HeldPurchase, reason: string) =>
  tx.purchase.update({
    where: { id },
    data: { answeredById: actor.id, answeredAt: now, answerReason: reason },
    select: { id: true },
  });

async function tellFunders(scene: Scene, row: HeldPurchase, said: { title: string; body: string }) {
  for (const { organisationId } of row.funders)
    await tell(scene, { organisationId, roles: ["approver"] }, { ...said, href: fileAddress(row) });
}
