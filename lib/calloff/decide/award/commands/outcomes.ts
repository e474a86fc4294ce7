import "server-only";
import type { Scene } from "@/lib/core/door/command";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { may } from "../../../open/tender/policy";
import { tender } from "../../../open/tender/states";
import { stateWords } from "../../../open/tender/words";

/** How an award moves the tenders that it is about: they win, they lose, or they are judged again. */
const outcomeStep = lifecycle({
  subject: "tender",
  machine: tender,
  may,
  words: stateWords,
  move: (tx, id, from, to) => tx.tender.updateMany({ where: { id, state: from }, data: { state: to } }),
});

/** Says of every assessed tender of a call-off whether it won, as part of telling its tenderers. */
export async function settleTenders(scene: Scene, tenders: readonly { id: string }[], winnerIds: ReadonlySet<string>) {
  for (const { id } of tenders)
    await outcomeStep.within(scene, winnerIds.has(id) ? "win" : "lose", { id, state: "assessed" });
}

/** Takes back what tenders were told, when their award is reconsidered. */
export async function unsettleTenders(scene: Scene, callOffId: string) {
  const rows = await scene.tx.tender.findMany({
    where: { callOffId, state: { in: ["successful", "unsuccessful"] } },
    select: { id: true, state: true },
    orderBy: { id: "asc" },
    take: 500,
  });
  for (const row of rows) await outcomeStep.within(scene, "reconsider", row);
}
