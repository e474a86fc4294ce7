import "server-only";
import { db } from "@/lib/core/db";
import { wantedWords } from "../rules";
import { readQuery, type Term, type Tree, termsOf } from "./tsquery";

/** Words as PostgreSQL understands them: stemmed, without those too common to say anything. */
export type Understood = {
  /** The text of a tsquery. */
  query: string;
  tree: Tree;
  /** What makes a text a result, each once. */
  terms: Term[];
  /** Each word as it was typed, with the lexemes that it became. */
  words: { word: string; lexemes: string[] }[];
};

const KEPT = 2_000;
/** The same words are always understood alike, so they are asked about once. */
const known = new Map<string, Understood | null>();

/**
 * Reads words as PostgreSQL's web search does: all of them, "a phrase" in quotes, `or` between two, a minus before what is
 * ruled out; and a word with a star at its end stands for all that begin so. Null for words that say nothing: "the", dots.
 */
export async function understand(words: string): Promise<Understood | null> {
  const before = known.get(words);
  if (before !== undefined) return before;
  const understood = await ask(words);
  if (known.size >= KEPT) for (const [oldest] of [...known].slice(0, KEPT / 4)) known.delete(oldest);
  known.set(words, understood);
  return understood;
}

const STARRED = /(?<=^|\s)([\p{L}\p{N}]{2,40})\*(?=\s|$)/gu;

async function ask(words: string): Promise<Understood | null> {
  const starred = [...words.matchAll(STARRED)].map(([, stem = ""]) => `${stem}:*`);
  const wanted = wantedWords(words.replace(STARRED, " "));
  const [row] = await db.$queryRaw<{ query: string; words: { word: string; lexemes: string[] }[] | null }[]>`
    select (websearch_to_tsquery('english', ${words.replace(STARRED, " ")}) && to_tsquery('english', ${starred.join(" & ")}))::text as query,
      (select json_agg(json_build_object('word', word, 'lexemes', tsvector_to_array(to_tsvector('english', word))) order by at)
        from unnest(${wanted}::text[]) with ordinality as typed(word, at)) as words`;
  if (!row || row.query === "") return null;
  const tree = readQuery(row.query);
  const said = (row.words ?? []).filter(({ lexemes }) => lexemes.length > 0);
  const begun = termsOf(tree)
    .filter(({ prefix }) => prefix)
    .map(({ lexeme }) => ({ word: `${lexeme}*`, lexemes: [`${lexeme}*`] }));
  return { query: row.query, tree, terms: termsOf(tree), words: [...said, ...begun] };
}
