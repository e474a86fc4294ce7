import "server-only";
import { environment } from "@/lib/core/process/environment";
import type { Engine, Question } from "../ask";
import { type Phrases, phrasesIn } from "../index/held";
import { database } from "../sql/engine";
import { openAnswers } from "./answers";
import type { Current } from "./connection";
import { follow, type Live } from "./follow";
import { saidBy } from "./phrases";

declare global {
  // Next bundles the start of a server, its pages and its routes apart; they must find the same index.
  var throughcareSearch: Live | undefined;
}

/** Begins to hold the register in this process. It loads in the background; until then, and where nobody starts it, SQL answers. */
export function startIndex({ from = environment().SEARCH_INDEX_FROM }: { from?: number } = {}): void {
  globalThis.throughcareSearch ??= follow({ from });
}

/** Lets go of the index: SQL answers from now on. */
export async function stopIndex(): Promise<void> {
  const live = globalThis.throughcareSearch;
  globalThis.throughcareSearch = undefined;
  await live?.stop();
}

/** Resolves when the index of this process holds all that is committed now. Throws after half a minute. */
export const settled = async (): Promise<void> => globalThis.throughcareSearch?.settled();

/** Whatever answers best now: the index where it holds all that this process has committed, else the database. */
export async function engine(): Promise<Engine> {
  const live = globalThis.throughcareSearch;
  return live && (await live.ready()) ? indexOf(live) : database;
}

/** The state of the register that a search would be answered from now; null where the database answers. */
export const heldGeneration = async (): Promise<number | null> =>
  (await globalThis.throughcareSearch?.ready())?.generation ?? null;

const answers = openAnswers();

/** Forgets what was answered, so that the next question is worked out: for those who measure that. */
export const forgetAnswers = answers.forget;

/** The index as an engine. What it cannot answer for sure at the moment of a question, the database does. */
const indexOf = (live: Live): Engine => ({
  name: "index",
  answer: async (ask) =>
    answers.recall(ask, live.sure()?.generation ?? -1) ??
    answers.keep(
      ask,
      (await asked(live, [ask], ({ held, generation }, phrases) => ({ generation, ...held.answer(ask, phrases) }))) ??
        (await database.answer(ask)),
    ),
  count: async (questions) =>
    (await asked(live, questions, ({ held }, phrases) => questions.map((one) => held.count(one, phrases)))) ??
    database.count(questions),
  heard: async (lexemes) => live.sure()?.held.heard(lexemes) ?? database.heard(lexemes),
  vocabulary: async () => live.sure()?.held.vocabulary() ?? database.vocabulary(),
});

/** Asks the index, with who says the phrases in these questions at its own generation; null when it cannot be sure. */
async function asked<T>(
  live: Live,
  questions: readonly Question[],
  answer: (current: Current, phrases: Phrases) => T,
): Promise<T | null> {
  const wanted = [...new Set(questions.flatMap(({ understood }) => (understood ? phrasesIn(understood.tree) : [])))];
  let current = live.sure();
  if (wanted.length === 0) return current && answer(current, new Map());
  for (let tries = 0; current && tries < 2; tries += 1) {
    const said = await saidBy(wanted, current.generation);
    if (said && said.generation > current.generation) live.missed();
    current = await live.ready();
    if (said && current?.generation === said.generation) return answer(current, said.phrases);
  }
  return null;
}
