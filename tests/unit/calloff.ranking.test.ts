import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { pricePoints } from "@/lib/calloff/decide/price/rules";
import {
  type Contest,
  type Measure,
  ranked,
  repriced,
  rescored,
  sensitivity,
  shifted,
} from "@/lib/calloff/decide/ranking/contest";
import { type Entrant, rank } from "@/lib/calloff/decide/ranking/rules";
import { isWide, pointsFor, pointsOf, spreadOf, toScore } from "@/lib/calloff/decide/scoring/rules";

const RUNS = { numRuns: 10_000 };
/** Time enough where the machine is busy with other files. */
const SLOWLY = 60_000;
const pence = fc.bigInt({ min: 1n, max: 10n ** 11n });
const offersFrom = (prices: bigint[]) => prices.map((price, at) => ({ id: `t${at}`, pence: price }));
const lowestIn = (offers: { pence: bigint }[]) =>
  offers.map(({ pence: price }) => price).toSorted((one, other) => Number(one - other))[0] ?? 0n;
const someOffers = fc.array(pence, { minLength: 1, maxLength: 12 }).map(offersFrom);
const weight = fc.integer({ min: 0, max: 10_000 });
const given = (offers: { id: string; pence: bigint }[], weightBp: number) =>
  pricePoints("lowestOverPrice", weightBp, offers);

describe("points for price", () => {
  test("are lowest ÷ price x weight, half up to the thousandth", () => {
    const points = given(offersFrom([100_000_00n, 120_000_00n, 150_000_00n]), 3000);
    expect([...points.values()]).toEqual([30_000, 25_000, 20_000]);
    // 2 ÷ 3 x 0.01 points is 6.67 thousandths, and 1 ÷ 4 x 0.01 points is exactly 2.5.
    expect([...given(offersFrom([2n, 3n]), 1).values()]).toEqual([10, 7]);
    expect([...given(offersFrom([1n, 4n]), 1).values()]).toEqual([10, 3]);
  });

  test("are none where price carries no points, and for a price beside an offer of nothing", () => {
    expect([...pricePoints("fixedPrice", 0, offersFrom([1n, 2n])).values()]).toEqual([0, 0]);
    expect([...pricePoints("qualityPerPound", 0, offersFrom([1n, 2n])).values()]).toEqual([0, 0]);
    expect([...given(offersFrom([0n, 0n, 5n]), 3000).values()]).toEqual([30_000, 30_000, 0]);
    expect(given([], 3000).size).toBe(0);
    expect(() => given(offersFrom([-1n]), 3000)).toThrow(RangeError);
    expect(() => given([], 10_001)).toThrow(RangeError);
  });

  property.prop([someOffers, weight], RUNS)(
    "stay within the weight, and the lowest price gets all of it",
    (offers, bp) => {
      const lowest = lowestIn(offers);
      const points = given(offers, bp);
      const wrong = offers.filter(({ id, pence: price }) => {
        const got = points.get(id) ?? -1;
        if (price === lowest || got < 0 || got > bp * 10) return got !== bp * 10;
        // The error of the one rounding is at most half a thousandth.
        const error = BigInt(got) * price * 2n - BigInt(bp * 10) * lowest * 2n;
        return error <= -price || error > price;
      });
      expect(wrong).toEqual([]);
    },
    SLOWLY,
  );

  property.prop([someOffers, weight, fc.bigInt({ min: 1n, max: 1000n })], RUNS)(
    "do not change when all prices are multiplied",
    (offers, bp, by) => {
      const scaled = offers.map(({ id, pence: price }) => ({ id, pence: price * by }));
      expect(given(scaled, bp)).toEqual(given(offers, bp));
    },
    SLOWLY,
  );

  property.prop([someOffers, weight, fc.bigInt({ min: 0n, max: 10n ** 11n })], RUNS)(
    "of others do not change when a dearer tender is added",
    (offers, bp, more) => {
      const lowest = lowestIn(offers);
      const after = given([...offers, { id: "new", pence: lowest + more }], bp);
      after.delete("new");
      expect(after).toEqual(given(offers, bp));
    },
    SLOWLY,
  );
});

