import { describe, expect, test } from "vitest";
import { everything } from "@/lib/search/schema";
import { readOptions } from "../bench/options";
import { type Figure, growth, judge, searchRoute } from "../bench/tools/figures";
import { ask } from "../bench/tools/measure";
import { chance } from "../bench/tools/random";
import { table } from "../bench/tools/report";
import { isNoisy, median, percentile, ratio, spread } from "../bench/tools/statistics";
import { conditionsOf, wordsOf } from "../bench/truth/conditions";

describe("percentiles", () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);

  test("are the nearest rank, whatever order the values come in", () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.95)).toBe(7);
  });

  test("of nothing, or of more than all, are refused", () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
    expect(() => percentile([1], 95)).toThrow(RangeError);
  });

  test("leave the values as they were", () => {
    const values = [3, 1, 2];
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  test("have their middle between the two middle values of an even number", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([6])).toBe(6);
  });
});

describe("noise", () => {
  test("is a spread of more than thirty in a hundred of the median", () => {
    expect(spread([100, 110, 90])).toBeCloseTo(0.2);
    expect(isNoisy([100, 115, 85])).toBe(false);
    expect(isNoisy([100, 116, 85])).toBe(true);
  });

  test("is not seen in one round, nor in nought", () => {
    expect(isNoisy([5])).toBe(false);
    expect(spread([0, 0])).toBe(0);
  });
});

describe("a ratio to the floor", () => {
  test("is taken round by round, so that a machine that slows down slows both", () => {
    expect(ratio([10, 20, 40], [5, 10, 20])).toBe(2);
    expect(ratio([10, 100, 12], [5, 5, 5])).toBe(2.4);
  });

  test("is of the same rounds", () => {
    expect(() => ratio([1, 2], [1])).toThrow(RangeError);
  });
});

describe("a figure", () => {
  const figure: Figure = { phase: "page", what: "/find, signed in", measure: "per s", rounds: [60, 80, 70] };

  test("is held to its target by its ratio to the floor, or by itself", () => {
    const floor = { what: "the lightest page", rounds: [100, 100, 100] };
    expect(judge({ ...figure, floor, target: { of: "ratio", atLeast: 0.6 } }, "10k")).toMatchObject({
      median: 70,
      ratio: 0.7,
      met: true,
    });
    expect(judge({ ...figure, floor, target: { of: "ratio", atLeast: 0.8 } }, "10k").met).toBe(false);
    expect(judge({ ...figure, target: { of: "value", atMost: 65 } }, "10k").met).toBe(false);
    expect(judge(figure, "10k").met).toBeNull();
  });

  test("is noisy when its floor is", () => {
    const quiet: Figure = { ...figure, rounds: [70, 70, 70] };
    expect(judge(quiet, "10k").noisy).toBe(false);
    expect(judge({ ...quiet, floor: { what: "f", rounds: [1, 2, 3] } }, "10k").noisy).toBe(true);
  });

  test("grows from one scale to the next", () => {
    const at = (scale: "10k" | "100k" | "1m", ms: number) =>
      judge({ ...figure, what: searchRoute, measure: "p95 ms", rounds: [ms, ms] }, scale);
    const grown = growth([at("10k", 10), at("100k", 14), at("1m", 42)]);
    expect(grown.map(({ scale, ratio, met }) => ({ scale, ratio, met }))).toEqual([
      { scale: "100k", ratio: 1.4, met: true },
      { scale: "1m", ratio: 3, met: false },
    ]);
  });

  test("stands in one line of the table, with what was missed", () => {
    const told = table([judge({ ...figure, target: { of: "value", atLeast: 1000 } }, "10k")]);
    expect(told.split("\n")).toHaveLength(3);
    expect(told).toMatch(/10k +page +\/find, signed in +per s +70\.0 +29% +≥ 1000 +MISSED/);
  });
});

test("chance is the same for the same seed, and its ids are ids", () => {
  const draw = (seed: number) => {
    const drawn = chance(seed);
    return [drawn.id(), drawn.whole(1, 1_000_000), drawn.some([1, 2, 3, 4, 5], 3), drawn.weighted({ a: 1, b: 9 })];
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7)[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});

test("asking ends with its time, and each client asks at least once", async () => {
  let asked = 0;
  const seen = await ask(async () => void asked++, { seconds: 0, clients: 8 });
  expect(asked).toBe(8);
  expect(seen.p95).toBeGreaterThanOrEqual(seen.p50);
  expect(seen.perSecond).toBeGreaterThan(0);
});

describe("the truth", () => {
  test("takes a starred word for a beginning, and leaves the rest to PostgreSQL", () => {
    expect(wordsOf('safe hous* "warm room" -group ab*')).toEqual({
      query: 'safe "warm room" -group',
      starts: ["hous", "ab"],
    });
  });

  test("asks nothing of what is not asked", () => {
    const asked = { criteria: everything, places: { around: () => [] } as never, day: "2026-06-01" };
    expect(conditionsOf(asked)).toEqual([]);
    expect(conditionsOf({ ...asked, criteria: { ...everything, open: true, led: true } })).toHaveLength(2);
  });
});

describe("the command line", () => {
  test("has an answer to everything that is not said", () => {
    expect(readOptions([])).toMatchObject({ scales: ["10k"], seconds: 8, rounds: 3, seed: 1, strict: false });
    expect(readOptions(["--scale", "100k,1k", "--phases", "page,search"])).toMatchObject({
      scales: ["1k", "100k"],
      phases: ["search", "page"],
    });
  });

  test.each([
    [["--scale", "2k"]],
    [["--phases", "lunch"]],
    [["--seconds", "0"]],
    [["--rounds", "x"]],
    [["--fast"]],
    [["--target", "https://example.org"]],
    [["--target", "http://127.0.0.1.example.org"]],
  ])("refuses %j", (args) => {
    expect(() => readOptions(args)).toThrow();
  });
});
