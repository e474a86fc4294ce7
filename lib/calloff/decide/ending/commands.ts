import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { recallApprovals } from "../../before/funding/commands/award";
import { noticeOf } from "../../notice/commands";
import { endingNotice } from "../../notice/queries";
import { destroyKeys } from "../../open/publish/keys";
import { concerned, tellProviders } from "../../open/telling";
import { callOffStep, type HeldCallOff, holdCallOff, opportunityAddress } from "../../record/commands/step";
import { tellFunders } from "../summary/commands";
import { mayBeUnsuccessful, staysSealed } from "./rules";
import { CancelInput, FailInput } from "./schema";
import { endedStatement, problems, told } from "./words";

/**
 * Ends a call-off after its close, with a reason. Before the opening the keys of the tenders are destroyed with it, so
 * that nobody ever reads them. What funders set aside is let go, everyone is told, and a notice says that it ended
 * where the Act asks for one; elsewhere the page of the opportunity says it alone.
 */
export const cancelCallOff = callOffStep("cancel", {
  input: CancelInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row, { reason }) => {
    const sealed = staysSealed(row.state);
    await end(scene, row, reason, told.cancelled(row.title, sealed, reason));
    return { sealed };
  },
});

/**
 * Ends a call-off because no tender came or none is suitable, with a reason; the statistics keep it. Refuses (conflict)
 * while tenders that came in are unread.
 */
export const failCallOff = callOffStep("fail", {
  input: FailInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row, { reason }) => {
    const tenders = await scene.tx.tender.count({
      where: { callOffId: row.id, submittedNumber: { not: null }, state: { not: "withdrawn" } },
    });
    if (!mayBeUnsuccessful(row.state, tenders)) refuse("conflict", problems.unread);
    await end(scene, row, reason, told.failed(row.title, reason));
    return { tenders };
  },
});

async function end(scene: Scene, row: HeldCallOff, reason: string, said: { title: string; body: string }) {
  await scene.tx.callOff.update({ where: { id: row.id }, data: { endReason: reason }, select: { id: true } });
  if (staysSealed(row.state)) await destroyKeys(scene, row.id);
  await recallApprovals(scene, row.id);
  const kind = await endingNotice(scene.actor, row.id, scene.tx);
  if (kind) await noticeOf(scene, kind, row.id, [endedStatement(reason)]);
  await tellProviders(scene, await concerned(scene, row.id), { ...said, href: opportunityAddress(row) });
  await tellFunders(scene, row, said);
}
