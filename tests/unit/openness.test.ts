import { describe, expect, test } from "vitest";
import { eventSentence, eventVerb, subjectName } from "@/lib/openness/event-words";
import { publicRoute } from "@/lib/openness/rules";
import { awardFilter, awardQuery } from "@/lib/openness/schema";

describe("the filter of the award register", () => {
  test("reads an address, and writes it again", () => {
    const filter = awardFilter({
      words: " homes ",
      place: "region-london",
      "from.day": "1",
      "from.month": "4",
      "from.year": "2026",
      page: "3",
    });
    expect(filter).toMatchObject({ words: "homes", place: "region-london", from: "2026-04-01", page: 3 });
    expect(awardQuery(filter)).toBe("?words=homes&place=region-london&from=2026-04-01");
    expect(awardQuery(filter, { page: 2, words: "" })).toBe("?place=region-london&from=2026-04-01&page=2");
  });

  test.each([
    [{ page: "-1" }, { page: 1 }],
    [{ page: "1e3000" }, { page: 1 }],
    [{ page: "2.5" }, { page: 1 }],
    [{ from: "2026-02-30" }, { from: "" }],
    [{ instrument: "loan" }, { instrument: "" }],
    [{ instrument: "bond" }, { instrument: "bond" }],
    [{ words: ["a", "b"] }, { words: "a" }],
    [{ words: "a\u0000b" }, { words: "ab" }],
  ])("leaves out what it cannot read: %j", (params, read) => expect(awardFilter(params)).toMatchObject(read));
});

describe("what happened, in words", () => {
  test.each([
    ["purchase.propose", "Proposed"],
    ["purchase.saveLines", "Volumes changed"],
    ["approval.approve", "A share was approved"],
    ["budget.commit", "Money was set aside"],
    ["agreement.sign", "Signed, and binding"],
    ["agreement.draft", "Drawn up from the award"],
    ["something.newHere", "Something: new here"],
  ])("%s", (event, words) => expect(eventSentence(event)).toBe(words));
  test("beside its record, only the verb is said", () => {
    expect([eventVerb("purchase.propose"), eventVerb("something.newHere")]).toEqual(["Proposed", "New here"]);
  });
  test("a record without a word is read aloud", () => expect(subjectName("rateLine")).toBe("Rate line"));
});

describe("the route as the public sees it", () => {
  const rule = (ruleCode: string) => ({ ruleCode, source: "law", sentence: "Because." });
  test("leaves out what the authority has left to spend", () => {
    const routeFacts = { because: [rule("below.notice"), rule("own.allowance"), rule("calloff.together")], after: [] };
    expect(publicRoute({ route: "spot", routeFacts })?.because.map(({ ruleCode }) => ruleCode)).toEqual([
      "below.notice",
    ]);
  });
  test.each([
    [{ route: null, routeFacts: {} }],
    [{ route: "spot", routeFacts: null }],
    [{ route: "magic", routeFacts: { because: [] } }],
  ])("is nothing when it was not judged: %j", (purchase) => expect(publicRoute(purchase)).toBeNull());
});