describe("points for answers", () => {
  test("are consensus ÷ 5 x weight, exactly", () => {
    expect(pointsFor(3000, 4)).toBe(24_000);
    expect(pointsFor(1, 1)).toBe(2);
    expect(() => pointsFor(3000, 6)).toThrow(RangeError);
    expect(() => pointsFor(3000, 2.5)).toThrow(RangeError);
    const criteria = [
      { id: "a", kind: "quality" as const, weightBp: 4000 },
      { id: "b", kind: "quality" as const, weightBp: 2000 },
      { id: "s", kind: "socialValue" as const, weightBp: 1000 },
    ];
    expect(pointsOf("quality", criteria, { a: 5, b: 3, s: 4 })).toBe(52_000);
    expect(pointsOf("socialValue", criteria, { a: 5 })).toBe(0);
    expect(toScore(["one", "two"], [...criteria, { id: "p", kind: "price" as const, weightBp: 3000 }])).toHaveLength(6);
  });

  test("a spread of two or more is wide", () => {
    expect([spreadOf([]), spreadOf([4]), spreadOf([4, 3]), spreadOf([5, 2, 4])]).toEqual([0, 0, 1, 3]);
    expect([isWide([3, 4]), isWide([2, 4])]).toEqual([false, true]);
  });
});

const entrant = (id: string, quality: number, socialValue: number, price: bigint, fails: string[] = []): Entrant => ({
  ...{ id, reference: `TT-${id}`, quality, socialValue, pence: price, fails },
});
const ordered = (
  tenders: Entrant[],
  method: "lowestOverPrice" | "fixedPrice" | "qualityPerPound" = "lowestOverPrice",
) => rank({ method, priceWeightBp: method === "lowestOverPrice" ? 3000 : 0, tenders });

describe("a ranking", () => {
  test("sets the unsuitable apart, and they set no lowest price", () => {
    const { places, unsuitable, lowestPence, winnerId } = ordered([
      entrant("a", 40_000, 5_000, 100n),
      entrant("b", 50_000, 5_000, 120n),
      entrant("c", 60_000, 10_000, 10n, ["It is too short."]),
    ]);
    expect(places.map(({ id, place, price, total }) => [id, place, price, total])).toEqual([
      ["b", 1, 25_000, 80_000],
      ["a", 2, 30_000, 75_000],
    ]);
    expect(unsuitable.map(({ id }) => id)).toEqual(["c"]);
    expect([lowestPence, winnerId]).toEqual([100n, "b"]);
  });

  test("settles a tie by quality, then social value, then leaves it to a decision", () => {
    const byQuality = ordered([entrant("a", 40_000, 10_000, 100n), entrant("b", 45_000, 5_000, 100n)]);
    expect(byQuality.places.map(({ id, place, before, tiedWith }) => [id, place, before, tiedWith])).toEqual([
      ["b", 1, "quality", ["TT-a"]],
      ["a", 2, null, ["TT-b"]],
    ]);
    const bySocialValue = ordered([entrant("a", 40_000, 0, 100n), entrant("b", 40_000, 5_000, 120n)]);
    expect(bySocialValue.places.map(({ id, before }) => [id, before])).toEqual([
      ["b", "socialValue"],
      ["a", null],
    ]);
    const open = ordered([
      entrant("b", 40_000, 5_000, 100n),
      entrant("a", 40_000, 5_000, 100n),
      entrant("c", 10_000, 5_000, 100n),
    ]);
    expect(open.places.map(({ id, place, before }) => [id, place, before])).toEqual([
      ["a", 1, "decision"],
      ["b", 1, "points"],
      ["c", 3, null],
    ]);
    expect(open.winnerId).toBeNull();
    expect(open.undecidedIds).toEqual(["a", "b"]);
  });

  test("by points for each pound compares crosswise, without rounding", () => {
    const { places } = ordered(
      [entrant("a", 33_333, 0, 33_333_00n), entrant("b", 33_334, 0, 33_333_99n), entrant("c", 90_000, 0, 99_000_00n)],
      "qualityPerPound",
    );
    expect(places.map(({ id }) => id)).toEqual(["b", "a", "c"]);
    const free = ordered([entrant("a", 0, 0, 0n), entrant("b", 10, 0, 1_000n)], "qualityPerPound");
    expect(free.winnerId).toBe("b");
  });

  test("of nobody, or of nobody suitable, has no winner", () => {
    expect(ordered([])).toMatchObject({ winnerId: null, lowestPence: null, places: [], undecidedIds: [] });
    expect(ordered([entrant("a", 1, 1, 1n, ["No."])])).toMatchObject({ winnerId: null, lowestPence: null });
  });
});

