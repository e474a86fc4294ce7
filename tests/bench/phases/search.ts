import { createHash } from "node:crypto";
import { visitor } from "@/lib/core/actor";
import { canonical } from "@/lib/core/values/canonical";
import { reference } from "@/lib/reference/queries";
import type { Reference } from "@/lib/reference/snapshot";
import { OpenPage } from "@/lib/search/open/answer";
import { usualFacets } from "@/lib/search/open/parameters";
import { openFacetCounts } from "@/lib/search/open/shape";
import { readCriteria } from "@/lib/search/schema";
import { database } from "@/lib/search/sql/engine";
import { type Found, figuresOf, searchRoute, type Target } from "../tools/figures";
import { browser } from "../tools/http";
import { inTurn, interleave, subject } from "../tools/measure";
import { startNext } from "../tools/server";
import { askOf, cursorAt, DEEP, TAKE } from "../truth/answers";
import { openTruth, type Truth } from "../truth/compare";
import { addressOf, type Question } from "../world/questions";
import type { Context } from "./context";
import { compared } from "./engines";

export const routePath = "/api/v1/services";
const atMostTwice: Target = { of: "ratio", atMost: 2 };
const mostOfIt: Target = { of: "ratio", atLeast: 0.6 };

/** The search as programs ask it, through the whole application, beside routes that do nothing. */
export async function search(context: Context): Promise<Found> {
  const { options, scale, ownerUrl, say } = context;
  const questions = context.questions.filter(isOpen);
  const { origin, indexed, stop } = await startNext();
  const { get, close } = browser(origin);
  const wrong = new Set<string>();
  try {
    await indexed();
    const lists = await reference();
    const truth = await openTruth(ownerUrl);
    const digest = createHash("sha256");
    const paths: string[] = [];
    try {
      for (const [at, question] of questions.entries()) {
        const asked = `${routePath}${addressOf(question)}`;
        const pages = await pagesAt(get, asked, wrong);
        paths.push(...pages.filter((_, page) => page % DEEP === 0).map(({ path }) => path));
        const answers = pages.map(({ page }) => page);
        digest.update(canonical(answers.map(({ total, services, facets }) => [total, services, facets])));
        for (const fault of await unlike(question, answers, lists)) wrong.add(`${asked}, and SQL: ${fault}`);
        if (at < compared[scale])
          for (const fault of await untrue(truth, question, answers, lists)) wrong.add(`${asked}: ${fault}`);
      }
    } finally {
      await truth.close();
    }
    say(`     ${questions.length} questions over HTTP compared with SQL: ${wrong.size} wrong`);

    const answering =
      (path: string, holds: string, method: "GET" | "OPTIONS" = "GET") =>
      async () => {
        const { status, body } = await get(path, { method });
        if (status >= 300) wrong.add(`${path} answered ${status}`);
        else if (!body.includes(holds)) wrong.add(`${path} does not hold ${holds}`);
      };
    const next = inTurn(paths);
    const empty = subject("an empty route", answering("/health/live", "live"));
    const bare = subject("a route that nothing stands before", answering(routePath, "", "OPTIONS"));
    const route = subject(searchRoute, () => answering(next(), '"total":')());
    await interleave([empty, bare, route], { ...options, say });
    return {
      figures: [
        ...figuresOf("search", empty),
        ...figuresOf("search", bare, empty),
        ...figuresOf("search", route, empty, { p95: atMostTwice, perSecond: mostOfIt }),
        ...figuresOf("search", { ...route, what: `${searchRoute}, beside the barest` }, bare),
      ],
      wrong: [...wrong],
      notes: [
        `${paths.length} pages of ${questions.length} questions over HTTP, ${TAKE} services and ${usualFacets.length} facets each; the digest of all answers is ${digest.digest("hex").slice(0, 16)}`,
      ],
    };
  } finally {
    close();
    await stop();
  }
}

/** Whether the public may ask it: nothing about prices. */
export const isOpen = (question: Question) =>
  !["unit", "from", "to"].some((name) => name in question) && question.sort !== "price";

type Get = ReturnType<typeof browser>["get"];

/** The first page and the three that follow it, by the addresses that the answers give. */
export async function pagesAt(get: Get, first: string, wrong: Set<string>) {
  const pages: { path: string; page: OpenPage }[] = [];
  for (let path: string | null = first; path !== null && pages.length <= DEEP; ) {
    const { status, body } = await get(path);
    const read = OpenPage.safeParse(status === 200 ? JSON.parse(body) : null);
    if (!read.success) {
      wrong.add(`${path} answered ${status}: ${status === 200 ? read.error.message : body.slice(0, 300)}`);
      break;
    }
    pages.push({ path, page: read.data });
    const next: string | null = read.data.next;
    path = next && `${new URL(next).pathname}${new URL(next).search}`;
  }
  return pages;
}

/** Where answers over HTTP are not those of SQL, asked in this process as the public. */
export async function unlike(question: Question, answers: readonly OpenPage[], lists: Reference): Promise<string[]> {
  const faults: string[] = [];
  const first = await askOf(visitor, readCriteria(question, lists).criteria, { facets: usualFacets });
  let ask = first;
  for (const [at, given] of answers.entries()) {
    const answer = await database.answer(ask);
    const due = {
      total: answer.total,
      services: answer.page.map(({ card }) => card.reference),
      facets: openFacetCounts(answer.facets, usualFacets, lists),
    };
    const services = given.services.map((service) => service.reference);
    const differs = services.findIndex((one, index) => one !== due.services[index]);
    if (given.total !== due.total) faults.push(`page ${at + 1}: a total of ${given.total}, not ${due.total}`);
    if (differs >= 0 || services.length !== due.services.length) faults.push(`page ${at + 1}: result ${differs + 1}`);
    if (canonical(given.facets) !== canonical(due.facets)) faults.push(`page ${at + 1}: facets`);
    const cursor = cursorAt(ask, answer, answer.page.length - 1, "after");
    if (!cursor) break;
    ask = { ...first, cursor };
  }
  return faults;
}

/** Where answers over HTTP are not what plain SQL over the tables gives. */
async function untrue(truth: Truth, question: Question, answers: readonly OpenPage[], lists: Reference) {
  const [first] = answers;
  if (!first) return ["no answer"];
  const { criteria } = readCriteria(question, lists);
  const counts = Object.entries(first.facets).map(([facet, choices]) => [
    facet,
    Object.fromEntries(choices.map(({ value, count }) => [value, count])),
  ]);
  return truth.compare(
    {
      criteria: { ...criteria, words: first.mended?.shown ?? criteria.words },
      order: first.order,
      day: first.day,
      places: lists.places,
    },
    {
      total: first.total,
      listed: answers.flatMap(({ services }) => services.map((service) => service.reference)),
      facets: Object.fromEntries(counts),
      heat: null,
    },
  );
}
