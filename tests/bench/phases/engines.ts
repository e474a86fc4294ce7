import { createHash } from "node:crypto";
import { db } from "@/lib/core/db";
import { reference } from "@/lib/reference/queries";
import type { Ask } from "@/lib/search/ask";
import { engine, forgetAnswers, settled, startIndex } from "@/lib/search/live/serving";
import { readCriteria } from "@/lib/search/schema";
import { database } from "@/lib/search/sql/engine";
import { type Found, figuresOf } from "../tools/figures";
import { inTurn, interleave, subject } from "../tools/measure";
import { askOf, difference, pagesOf, wordOf } from "../truth/answers";
import { openTruth } from "../truth/compare";
import { addressOf } from "../world/questions";
import { buyerOf, type Context } from "./context";

/** How many questions are held against plain SQL, which is slow on purpose. */
export const compared = { "1k": 1_000, "10k": 1_000, "100k": 24, "1m": 8 } as const;

/** Both engines called in process, as a buyer asks them, beside the smallest question that their database client can ask. */
export async function engines({ options, scale, ownerUrl, world, questions, say }: Context): Promise<Found> {
  const buyer = buyerOf(world);
  const lists = await reference();
  const before = process.memoryUsage().rss;
  const began = performance.now();
  startIndex({ from: 0 });
  await settled();
  const index = await engine();
  const wrong: string[] = index.name === "index" ? [] : ["the index did not load, and was not measured"];
  const loaded = `the index was loaded in ${((performance.now() - began) / 1000).toFixed(1)} s and takes ${Math.round((process.memoryUsage().rss - before) / 2 ** 20)} MB`;

  const truth = await openTruth(ownerUrl);
  const digest = createHash("sha256");
  const asks: Ask[] = [];
  try {
    for (const [at, question] of questions.entries()) {
      const asked = addressOf(question) || "everything";
      try {
        const first = await askOf(buyer, readCriteria(question, lists).criteria);
        const pages = await pagesOf(database, first);
        const same = await pagesOf(index, first);
        for (const [page, { answer }] of pages.entries()) {
          const other = same[page]?.answer;
          digest.update(wordOf(answer));
          if (!other) wrong.push(`${asked}: the index has no page ${page + 1}`);
          else if (wordOf(answer) !== wordOf(other))
            wrong.push(`${asked}, page ${page + 1}, SQL and the index: ${difference(answer, other)}`);
        }
        asks.push(...pages.slice(0, 2).map(({ ask }) => ({ ...ask, take: first.take, heat: false })));
        const [top, deep] = pages;
        if (!top || at >= compared[scale]) continue;
        const listed = [...top.answer.page, ...(deep?.answer.page ?? [])].map(({ card }) => card.reference);
        const faults = await truth.compare(
          { criteria: first.criteria, order: first.order, day: first.day, places: lists.places },
          { total: top.answer.total, listed, facets: top.answer.facets, heat: top.answer.heat },
        );
        wrong.push(...faults.map((fault) => `${asked}: ${fault}`));
      } catch (fault) {
        wrong.push(`${asked}: a fault: ${fault instanceof Error ? fault.message.trim().split("\n").at(-1) : fault}`);
      }
    }
  } finally {
    await truth.close();
  }
  const checked = Math.min(questions.length, compared[scale]);
  say(`     ${questions.length} questions asked of both, ${checked} compared with plain SQL: ${wrong.length} wrong`);

  const first = asking(index.answer, asks);
  const [floor, held, again, stated] = [
    subject("select 1", () => db.$queryRaw`select 1`),
    subject("the index, each question worked out", () => {
      forgetAnswers();
      return first();
    }),
    subject("the index, as it serves", asking(index.answer, asks)),
    subject("the SQL statement, in process", asking(database.answer, asks)),
  ];
  await interleave([floor, held, again, stated], { ...options, say });
  return {
    figures: [
      ...figuresOf("engines", floor),
      ...figuresOf("engines", held, floor),
      ...figuresOf("engines", again, floor),
      ...figuresOf("engines", stated, floor),
    ],
    wrong,
    notes: [
      loaded,
      `${asks.length} pages of ${questions.length} questions, each with 18 facets; the digest of all answers is ${digest.digest("hex").slice(0, 16)}`,
    ],
  };
}

function asking(answer: (ask: Ask) => Promise<unknown>, asks: readonly Ask[]) {
  const next = inTurn(asks);
  return () => answer(next());
}
