import "server-only";
import { command } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { mayKeep, visibleTo } from "../policy";
import { holdingBack } from "../queries/own";
import { OneInput } from "../schema";

/**
 * Takes a file back: buyers no longer see it and no answer can rest on it. Refuses while an open application was sent with
 * it, or an answer that stands rests on it, and says which. What was decided with it keeps it.
 */
export const withdrawEvidence = command({
  event: "evidence.withdraw",
  input: OneInput,
  load: async ({ tx, actor }, { evidenceId }) => {
    // Held against somebody who lets an answer rest on it in the same moment.
    await tx.$queryRaw`
      select id from "Evidence"
      where id = ${evidenceId}::uuid and "organisationId" = ${actor.organisationId}::uuid for update`;
    return tx.evidence.findFirst({
      where: { AND: [visibleTo(actor), { id: evidenceId }] },
      select: { id: true, organisationId: true, withdrawnAt: true },
    });
  },
  allow: mayKeep,
  run: async ({ tx, actor, now }, { id, withdrawnAt }) => {
    if (withdrawnAt) refuse("conflict", "This file has been withdrawn already.");
    const [first] = await holdingBack(actor, id, tx);
    if (first) refuse("conflict", first);
    await tx.evidence.update({ where: { id }, data: { withdrawnAt: now } });
    return { value: { id }, id, detail: {} };
  },
});
