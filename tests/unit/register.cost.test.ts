import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { type CostInputs, fullCost, ourDefaults } from "@/lib/register/service/cost/rules";
import { CostInput, inputsOf, KeptCosts, readSuggested, toKeep } from "@/lib/register/service/cost/schema";
import { divisionWords, hoursWords, ofWords, proofWords } from "@/lib/register/service/cost/words";

const inputs: CostInputs = {
  unit: "session",
  posts: [{ role: "Worker", fte: 150, salaryPence: 29_500_00n }],
  niBp: 1200,
  pensionBp: 500,
  others: [{ what: "Rooms", pence: 6_200_00n }],
  overheads: { kind: "percent", bp: 1500 },
  hours: 1950,
  utilisationBp: 6000,
  units: 1200,
};

test("every step is told, and the price covers the cost", () => {
  const cost = fullCost(inputs);
  expect(cost?.steps.map(({ label, pence }) => [label, pence])).toEqual([
    ["Worker", 44_250_00n],
    ["Salaries", 44_250_00n],
    ["Employer's National Insurance", 5_310_00n],
    ["Employer's pension", 2_212_50n],
    ["Rooms", 6_200_00n],
    ["Cost before overheads", 57_972_50n],
    ["Overheads", 8_695_88n],
    ["Full cost for a year", 66_668_38n],
  ]);
  expect(cost).toMatchObject({ hours: 1755n, units: 1200n, unitPence: 55_56n });
  if (!cost) return;
  expect(cost.steps.map(({ of }) => ofWords(of)).slice(0, 3)).toEqual([
    "1.50 × £29,500.00",
    "Added up",
    "12% of £44,250.00",
  ]);
  expect(hoursWords(inputs, cost)).toContain("is 1755 hours");
  expect(divisionWords(inputs, cost)).toBe(
    "£66,668.38 ÷ 1200 sessions is £55.56 a session, a part of a penny rounded up.",
  );
  expect(proofWords(cost)).toContain("£66,672.00");
});

test("for an hour, the hours with people are the units; with none there is no price", () => {
  expect(fullCost({ ...inputs, unit: "hour", units: null })).toMatchObject({ units: 1755n, unitPence: 37_99n });
  expect(fullCost({ ...inputs, posts: [], unit: "hour", units: null })).toBeNull();
});

const amount = fc.bigInt({ min: 0n, max: 10_000_000_00n });
const bp = fc.integer({ min: 0, max: 10_000 });
const any: fc.Arbitrary<CostInputs> = fc.record({
  unit: fc.constantFrom("hour", "session"),
  posts: fc.array(
    fc.record({ role: fc.constant("x"), fte: fc.integer({ min: 1, max: 50_000 }), salaryPence: amount }),
    {
      maxLength: 6,
    },
  ),
  niBp: bp,
  pensionBp: bp,
  others: fc.array(fc.record({ what: fc.constant("y"), pence: amount }), { maxLength: 6 }),
  overheads: fc.oneof(
    fc.record({ kind: fc.constant("percent" as const), bp }),
    fc.record({ kind: fc.constant("amount" as const), pence: amount }),
  ),
  hours: fc.integer({ min: 1, max: 3000 }),
  utilisationBp: fc.integer({ min: 1, max: 10_000 }),
  units: fc.integer({ min: 1, max: 10_000_000 }),
});

describe("whatever is typed", () => {
  property.prop([any])("the price times the units covers the full cost, and a penny less does not", (typed) => {
    const cost = fullCost(typed);
    if (!cost) throw new Error("There are units, so there is a price.");
    expect(cost.unitPence * cost.units).toBeGreaterThanOrEqual(cost.fullPence);
    if (cost.unitPence > 0n) expect((cost.unitPence - 1n) * cost.units).toBeLessThan(cost.fullPence);
    expect(cost.steps.at(-1)?.pence).toBe(cost.fullPence);
  });

  property.prop([any, amount, fc.integer({ min: 0, max: 5_000 })])(
    "a higher cost never lowers the price, and more units never raise it",
    (typed, more, units) => {
      const price = (changed: Partial<CostInputs>) => fullCost({ ...typed, ...changed })?.unitPence ?? -1n;
      const before = price({});
      expect(price({ others: [...typed.others, { what: "z", pence: more }] })).toBeGreaterThanOrEqual(before);
      expect(price({ posts: [...typed.posts, { role: "z", fte: 100, salaryPence: more }] })).toBeGreaterThanOrEqual(
        before,
      );
      expect(price({ niBp: Math.min(10_000, typed.niBp + 100) })).toBeGreaterThanOrEqual(before);
      expect(price({ units: (typed.units ?? 1) + units })).toBeLessThanOrEqual(before);
    },
  );

  property.prop([any])("what is kept is read back the same", (typed) => {
    expect(KeptCosts.parse(JSON.parse(JSON.stringify(toKeep(typed))))).toEqual(typed);
  });
});

describe("the form", () => {
  const typed = {
    ...{ serviceId: "019a2a42-9d00-7b82-bb2b-1ad5dafb3cdc", edit: "0", unit: "session", units: "1200" },
    ...{
      posts: [
        { role: "Worker", fte: "1.5", salary: "29,500" },
        { role: "", fte: "", salary: "" },
      ],
    },
    ...{ ni: "12", pension: "5%", others: [{ what: "Rooms", cost: "6200" }], overheadKind: "percent" },
    ...{ overheadPercent: "15", overheadAmount: "", hours: "1950", utilisation: "60" },
  };
  const faults = (more: object) =>
    CostInput.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join("."));

  test("is read into the same figures", () => {
    expect(inputsOf(CostInput.parse(typed))).toEqual(inputs);
    expect(ourDefaults).toMatchObject({ niBp: 1200, pensionBp: 500 });
  });

  test.each([
    [{ posts: [], others: [] }, ["posts"]],
    [{ overheadPercent: "" }, ["overheadPercent"]],
    [{ overheadKind: "amount" }, ["overheadAmount"]],
    [{ units: "" }, ["units"]],
    [{ posts: [{ role: "Worker", fte: "0", salary: "1" }] }, ["posts.0.fte"]],
    [{ posts: [{ role: "Worker", fte: "1.555", salary: "1" }] }, ["posts.0.fte"]],
    [{ utilisation: "0" }, ["utilisation"]],
  ])("%j is refused at its field", (more, paths) => expect(faults(more)).toEqual(paths));

  test("a suggested price is read from an address, and nothing else is", () => {
    expect(readSuggested({ price: "5556", unit: "session" })).toEqual({ price: "55.56", unit: "session" });
    for (const asked of [
      {},
      { price: "1.5", unit: "hour" },
      { price: "5", unit: "year" },
      { price: ["5", "6"], unit: "hour" },
    ])
      expect(readSuggested(asked)).toBeNull();
  });
});
