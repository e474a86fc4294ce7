import "server-only";
import { ResumeInput, WithdrawInput } from "../schema";
import { holdTender } from "./held";
import { refuseClosed, tenderAddress, tenderStep } from "./step";
import { dropContent, tellOwn } from "./submit";

/**
 * A signatory takes a tender back before the close. What was submitted loses its content; the draft stays, sealed, so
 * that the tender can be taken up again. Refuses after the close, because tenders then stand.
 */
export const withdrawTender = tenderStep("withdraw", {
  input: WithdrawInput,
  load: (scene, { id }) => holdTender(scene, id),
  run: async (scene, row) => {
    const at = refuseClosed(row);
    await dropContent(scene, row.id, at);
    await scene.tx.tender.update({
      where: { id: row.id },
      data: { withdrawnAt: at, submittedNumber: null, submittedAt: null, version: { increment: 1 } },
      select: { id: true },
    });
    await tellOwn(scene, row, {
      title: `Tender ${row.reference} withdrawn`,
      body: "It does not count any more. You can take it up again until the close.",
      href: tenderAddress(row),
    });
    return {};
  },
});

/** Takes a withdrawn tender up again as a draft, before the close. */
export const resumeTender = tenderStep("resume", {
  input: ResumeInput,
  load: (scene, { id }) => holdTender(scene, id),
  run: async (scene, row) => {
    refuseClosed(row);
    await scene.tx.tender.update({
      where: { id: row.id },
      data: { withdrawnAt: null, version: { increment: 1 } },
      select: { id: true },
    });
    return {};
  },
});
