import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { refuse } from "@/lib/core/door/result";
import { callOffStep, holdCallOff } from "../../../record/commands/step";
import { invitationStep } from "../../invitation/commands/answer";
import { CloseInput } from "../schema";
import { publishProblems as problems } from "../words";

/**
 * Closes a call-off whose close has passed by the database's clock: by the clock itself, or by whoever comes to open the
 * tenders. Whoever was invited and said nothing is written down as having given no answer. Refuses before the close.
 */
export const closeCallOff = callOffStep("close", {
  input: CloseInput,
  load: (scene, { id }) => holdCallOff(scene, id),
  run: async (scene, row) => {
    refuseBefore(scene, row);
    return { silent: await silence(scene, row.id) };
  },
});

type Closing = { id: string; state: "published"; closesAt: Date | null };

/** The same as part of another command, whose call-off is held: what is opened must be closed first. */
export async function closeWithin(scene: Scene, row: Closing): Promise<void> {
  refuseBefore(scene, row);
  await callOffStep.within(scene, "close", row, { silent: await silence(scene, row.id) });
}

function refuseBefore({ now }: Scene, { closesAt }: { closesAt: Date | null }) {
  if (!closesAt || now < closesAt) refuse("conflict", problems.notClosed);
}

async function silence(scene: Scene, callOffId: string): Promise<number> {
  const silent = await scene.tx.invitation.findMany({
    where: { callOffId, state: "invited" },
    select: { id: true, state: true },
    orderBy: { id: "asc" },
  });
  for (const row of silent) await invitationStep.within(scene, "close", row, { callOffId });
  return silent.length;
}