// Few different values, so that ties are common.
const tenderOf = fc.record({
  quality: fc.integer({ min: 0, max: 6 }).map((n) => n * 10_000),
  socialValue: fc.integer({ min: 0, max: 2 }).map((n) => n * 5_000),
  pence: fc.oneof(fc.constantFrom(100n, 120n, 150n), pence),
  fails: fc.constantFrom<string[]>([], [], [], ["It is too late."]),
});
const entrants = fc
  .array(tenderOf, { maxLength: 8 })
  .map((rows) => rows.map((row, at) => ({ ...row, id: `t${at}`, reference: `TT-${at}` })));
const methods = fc.constantFrom("lowestOverPrice" as const, "fixedPrice" as const, "qualityPerPound" as const);

describe("every ranking", () => {
  property.prop([entrants, methods, fc.infiniteStream(fc.nat())], RUNS)(
    "is the same in whatever order the tenders come",
    (tenders, method, keys) => {
      const mixed = tenders
        .map((tender) => ({ tender, key: keys.next().value ?? 0 }))
        .toSorted((one, other) => one.key - other.key)
        .map(({ tender }) => tender);
      expect(ordered(mixed, method)).toEqual(ordered(tenders, method));
    },
    SLOWLY,
  );

  property.prop([entrants, methods], RUNS)(
    "adds up exactly, keeps everyone once, and orders by it",
    (tenders, method) => {
      const { places, unsuitable, winnerId, undecidedIds } = ordered(tenders, method);
      expect([...places, ...unsuitable].map(({ id }) => id).toSorted()).toEqual(tenders.map(({ id }) => id).toSorted());
      const wrong = places.filter((row, at) => {
        const next = places[at + 1];
        if (row.total !== row.quality + row.socialValue + row.price) return true;
        if (!next) return false;
        const shared = next.place === row.place;
        return shared !== (row.before === "decision") || (method !== "qualityPerPound" && row.total < next.total);
      });
      expect(wrong).toEqual([]);
      expect(winnerId !== null).toBe(places.length > 0 && undecidedIds.length === 0);
    },
    SLOWLY,
  );

  property.prop([entrants, methods], RUNS)(
    "ties both ways",
    (tenders, method) => {
      const { places } = ordered(tenders, method);
      const oneWay = places.filter((one) =>
        places.some((other) => one.tiedWith.includes(other.reference) !== other.tiedWith.includes(one.reference)),
      );
      expect(oneWay).toEqual([]);
    },
    SLOWLY,
  );
});

