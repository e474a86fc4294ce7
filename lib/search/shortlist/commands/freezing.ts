import "server-only";
import { lifecycle } from "@/lib/core/door/lifecycle";
import { refuse } from "@/lib/core/door/result";
import { readGeneration } from "../../sql/generation";
import { may, visibleTo } from "../policy";
import { FreezeInput } from "../schema";
import { shortlist } from "../states";
import { refusalWords, stateWords } from "../words";
import { owner } from "./held";

const step = lifecycle({
  subject: "shortlist",
  machine: shortlist,
  may,
  words: stateWords,
  move: (tx, id, from, to, { actor, now }) =>
    tx.shortlist.updateMany({
      where: { id, state: from },
      data: { state: to, frozenAt: now, frozenById: actor.id },
    }),
});

/**
 * Fixes a shortlist for good: its question, its versions and prices, its notes and reasons, and which state of the
 * register it was fixed in. Refuses an empty one, and one that somebody has just frozen.
 */
export const freezeShortlist = step("freeze", {
  input: FreezeInput,
  load: ({ tx, actor }, { shortlistId }) =>
    tx.shortlist.findFirst({ where: { id: shortlistId, AND: visibleTo(actor) }, select: owner }),
  run: async (scene, { id }) => {
    const { tx } = scene;
    const [kept, dropped] = [
      await tx.shortlistEntry.count({ where: { shortlistId: id, droppedAt: null } }),
      await tx.shortlistEntry.count({ where: { shortlistId: id, droppedAt: { not: null } } }),
    ];
    if (kept + dropped === 0) refuse("conflict", refusalWords.empty);
    const generation = await readGeneration(scene.tx);
    await tx.shortlist.update({ where: { id }, data: { frozenAtGeneration: generation }, select: { id: true } });
    return { kept, dropped, generation: String(generation) };
  },
});
