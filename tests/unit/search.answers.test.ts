import { expect, test } from "vitest";
import { snapshot } from "@/lib/reference/snapshot";
import { type Answer, type Ask, noCounts } from "@/lib/search/ask";
import { openAnswers } from "@/lib/search/live/answers";
import { everything } from "@/lib/search/schema";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const { places } = snapshot(rowsOf(readFiles()), "2026-06-01");
const ask = (more: Partial<Ask> = {}): Ask => ({
  criteria: everything,
  understood: null,
  day: "2026-06-01",
  places,
  order: "daily",
  orderDay: "2026-06-01",
  cursor: null,
  take: 20,
  facets: [],
  counted: [],
  heat: false,
  ...more,
});
const answer = (generation: number, total = 1): Answer => ({
  generation,
  total,
  preceding: 0,
  page: [],
  facets: noCounts(),
  heat: null,
});

test("an answer is given again until the register changes, and only to the same question", () => {
  const { recall, keep } = openAnswers();
  keep(ask(), answer(7));
  expect(recall(ask(), 7)?.total).toBe(1);
  expect(recall(ask(), 8)).toBeNull();
  const id = "019ab000-0000-7000-8000-000000000000";
  const others: Partial<Ask>[] = [
    { criteria: { ...everything, open: true } },
    { order: "wait" },
    { day: "2026-06-02" },
    { orderDay: "2026-05-31" },
    { cursor: { towards: "after", order: "daily", day: "2026-06-01", key: "0", turn: 1, id } },
    { take: 21 },
    { facets: ["open"] },
    { heat: true },
  ];
  for (const other of others) expect(recall(ask(other), 7)).toBeNull();
});

test("a newer generation takes the place of all that was kept, and an older one is not let in", () => {
  const { recall, keep } = openAnswers();
  keep(ask(), answer(7));
  keep(ask({ take: 30 }), answer(8, 2));
  expect(recall(ask(), 8)).toBeNull();
  expect(recall(ask({ take: 30 }), 8)?.total).toBe(2);
  keep(ask(), answer(7));
  expect(recall(ask(), 7)).toBeNull();
});

test("it never grows: exports are not kept, and of many the oldest go", () => {
  const { recall, keep } = openAnswers();
  keep(ask({ take: 5_000 }), answer(1));
  expect(recall(ask({ take: 5_000 }), 1)).toBeNull();
  for (let take = 1; take <= 100; take += 1)
    for (const order of ["daily", "wait", "title", "price"] as const) keep(ask({ take, order }), answer(1));
  expect(recall(ask({ take: 1 }), 1)).toBeNull();
  expect(recall(ask({ take: 100 }), 1)?.generation).toBe(1);
});
