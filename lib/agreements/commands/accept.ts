import "server-only";
import { holdPurchase, purchaseStep } from "@/lib/calloff/purchase/commands/step";
import { may as mayPurchase } from "@/lib/calloff/purchase/policy";
import { problems as purchaseProblems } from "@/lib/calloff/purchase/words";
import { command, type Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { newId } from "@/lib/core/values/id";
import { nextReference } from "@/lib/core/values/reference-number";
import { AcceptInput } from "../schema";

/**
 * Accepts an offer: the purchase becomes an agreement, with a payment line for each line bought, at the pinned prices.
 * By a signatory of the supplier. Whoever withdraws at the same moment is told.
 */
export const acceptPurchase = command({
  event: "agreement.sign",
  input: AcceptInput,
  load: (scene, { id }) => holdPurchase(scene, id),
  allow: mayPurchase.accept,
  run: async (scene, row) => {
    const { tx, actor, now } = scene;
    const signedById = actor.id ?? refuse("forbidden", "You cannot do that.");
    await purchaseStep.within(scene, "accept", row);
    if (row.service.membership?.state !== "active") refuse("conflict", purchaseProblems.suspended);
    await tx.purchase.update({
      where: { id: row.id },
      data: { answeredById: signedById, answeredAt: now },
      select: { id: true },
    });
    const id = newId();
    const reference = await nextReference(scene, "TG");
    await tx.agreement.create({
      data: {
        id,
        reference,
        purchaseId: row.id,
        buyerId: row.organisationId,
        supplierId: row.supplierId,
        instrument: row.instrument,
        title: row.title,
        placeCode: row.placeCode,
        categoryCode: row.service.part.categoryCode,
        startsOn: row.startsOn,
        endsOn: row.endsOn,
        valuePence: row.valuePence,
        vatPence: row.vatPence,
        signedById,
        signedAt: now,
      },
      select: { id: true },
    });
    await writePaymentLines(scene, id, row.id);
    const said = {
      title: `${row.supplier.name} accepted your offer`,
      body: `"${row.title}" is agreed. The agreement is ${reference}.`,
      href: `/agreements/${id}`,
    };
    if (row.proposedById) await tell(scene, { userId: row.proposedById }, said);
    for (const { organisationId } of row.funders) await tell(scene, { organisationId, roles: ["approver"] }, said);
    return {
      value: { id, reference },
      id,
      detail: { purchaseId: row.id, totalPence: String(row.valuePence + row.vatPence) },
    };
  },
});

async function writePaymentLines({ tx }: Scene, agreementId: string, purchaseId: string) {
  const lines = await tx.purchaseLine.findMany({
    where: { purchaseId },
    select: {
      unitPence: true,
      volume: true,
      amountPence: true,
      vatPence: true,
      rateLine: { select: { unit: true, what: true, complexity: true } },
    },
    orderBy: { rateLine: { number: "asc" } },
    take: 200,
  });
  await tx.paymentLine.createMany({
    data: lines.map(({ rateLine, ...line }, at) => ({
      id: newId(),
      agreementId,
      number: at + 1,
      ...rateLine,
      ...line,
    })),
  });
}
