import { describe, expect, test } from "vitest";
import { purchaseClauses as clausesOf } from "@/lib/agreements/clauses/purchase";
import { nextSteps } from "@/lib/agreements/policy";
import { dueFrom, endingFrom, isDue, ownNotices } from "@/lib/agreements/rules";
import { agreement } from "@/lib/agreements/states";
import { eventWords, nextWords, stateWords, stopsOf } from "@/lib/agreements/words";
import { system, visitor } from "@/lib/core/actor";
import { addDays } from "@/lib/core/values/moment";

const terms = {
  buyer: "London Probation",
  supplier: "Homeward",
  service: "A home to go to",
  version: 3,
  card: 2,
  place: "London (probation region)",
  starts: "1 June 2027",
  ends: "31 May 2028",
  price: "£300.00",
  vat: "£60.00",
  total: "£360.00",
};

describe.each(["contract", "grant"] as const)("the clauses of a %s", (instrument) => {
  const clauses = clausesOf(instrument, terms);
  const text = clauses.flatMap(({ lines }) => lines);

  test("name both sides, the pinned version and card, the place and the money", () => {
    for (const fact of ["Homeward", "version 3", "rate card 2", "London (probation region)", "£360.00"])
      expect(text.join(" ").toLowerCase()).toContain(fact.toLowerCase());
  });

  test("are short sentences", () => {
    const filled = text.map((line) => line.replaceAll(/£\d[\d,.]*|\d+ \w+ \d{4}/g, "x"));
    for (const sentence of filled.flatMap((line) => line.split(/(?<=\.) /)))
      expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(36);
  });
});

test("a contract pays in 30 days, down the chain too, and may be ended; a grant pays back what is not spent", () => {
  const [contract, grant] = (["contract", "grant"] as const).map((kind) => JSON.stringify(clausesOf(kind, terms)));
  for (const rule of ["within 30 days", "its own suppliers", "s68", "s73", "s88", "s78", "VAT"])
    expect(contract).toContain(rule);
  for (const words of ["paid back", "keeps accounts", "No VAT"]) expect(grant).toContain(words);
  expect(grant).not.toContain("s78");
});

const row = { buyerId: "buyer", supplierId: "charity" };
const commissioner = { kind: "authority", id: "p", organisationId: "buyer", roles: ["commissioner"] } as const;
const signatory = { kind: "provider", id: "p", organisationId: "charity", roles: ["signatory"] } as const;

describe("the machine", () => {
  test.each(agreement.states)("%s has words and a line", (state) => {
    expect(stateWords[state].meaning).toMatch(/\.$/);
    expect(nextWords[state]).toMatch(/\.$/);
    const stops = stopsOf({ state, endsOn: "2027-01-01", passed: new Map([["sign", new Date()]]) });
    expect(stops).toHaveLength(state === "drafting" ? 6 : 5);
    expect(stops.filter((stop) => stop.state === "current").length).toBe(
      ["ended", "terminated"].includes(state) ? 0 : 1,
    );
    for (const event of agreement.events(state)) expect(eventWords[event].act).toBeTruthy();
  });

  test.each([
    ["drafting", commissioner, ["sign", "terminate"]],
    ["drafting", signatory, ["sign", "terminate"]],
    ["drafting", { ...signatory, organisationId: "other" }, []],
    ["drafting", { ...signatory, roles: ["editor"] as const }, []],
    ["signed", commissioner, ["mobilise"]],
    ["signed", signatory, ["mobilise"]],
    ["mobilising", commissioner, ["goLive", "terminate"]],
    ["mobilising", signatory, []],
    ["live", system, ["expire"]],
    ["expiring", system, ["end"]],
    ["live", { ...commissioner, organisationId: "other" }, []],
    ["live", { ...commissioner, roles: ["auditor"] as const }, []],
    ["live", visitor, []],
  ] as const)("%s: what each may do", (state, actor, steps) =>
    expect(nextSteps(actor, { ...row, state })).toEqual(steps),
  );
});

test("the details notices of other lots are not this one's", () => {
  const at = new Date("2026-11-22T12:00:00Z");
  const notice = (kindCode: string, late: number) => ({ kindCode, publishedAt: new Date(at.getTime() + late) });
  const all = [notice("UK6", -1000), notice("UK7", 0), notice("UK7", 5)];
  expect(ownNotices(all, at)).toEqual(all.slice(0, 2));
  expect(ownNotices(all, null)).toEqual(all.slice(0, 1));
});

test("a side that has signed is not asked again", () => {
  const draft = { ...row, state: "drafting" as const };
  expect(nextSteps(commissioner, { ...draft, buyerSignedAt: new Date() })).toEqual(["terminate"]);
  expect(nextSteps(signatory, { ...draft, buyerSignedAt: new Date() })).toEqual(["sign", "terminate"]);
});

test.each([
  ["a long one", "2026-01-01", "2026-12-31", "2026-10-02"],
  ["one shorter than 90 days", "2026-06-01", "2026-07-01", "2026-06-01"],
])("%s is ending from", (_, startsOn, endsOn, from) => expect(endingFrom({ startsOn, endsOn })).toBe(from));

test.each([
  ["mobilise", null],
  ["goLive", "2026-01-01"],
  ["expire", "2026-10-02"],
  ["end", "2027-01-01"],
  ["terminate", null],
] as const)("%s may be done from %s", (event, from) => {
  const days = { startsOn: "2026-01-01", endsOn: "2026-12-31" };
  expect(dueFrom(event, days)).toBe(from);
  if (from) expect([isDue(event, days, addDays(from, -1)), isDue(event, days, from)]).toEqual([false, true]);
});
