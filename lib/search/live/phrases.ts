import "server-only";
import { db } from "@/lib/core/db";
import type { Phrases } from "../index/held";

/** A phrase that more services say than this is the database's to answer: to read so many ids takes as long. */
const MOST = 250_000;
const KEPT = 50;

type Said = { generation: number; ids: ReadonlySet<string> };

/** What was asked at the newest generation, oldest first. */
let kept: { generation: number; said: Map<string, ReadonlySet<string>> } = { generation: -1, said: new Map() };

/**
 * Which services say each phrase, by its tsquery, and the generation at which that is so: only the database knows where words stand.
 * Null when the register changed between two phrases, or a phrase is too common.
 */
export async function saidBy(
  phrases: readonly string[],
  generation: number,
): Promise<{ generation: number; phrases: Phrases } | null> {
  const known = kept.generation === generation ? kept.said : new Map<string, ReadonlySet<string>>();
  const said = await Promise.all(
    phrases.map(async (phrase): Promise<Said> => {
      const ids = known.get(phrase);
      return ids ? { generation, ids } : ask(phrase);
    }),
  );
  const [first] = said;
  if (!first || said.some((one) => one.generation !== first.generation || one.ids.size > MOST)) return null;
  const found = new Map(said.map(({ ids }, at) => [phrases[at] ?? "", ids]));
  keep(first.generation, found);
  return { generation: first.generation, phrases: found };
}

function keep(generation: number, found: Phrases) {
  if (kept.generation < generation) kept = { generation, said: new Map() };
  if (kept.generation > generation) return;
  for (const [phrase, ids] of found) {
    kept.said.delete(phrase);
    kept.said.set(phrase, ids);
  }
  for (const oldest of kept.said.keys()) if (kept.said.size > KEPT) kept.said.delete(oldest);
}

async function ask(phrase: string): Promise<Said> {
  const [row] = await db.$queryRaw<{ generation: bigint; ids: string[] }[]>`
    select "generation", array(
      select "serviceId"::text from "SearchDocument" where "words" @@ ${phrase}::tsquery limit ${MOST + 1}
    ) as ids from "SearchState"`;
  return { generation: Number(row?.generation ?? 0), ids: new Set(row?.ids) };
}
