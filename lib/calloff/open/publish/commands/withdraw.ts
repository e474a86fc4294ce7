import "server-only";
import { refuse } from "@/lib/core/door/result";
import { tell } from "@/lib/core/messages/notify";
import { noticeOf } from "../../../notice/commands";
import { endingNotice } from "../../../notice/queries";
import { callOffAddress, callOffStep, holdCallOff, opportunityAddress } from "../../../record/commands/step";
import { concerned, tellProviders } from "../../telling";
import { destroyKeys } from "../keys";
import { WithdrawInput } from "../schema";
import { publishProblems as problems, statementWords as say, toldWords } from "../words";

/**
 * Takes a call-off back before it closes, with a reason. Once it was published, its keys are destroyed, so that nobody can
 * ever read what was tendered; a notice says that it ended, where the Act asks for one; and everyone concerned is told,
 * who declined too. Its funders are told in any case. Refuses from the close on: then it is cancelled.
 */
export const withdrawCallOff = callOffStep("withdraw", {
  input: WithdrawInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row, { reason }) => {
    const { tx, now } = scene;
    const out = row.state === "published";
    if (out && row.closesAt && now >= row.closesAt) refuse("conflict", problems.closed);
    await tx.callOff.update({ where: { id: row.id }, data: { endReason: reason }, select: { id: true } });
    const kind = out ? await endingNotice(scene.actor, row.id, tx) : null;
    const notice = kind ? await noticeOf(scene, kind, row.id, [{ title: say.ended, lines: [reason] }]) : null;
    if (out) {
      await destroyKeys(scene, row.id);
      await tellProviders(scene, await concerned(scene, row.id, { declined: true }), {
        title: toldWords.withdrawnTitle,
        body: toldWords.withdrawn(row.title),
        href: opportunityAddress(row),
      });
    }
    const funders = await tx.callOffFunder.findMany({
      where: { callOffId: row.id, organisationId: { not: row.organisationId }, state: { not: "listed" } },
      select: { organisationId: true },
      orderBy: { number: "asc" },
    });
    for (const { organisationId } of funders)
      await tell(
        scene,
        { organisationId, roles: ["approver", "commissioner"] },
        {
          title: toldWords.withdrawnTitle,
          body: `"${row.title}" was withdrawn by ${row.organisation.name}. Your share is not needed any more.`,
          href: callOffAddress(row),
        },
      );
    return { notice: notice?.reference ?? null };
  },
});