const score = fc.integer({ min: 0, max: 5 });
const measure = (
  id: string,
  number: number,
  kind: Measure["kind"],
  weightBp: number,
  minimum: number | null = null,
) => ({
  ...{ id, number, title: id, kind, weightBp, minimum },
});
const contests: fc.Arbitrary<Contest> = fc
  .record({
    method: methods,
    one: fc.integer({ min: 500, max: 4000 }),
    two: fc.integer({ min: 500, max: 2500 }),
    minimum: fc.constantFrom(null, 2, 3),
    tenders: fc.array(fc.record({ a: score, b: score, s: score, pence: fc.bigInt({ min: 1n, max: 2_000n }) }), {
      minLength: 2,
      maxLength: 4,
    }),
  })
  .map(({ method, one, two, minimum, tenders }) => {
    const price = method === "lowestOverPrice" ? 2500 : 0;
    return {
      method,
      criteria: [
        measure("a", 1, "quality", one, minimum),
        measure("b", 2, "quality", two),
        measure("s", 3, "socialValue", 10_000 - one - two - price),
        ...(price ? [measure("p", 4, "price", price)] : []),
      ],
      tenders: tenders.map(({ pence: asked, ...scores }, at) => ({
        ...{ id: `t${at}`, reference: `TT-${at}`, scores, pence: asked, fails: [] },
      })),
    };
  });

describe("what would change the winner", () => {
  property.prop([contests], RUNS)(
    "is true when it is done, and nothing else of the kind is",
    (contest) => {
      const found = sensitivity(contest);
      const { winnerId, places } = ranked(contest);
      expect(found === null).toBe(winnerId === null || places.length < 2);
      if (!found) return;
      const { runnerUpId, priceToWin, scores, weights } = found;
      const wrong: string[] = [];
      const holds = (what: string, said: string | null | undefined, after: string | null) => {
        if (said !== (after === winnerId ? undefined : after)) wrong.push(what);
      };
      for (const { id, scores: given } of contest.tenders.filter((tender) =>
        [winnerId, runnerUpId].includes(tender.id),
      ))
        for (const criterionId of ["a", "b", "s"])
          for (const to of [(given[criterionId] ?? 0) - 1, (given[criterionId] ?? 0) + 1]) {
            if (to < 0 || to > 5) continue;
            const said = scores.find(
              (turn) => turn.tenderId === id && turn.criterionId === criterionId && turn.to === to,
            );
            holds(
              `${id} ${criterionId} ${to}`,
              said?.winnerId,
              ranked(rescored(contest, id, criterionId, to)).winnerId,
            );
          }
      const wins = (asked: bigint) => ranked(repriced(contest, runnerUpId, asked)).winnerId === runnerUpId;
      if (priceToWin === null ? wins(1n) : !wins(priceToWin) || wins(priceToWin + 1n)) wrong.push("price");
      if (priceToWin !== null && priceToWin >= (places[1]?.pence ?? 0n)) wrong.push("not a lower price");
      for (const qualityBp of [-500, 500]) {
        const criteria = shifted(contest.criteria, qualityBp);
        if (!criteria) continue;
        if (criteria.reduce((total, { weightBp }) => total + weightBp, 0) !== 10_000) wrong.push("weights");
        const said = weights.find((turn) => turn.qualityBp === qualityBp);
        holds(`weights ${qualityBp}`, said?.winnerId, ranked({ ...contest, criteria }).winnerId);
      }
      expect(wrong).toEqual([]);
    },
    SLOWLY,
  );

  test("gives the price to the penny", () => {
    const contest: Contest = {
      method: "lowestOverPrice",
      criteria: [measure("a", 1, "quality", 7000), measure("p", 2, "price", 3000)],
      tenders: [
        { id: "w", reference: "TT-1", scores: { a: 4 }, pence: 100_000n, fails: [] },
        { id: "r", reference: "TT-2", scores: { a: 4 }, pence: 150_000n, fails: [] },
      ],
    };
    // At £999.99 the winner's 29,999.7 thousandths round up to the same 30,000, and the tie needs a decision.
    const found = sensitivity(contest);
    expect(found?.margin).toBe(10_000);
    const most = found?.priceToWin ?? 0n;
    expect(most).toBe(99_998n);
    expect(found?.scores.map(({ tenderId, to }) => [tenderId, to])).toEqual([
      ["w", 3],
      ["r", 5],
    ]);
    expect(found?.weights).toEqual([]);
  });
});
