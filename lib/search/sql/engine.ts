import "server-only";
import { db, type Tx } from "@/lib/core/db";
import {
  type Answer,
  type Ask,
  type Engine,
  type Hit,
  noCounts,
  type Question,
  readCard,
  type WordPart,
  wordParts,
} from "../ask";
import { nameOf, type Term, writeTerm } from "../language/tsquery";
import { countStatement, matchStatement, type Raw, searchStatement } from "./statement";
import { vocabulary } from "./vocabulary";

/** Answers by SQL, from what is committed at this moment: the truth, and what serves while there is no index. */
export const database: Engine = {
  name: "database",
  answer: async (ask) => answerOf(ask, await db.$queryRaw<Raw[]>(searchStatement(ask))),
  count: (questions) =>
    Promise.all(
      questions.map(async (question) => {
        const [row] = await db.$queryRaw<{ count: number }[]>(countStatement(question));
        return row?.count ?? 0;
      }),
    ),
  heard: async (lexemes) => {
    const rows = await db.$queryRaw<{ count: number }[]>`
      select (select count(*)::int from "SearchDocument" where "words" @@ query::tsquery) as count
      from unnest(${lexemes.map((lexeme) => writeTerm({ lexeme, prefix: false }))}::text[]) with ordinality as asked(query, at)
      order by at`;
    return rows.map(({ count }) => count);
  },
  vocabulary,
};

/** A service as a hit of a question, asked within a transaction; null when it is no result. */
export async function findHit(
  within: Pick<Tx, "$queryRaw">,
  question: Question,
  id: string,
): Promise<Pick<Hit, "card" | "parts"> | null> {
  const [row] = await within.$queryRaw<{ card: string; lexemes: string }[]>(matchStatement(question, id));
  return row ? { card: readCard(row.card), parts: partsOf(row.lexemes, question.understood?.terms ?? []) } : null;
}

function answerOf({ understood, heat }: Ask, [raw]: Raw[]): Answer {
  const facets = noCounts();
  for (const { facet, value, count } of raw?.facets ?? []) facets[facet][value] = count;
  const hot: Answer["heat"] = heat ? {} : null;
  for (const { category, place, count } of raw?.heat ?? [])
    if (hot) hot[category] = { ...hot[category], [place]: count };
  return {
    generation: Number(raw?.generation ?? 0),
    total: raw?.total ?? 0,
    preceding: raw?.preceding ?? 0,
    page: (raw?.page ?? []).map(({ key, turn, card, lexemes }) => ({
      key,
      turn,
      card: readCard(card),
      parts: partsOf(lexemes, understood?.terms ?? []),
    })),
    facets,
    heat: hot,
  };
}

/** The most telling part that each term stands in, read from a document's four lines of lexemes. */
function partsOf(lexemes: string, terms: readonly Term[]): Record<string, WordPart> {
  const lines = terms.length > 0 ? lexemes.split("\n").map((line) => line.split(" ")) : [];
  const found = terms.flatMap((term): [string, WordPart][] => {
    const at = lines.findIndex((line) =>
      term.prefix ? line.some((lexeme) => lexeme.startsWith(term.lexeme)) : line.includes(term.lexeme),
    );
    const part = wordParts[at];
    return part ? [[nameOf(term), part]] : [];
  });
  return Object.fromEntries(found);
}
