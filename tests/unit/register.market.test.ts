import { describe, expect, test } from "vitest";
import { ConditionKind } from "@/lib/core/prisma/enums";
import { minutesIn, unlawful } from "@/lib/register/market/rules";
import { EstablishInput } from "@/lib/register/market/schema";
import categories from "@/prisma/reference/categories.json";
import cpv from "@/prisma/reference/cpv.json";
import rules from "@/prisma/reference/rules.json";
import standard from "@/prisma/register/standard.json";

const fair = {
  title: "Money to run on",
  text: "You can show that you can pay your way for six months.",
  help: "A budget will do.",
  justification: "A service that runs out of money stops.",
  orEquivalent: true,
  minutes: 3,
};
const codes = (said: string, more = {}) => unlawful({ ...fair, text: said, ...more }).map(({ ruleCode }) => ruleCode);

describe("what a condition may not ask", () => {
  test.each([
    ["Send your audited accounts for three years."],
    ["Your accounts must have been audited."],
    ["Attach a statement from your auditor about your accounts."],
    ["Applications without audited financial statements are not considered."],
  ])("audited accounts: %s", (said) => {
    expect(codes(said)).toEqual(["dm.conditions.no_audited_accounts"]);
  });

  test.each([
    ["You have public liability insurance of £5 million."],
    ["Attach your insurance certificate."],
    ["Professional indemnity cover must be in place today."],
    ["You will take out insurance before you apply."],
  ])("insurance before award: %s", (said) => {
    expect(codes(said)).toEqual(["dm.conditions.no_insurance_before_award"]);
  });

  test.each([
    ["You have held a contract with HMPPS before."],
    ["Describe a previous contract with a police and crime commissioner."],
    ["You have delivered a grant for the Ministry of Justice in the last three years."],
    ["You have already been awarded a framework place by a local authority."],
  ])("an earlier contract with an authority: %s", (said) => {
    expect(codes(said)).toEqual(["dm.conditions.no_prior_award"]);
  });

  test.each([
    ["If the law requires you to have an audit, send your audited accounts."],
    ["You do not need audited accounts."],
    ["You will have the insurance that an agreement asks for by the day it starts, if you are awarded one."],
    ["You do not need insurance today."],
    ["What has your team done before that shows it can run the service?"],
    ["You do not need to have had a contract with an authority before."],
    ["You follow the law on equality."],
  ])("this may be asked: %s", (said) => {
    expect(codes(said)).toEqual([]);
  });

  test("one sentence that breaks the law is found among others that do not, in the title and the help too", () => {
    expect(unlawful({ ...fair, help: "A budget will do. Send audited accounts as well." })).toMatchObject([
      { field: "help" },
    ]);
    expect(unlawful({ ...fair, title: "Audited accounts" })).toMatchObject([{ field: "title" }]);
  });

  test("something equal is always accepted, and every condition says why it is asked", () => {
    expect(codes(fair.text, { orEquivalent: false })).toEqual(["dm.conditions.equivalents"]);
    expect(codes(fair.text, { justification: "Because." })).toEqual(["dm.conditions.proportionate"]);
  });
});

describe("the standard register", () => {
  test("has a part for each category, numbered, with a light-touch code", () => {
    expect(standard.parts.map(({ categoryCode }) => categoryCode).toSorted()).toEqual(
      categories.rows.map(({ code }) => code).toSorted(),
    );
    expect(standard.parts.map(({ number }) => number)).toEqual(standard.parts.map((_, at) => at + 1));
    const lightTouch = new Set(cpv.rows.filter(({ detail }) => detail.lightTouch).map(({ code }) => code));
    expect(standard.parts.filter(({ cpvCode }) => !lightTouch.has(cpvCode))).toEqual([]);
  });

  test("asks nothing unlawful, names a known rule each time, and takes under 45 minutes", () => {
    expect(standard.conditions.flatMap(unlawful)).toEqual([]);
    const known = new Set(rules.rows.map(({ code }) => code));
    expect(standard.conditions.filter(({ ruleCode }) => !known.has(ruleCode))).toEqual([]);
    expect(new Set(standard.conditions.map(({ kind }) => kind))).toEqual(new Set(Object.values(ConditionKind)));
    expect(minutesIn(standard.conditions)).toBeLessThan(45);
  });

  test("is asked in sentences under 25 words", () => {
    const sentences = standard.conditions.flatMap(({ text, help }) => `${text} ${help}`.split(/(?<=[.?!])\s+/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length >= 25)).toEqual([]);
  });
});

describe("establishing", () => {
  const term = { opensOn: "2026-04-01", closesOn: "2034-03-31" };

  test("takes the standard conditions unless others are sent", () => {
    expect(EstablishInput.parse(term).conditions).toHaveLength(standard.conditions.length);
  });

  test("names the field of a condition that the law does not allow", () => {
    const conditions = standard.conditions.map((said, at) =>
      at === 6 ? { ...said, text: "Send your audited accounts." } : said,
    );
    const { error } = EstablishInput.safeParse({ ...term, conditions });
    expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["conditions.6.text"]);
  });

  test("a register that ends within a year is refused", () => {
    expect(EstablishInput.safeParse({ ...term, closesOn: "2027-03-01" }).success).toBe(false);
  });
});
