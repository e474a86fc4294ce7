import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tranchesOf } from "@/lib/agreements/clauses/grant";
import { lotClauses } from "@/lib/agreements/clauses/lot";
import { AgreementTerms, reserveCap, volumeBand } from "@/lib/agreements/clauses/terms";
import { addDays } from "@/lib/core/values/moment";

const kept = {
  ...{
    need: "Homes.",
    forWhom: "Adults who leave prison.",
    mobilisationWeeks: 6,
    outcomes: ["Moves into a settled home"],
  },
  lot: {
    ...{ number: 2, title: "Kent", description: "Rooms with support.", category: "Accommodation", cohort: "Women" },
    ...{ places: ["Kent", "Medway"], unit: "week" },
  },
  ...{ route: "Competition in the dynamic market", extensionMonths: 12, vcseShareBp: 2500, volume: 120 },
  ...{ unitPence: "10000", mobilisationPence: "50000" },
  tender: { reference: "TT-2026-000001", hash: "ab".repeat(32) },
  promises: [
    { title: "Jobs", measure: "Jobs for local people", unit: "jobs", baseline: 0, target: 4, by: "2028-03-31" },
  ],
  conditions: [{ title: "Insurance", text: "Has cover.", said: "We have it." }],
  partners: [{ name: "Harbour", shareBp: 3000, volume: 30, does: "Drop-in sessions.", vcse: true }],
  funders: [
    { name: "London Probation", shareBp: 6000, pence: "900000" },
    { name: "The Mayor's Office", shareBp: 4000, pence: "600000" },
  ].map((row) => ({
    ...row,
    ...{ organisationId: "018f0000-0000-7000-8000-000000000001", approvedById: null, approvedAt: null },
  })),
  ...{ reservePence: "8000000", investor: "Bridges Fund", returnCapBp: 800 },
};
const facts = (change: Partial<typeof kept> = {}) => ({
  ...{ buyer: "London Probation", supplier: "Homeward", startsOn: "2027-06-01", endsOn: "2028-05-31" },
  ...{ valuePence: 1_250_000n, vatPence: 250_000n },
  terms: AgreementTerms.parse({ ...kept, ...change }),
});
const textOf = (instrument: "contract" | "grant" | "bond", change: Partial<typeof kept> = {}) =>
  lotClauses(instrument, facts(change)).flatMap(({ title, lines }) => [title, ...lines]);

describe.each(["contract", "grant", "bond"] as const)("the clauses of a %s", (instrument) => {
  test("name both sides, the lot, where, how long and how much", () => {
    const text = textOf(instrument).join(" ");
    for (const fact of [
      ...["London Probation", "Homeward", "Lot 2, Kent", "Kent and Medway", "1 June 2027", "31 May 2028", "£15,000.00"],
      ...["TT-2026-000001", "60%", "40%", "Harbour", "30%", "30 weeks", "Jobs for local people", "from 0 to 4 jobs"],
      ...["31 March 2028", "25%", "Has cover.", "In public"],
    ])
      expect(text, fact).toContain(fact);
  });

  test("are short sentences, and each title stands once", () => {
    const clauses = lotClauses(instrument, facts());
    expect(new Set(clauses.map(({ title }) => title)).size).toBe(clauses.length);
    for (const line of clauses.flatMap(({ lines }) => lines))
      for (const sentence of line.replaceAll(/£\d[\d,.]*|\d+ \w+ \d{4}|\([^)]*\)/g, "x").split(/(?<=[.:]) /))
        expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(26);
  });

  test("say nothing of what is not there", () => {
    const bare = textOf(instrument, {
      ...{ promises: [], conditions: [], partners: [], vcseShareBp: 0, mobilisationPence: "0", mobilisationWeeks: 0 },
      ...{ extensionMonths: 0, outcomes: [] },
    }).join(" ");
    for (const title of ["Social value", "Conditions", "Voluntary organisations", "Getting ready"])
      expect(bare, title).not.toContain(title);
    expect(bare).toContain("Nobody else was named.");
    expect(bare).not.toMatch(/undefined|null|NaN/);
  });
});

test("a contract says the band, the price in advance, the payment down the chain, and the law", () => {
  const text = textOf("contract").join(" ");
  for (const said of [
    ...[
      "between 96 and 144 weeks",
      "£500.00",
      "in advance",
      "within 30 days",
      "its own suppliers",
      "s68",
      "s73",
      "s88",
    ],
    ...["s78", "s74(2)", "s52", "s53", "12 months"],
  ])
    expect(text, said).toContain(said);
});

test("a grant has a purpose, plain payments, a reserve cap and what is paid back; no procurement law", () => {
  const text = textOf("grant").join(" ");
  for (const said of ["No VAT", "paid back by 30 June 2028", "20%", "£80,000.00", "ask back", "every six months"])
    expect(text, said).toContain(said);
  for (const law of ["s78", "s73", "s53"]) expect(text).not.toContain(law);
  expect(text).toContain("£500.00 for getting ready");
  expect(text).toContain("£3,625.00 by 1 June 2027.");
});

test("a bond names the investor, both caps, and pays the provider whatever the outcomes", () => {
  const text = textOf("bond").join(" ");
  for (const said of ["Bridges Fund", "8% at most", "£16,200.00", "do not depend on outcomes", "only for results"])
    expect(text, said).toContain(said);
});

test("the payments of a grant come to the grant, one for each quarter of the term", () => {
  const amounts = fc.bigInt(0n, 99_999_999_999n);
  const long = fc.integer({ min: 0, max: 3650 });
  fc.assert(
    fc.property(amounts, long, (pence, days) => {
      const tranches = tranchesOf("2027-01-31", addDays("2027-01-31", days), pence);
      expect(tranches.reduce((sum, tranche) => sum + tranche.pence, 0n)).toBe(pence);
      const due = tranches.map(({ on }) => on);
      expect(due).toEqual(due.toSorted());
      expect(tranches[0]?.on).toBe("2027-01-31");
      expect(tranches.length).toBeGreaterThanOrEqual(Math.max(1, Math.floor(days / 93)));
    }),
  );
  expect(tranchesOf("2027-06-01", "2028-05-31", 1000n).map(({ on }) => on)).toEqual([
    ...["2027-06-01", "2027-09-01", "2027-12-01", "2028-03-01"],
  ]);
});

test("a reserve is a fifth of income, and the band of a volume is whole units within a fifth", () => {
  expect(reserveCap(400_000_03n)).toBe(80_000_01n);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (volume) => {
      const { from, to } = volumeBand(volume);
      expect(from * 10).toBeGreaterThanOrEqual(volume * 8);
      expect(to * 10).toBeLessThanOrEqual(volume * 12);
      expect(from).toBeLessThanOrEqual(to);
    }),
  );
});
