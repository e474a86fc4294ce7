import { createHash } from "node:crypto";
import type { Member } from "@/lib/core/actor";
import { canonical } from "@/lib/core/canonical";
import { db } from "@/lib/core/db";
import { reference } from "@/lib/reference/queries";
import { type Cursor, readCursor } from "@/lib/search/cursor";
import { search as find, type Page } from "@/lib/search/queries/search";
import { type Criteria, readCriteria } from "@/lib/search/schema";
import { type Found, figuresOf } from "../tools/figures";
import { inTurn, interleave, subject } from "../tools/measure";
import { addressOf } from "../world/questions";
import { buyerOf, type Context } from "./context";
import { openTruth } from "./truth";

type Asked = { criteria: Criteria; cursor: Cursor | null };

const DEEP = 3;

/** The search itself, called in process, beside the smallest question that its database client can ask. */
export async function search({ options, scale, ownerUrl, world, questions, say }: Context): Promise<Found> {
  const buyer = buyerOf(world);
  const lists = await reference();
  const all = questions.map((question) => readCriteria(question, lists).criteria);

  const truth = await openTruth(ownerUrl);
  const wrong: string[] = [];
  const asks: Asked[] = [];
  const took: { asked: string; ms: number }[] = [];
  const digest = createHash("sha256");
  const checked = Math.min(all.length, { "1k": 1_000, "10k": 1_000, "100k": 24, "1m": 8 }[scale]);
  try {
    for (const [at, criteria] of all.entries()) {
      const asked = addressOf(questions[at] ?? {}) || "everything";
      const from = performance.now();
      try {
        const pages = await pagesOf(buyer, criteria);
        took.push({ asked, ms: (performance.now() - from) / pages.length });
        asks.push(...pages.filter((_, page) => page % DEEP === 0).map(({ cursor }) => ({ criteria, cursor })));
        const answers = pages.map(({ page }) => page);
        digest.update(canonical(answers.map((page) => [page.total, page.results.map(({ id }) => id), page.facets])));
        const faults = at < checked ? await truth.compare(criteria, lists.places, answers) : [];
        wrong.push(...faults.map((fault) => `${asked}: ${fault}`));
      } catch (fault) {
        wrong.push(`${asked}: a fault after ${Math.round(performance.now() - from)} ms: ${messageOf(fault)}`);
      }
    }
  } finally {
    await truth.close();
  }
  say(`     ${checked} of ${all.length} answers compared with plain SQL: ${wrong.length} wrong`);
  const slowest = took.toSorted((one, other) => other.ms - one.ms).slice(0, 3);

  const next = inTurn(asks);
  const floor = subject("select 1", () => db.$queryRaw`select 1`);
  const searching = subject("a search in process", () => {
    const { criteria, cursor } = next();
    return find(buyer, criteria, { cursor });
  });
  await interleave([floor, searching], { ...options, say });
  return {
    figures: [...figuresOf("search", floor), ...figuresOf("search", searching, floor)],
    wrong,
    notes: [
      `${asks.length} pages of ${all.length} questions asked; ${checked} questions compared with plain SQL; digest of all answers ${digest.digest("hex").slice(0, 16)}`,
      `the slowest questions, one client: ${slowest.map(({ asked, ms }) => `${asked} (${Math.round(ms)} ms)`).join(", ")}`,
    ],
  };
}

/** The first page and the three that follow it, as somebody who goes on reading asks for them. */
async function pagesOf(buyer: Member, criteria: Criteria): Promise<{ cursor: Cursor | null; page: Page }[]> {
  const pages: { cursor: Cursor | null; page: Page }[] = [{ cursor: null, page: await find(buyer, criteria) }];
  for (let last = pages[0]?.page; last?.next && pages.length <= DEEP; last = pages.at(-1)?.page) {
    const cursor = readCursor(last.next ?? undefined, last.order, last.day);
    pages.push({ cursor, page: await find(buyer, last.criteria, { cursor }) });
  }
  return pages;
}

const messageOf = (fault: unknown) =>
  (fault instanceof Error ? fault.message : String(fault)).trim().split("\n").at(-1) ?? "";
