import { expect, test } from "vitest";
import { workedExample } from "@/lib/calloff/before/criteria/example";
import { monthsOf, spansOf } from "@/lib/calloff/before/lots/rules";
import { type Dated, nextOf, stopsOf } from "@/lib/calloff/record/line";
import { callOff } from "@/lib/calloff/record/states";
import { stateWords } from "@/lib/calloff/record/words";

const on = (day: number) => new Date(Date.UTC(2027, 0, day));
const row = (more: Partial<Dated> = {}): Dated & { standstillDays: number } => ({
  ...{ state: "draft", createdAt: on(1), conflictsAssessedAt: null, publishOn: on(3), publishedAt: null },
  ...{ closesAt: on(4), closedAt: null, openedAt: null, lockedAt: null, decideOn: on(6), approvedAt: null },
  ...{ notifiedAt: null, standstillEndsOn: null, concludedAt: null, endedAt: null, standstillDays: 8 },
  ...more,
});

test("every state has one place on the line, and something that happens next", () => {
  for (const state of callOff.states) {
    const ended = ["withdrawn", "cancelled", "unsuccessful"].includes(state);
    const at = row({
      state,
      ...(ended ? { endedAt: on(9) } : {}),
      ...(state === "concluded" ? { concludedAt: on(9) } : {}),
    });
    const stops = stopsOf(at);
    const over = ended || state === "concluded";
    expect(stops.filter((stop) => stop.state === "current")).toHaveLength(over ? 0 : 1);
    expect(nextOf(at, { late: false })).toMatch(/\.$/);
    if (ended) expect(stops.at(-1)).toMatchObject({ label: stateWords[state].label, state: "done", at: on(9) });
  }
});

test("stops that were reached say when, and those to come say for when they are planned", () => {
  const stops = stopsOf(row({ state: "published", conflictsAssessedAt: on(2), publishedAt: on(3) }));
  expect(stops.map(({ state, at }) => [state, at?.getUTCDate() ?? null])).toEqual([
    ["done", 1],
    ["done", 2],
    ["current", 3],
    ["next", 4],
    ["next", 6],
    ["next", null],
    ["next", null],
  ]);
});

test("one that was withdrawn before it opened skips what it never reached", () => {
  const stops = stopsOf(row({ state: "withdrawn", conflictsAssessedAt: on(2), endedAt: on(5) }));
  expect(stops.map(({ state }) => state)).toEqual(["done", "done", ...Array(4).fill("skipped"), "done"]);
});

test("the worked examples show three different winners, by the arithmetic of awards", () => {
  const weights = [
    { kind: "quality" as const, weightBp: 7_000 },
    { kind: "price" as const, weightBp: 3_000 },
  ];
  const first = (method: Parameters<typeof workedExample>[0]) =>
    workedExample(method, weights, 100_000_00n).find(({ place }) => place === 1)?.name;
  expect([first("lowestOverPrice"), first("fixedPrice"), first("qualityPerPound")]).toEqual(["B", "C", "A"]);
  expect(workedExample("lowestOverPrice", weights, 100_000_00n)[1]).toMatchObject({
    pence: 90_000_00n,
    quality: 56_000,
    price: 26_667,
    total: 82_667,
  });
});

test("months are put together so that a term fits on a page, and none is lost", () => {
  for (const [endsOn, spans] of [
    ["2027-12-31", 12],
    ["2029-03-31", 9],
    ["2032-12-31", 6],
  ] as const) {
    const months = monthsOf("2027-01-01", endsOn);
    expect(spansOf(months)).toHaveLength(spans);
    expect(spansOf(months).flatMap((span) => span.months)).toEqual(months);
  }
});
