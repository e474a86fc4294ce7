import "server-only";
import { db } from "@/lib/core/db";
import type { Vocabulary } from "../ask";
import { readGeneration } from "./generation";

type Kept = { generation: bigint; words: Vocabulary };
let kept: Kept | undefined;

/** The words of what can be found now. Read again only when the register has changed since. */
export async function vocabulary(): Promise<Vocabulary> {
  const generation = await readGeneration(db);
  if (kept?.generation !== generation) kept = await readWords();
  return kept.words;
}

/** The generation and the words of one moment. */
async function readWords(): Promise<Kept> {
  const rows = await db.$queryRaw<{ generation: bigint; word: string | null; count: number }[]>`
    select "generation", word, count(word)::int as count
    from "SearchState" left join ("SearchDocument" cross join unnest("spoken") as word) on true
    group by "generation", word`;
  const words = rows.flatMap(({ word, count }): [string, number][] => (word === null ? [] : [[word, count]]));
  return { generation: rows[0]?.generation ?? 0n, words: new Map(words) };
}
