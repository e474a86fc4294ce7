import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { engine, settled, startIndex, stopIndex } from "@/lib/search/live/serving";
import { search } from "@/lib/search/queries/search";
import { everything } from "@/lib/search/schema";

/** What this process is told: whether to wait until it holds all, and the words to look for. */
export type Wanted = { words: string; settle: boolean };
export type Told = { engine: string; total: number; ids: string[]; generation: number };

// A second server process, as far as the search goes: it holds its own index, and is asked over the channel to its parent.
startIndex({ from: 0 });

process.on("message", ({ words, settle }: Wanted) => {
  void (async () => {
    if (settle) await settled();
    const { name } = await engine();
    const { total, results, generation } = await search(visitor, { ...everything, words }, { take: 500 });
    process.send?.({ engine: name, total, ids: results.map(({ id }) => id), generation } satisfies Told);
  })();
});
process.on("disconnect", () => {
  void stopIndex()
    .then(() => db.$disconnect())
    .then(() => process.exit(0));
});
