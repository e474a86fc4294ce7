import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { approval } from "@/lib/calloff/approval/states";
import { stateWords as approvals } from "@/lib/calloff/approval/words";
import { may, nextSteps } from "@/lib/calloff/purchase/policy";
import { bandProblems, priceOf, sharesAgain, sharesByPercent, sharesByPounds } from "@/lib/calloff/purchase/rules";
import { purchase } from "@/lib/calloff/purchase/states";
import { nextWords, offerWords, stateWords, stopsOf } from "@/lib/calloff/purchase/words";
import { visitor } from "@/lib/core/actor";
import { sum } from "@/lib/core/values/money";
import { isWhole } from "@/lib/core/values/share";

const total = (shares: readonly { sharePence: bigint }[]) => sum(shares.map(({ sharePence }) => sharePence));

describe("a price", () => {
  test("multiplies, adds VAT to each line half up, and sums", () => {
    const price = priceOf("contract", [
      { unitPence: 85_33n, vatBp: 2000, volume: 3 },
      { unitPence: 12_50n, vatBp: 0, volume: 2 },
    ]);
    expect(price.lines.map(({ amountPence, vatPence }) => [amountPence, vatPence])).toEqual([
      [255_99n, 51_20n],
      [25_00n, 0n],
    ]);
    expect(price).toMatchObject({ valuePence: 280_99n, vatPence: 51_20n, totalPence: 332_19n });
  });

  test("has no VAT when it is a grant", () => {
    expect(priceOf("grant", [{ unitPence: 85_33n, vatBp: 2000, volume: 3 }])).toMatchObject({
      vatPence: 0n,
      totalPence: 255_99n,
    });
  });
});

describe("volumes", () => {
  const line = (id: string, volumeFrom: number, volumeTo: number | null) =>
    ({ id, unit: "hour", what: "Support", complexity: "any", volumeFrom, volumeTo }) as const;
  test.each([
    ["inside its band", [{ line: line("a", 1, 10), volume: 10 }], []],
    ["above it", [{ line: line("a", 1, 10), volume: 11 }], ["a"]],
    ["below it", [{ line: line("b", 11, null), volume: 10 }], ["b"]],
    [
      "the same thing at two prices",
      [
        { line: line("a", 1, 10), volume: 10 },
        { line: line("b", 11, null), volume: 20 },
      ],
      ["b"],
    ],
  ])("%s", (_, chosen, wrong) => {
    expect([...bandProblems(chosen).keys()]).toEqual(wrong);
  });
});

describe("shares", () => {
  test("percentages leave the rest to the buyer, to the penny", () => {
    expect(sharesByPercent(100_01n, [3333, 3333])?.map(({ sharePence }) => sharePence)).toEqual([
      33_35n,
      33_33n,
      33_33n,
    ]);
  });

  test.each([[[10_000]], [[6000, 4000]], [[0]], [[-1]]])("percentages %j leave nothing, or are none", (others) => {
    expect(sharesByPercent(100n, others)).toBeNull();
  });

  test("pounds leave the rest to the buyer", () => {
    expect(sharesByPounds(100_00n, [40_00n])).toEqual([
      { sharePence: 60_00n, shareBp: 6000 },
      { sharePence: 40_00n, shareBp: 4000 },
    ]);
    expect(sharesByPounds(100_00n, [100_00n])).toBeNull();
  });

  test("when the price changes, pounds stay pounds and the buyer pays the difference", () => {
    const before = sharesByPounds(100_00n, [33_33n]) ?? [];
    expect(sharesAgain("pounds", before, 150_00n).map(({ sharePence }) => sharePence)).toEqual([116_67n, 33_33n]);
  });

  test("when the price changes, percentages stay percentages", () => {
    const before = sharesByPercent(100_00n, [2500]) ?? [];
    expect(sharesAgain("percent", before, 200_00n).map(({ sharePence }) => sharePence)).toEqual([150_00n, 50_00n]);
  });

  test("when the others' pounds no longer fit, all keep their proportion", () => {
    const before = sharesByPounds(100_00n, [33_33n]) ?? [];
    const after = sharesAgain("pounds", before, 30_00n);
    expect(total(after)).toBe(30_00n);
    expect(after.every(({ sharePence }) => sharePence > 0n)).toBe(true);
  });

  const amounts = fc.bigInt({ min: 1n, max: 10n ** 12n });
  property.prop([amounts, fc.array(fc.integer({ min: 1, max: 2000 }), { maxLength: 4 })])(
    "percentages always add up",
    (price, others) => {
      const shares = sharesByPercent(price, others) ?? [];
      expect(total(shares)).toBe(price);
      expect(isWhole(shares.map(({ shareBp }) => shareBp))).toBe(true);
    },
  );
  property.prop([amounts, amounts, fc.array(fc.bigInt({ min: 1n, max: 10n ** 6n }), { maxLength: 4 })])(
    "shares of a new price always add up",
    (price, next, others) => {
      const shares = sharesByPounds(price, others);
      if (!shares) return;
      const again = sharesAgain("pounds", shares, next);
      expect(total(again)).toBe(next);
      expect(isWhole(again.map(({ shareBp }) => shareBp))).toBe(true);
    },
  );
});

describe("the machines, policies and words", () => {
  test.each(purchase.states)("%s has words for both sides", (state) => {
    for (const words of [stateWords, offerWords]) expect(words[state].meaning).toMatch(/\.$/);
    expect(nextWords[state].buyer && nextWords[state].supplier).toBeTruthy();
    const stops = stopsOf({ state, createdAt: new Date(), proposedAt: null, offeredAt: null, answeredAt: null });
    expect(stops).toHaveLength(4);
    expect(stops.filter((stop) => stop.state === "current").length).toBeLessThanOrEqual(1);
  });
  test.each(approval.states)("a share that is %s has words", (state) => expect(approvals[state].label).toBeTruthy());

  const row = { organisationId: "buyer", supplierId: "charity", state: "offered" } as const;
  const seat = (
    kind: "authority" | "provider",
    organisationId: string,
    ...roles: ("commissioner" | "approver" | "signatory" | "editor" | "auditor" | "practitioner")[]
  ) => ({ kind, id: "person", organisationId, roles });
  test.each([
    ["the buyer's commissioner takes it back", seat("authority", "buyer", "commissioner"), ["withdraw"]],
    ["the buyer's approver does nothing", seat("authority", "buyer", "approver"), []],
    ["another authority does nothing", seat("authority", "other", "commissioner", "approver"), []],
    ["the charity's signatory answers", seat("provider", "charity", "signatory"), ["accept", "decline"]],
    ["the charity's editor does nothing", seat("provider", "charity", "editor"), []],
    ["another charity does nothing", seat("provider", "other", "signatory"), []],
    ["an auditor of the buyer does nothing", seat("authority", "buyer", "auditor"), []],
    ["the public does nothing", visitor, []],
  ])("an offer: %s", (_, actor, steps) => expect(nextSteps(actor, row)).toEqual(steps));

  test("nobody presses an offer or a refusal", () => {
    const all = seat("authority", "buyer", "commissioner", "approver");
    expect([may.offer(all, row), may.refuse(all, row)]).toEqual([false, false]);
  });
});
