import { describe, expect, test } from "vitest";
import { ConditionKind } from "@/lib/core/prisma/enums";
import { minutesIn, unlawful } from "@/lib/register/market/rules";
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
    ["You hold a current contract with Kent County Council."],
    ["You are an existing provider to the Probation Service."],
    ["You already supply HMPPS."],
    ["Your organisation has been funded by the Home Office."],
    ["Name a Ministry of Justice contract that you have held."],
    ["You were commissioned by Greater Manchester Combined Authority."],
  ])("an earlier contract with an authority: %s", (said) => {
    expect(codes(said)).toEqual(["dm.conditions.no_prior_award"]);
  });

  test.each([
    ["No more than 20 members will be admitted."],
    ["The first ten organisations to apply join the register."],
    ["We admit up to 15 providers to each part."],
    ["There are limited places on the register."],
    ["Places are limited."],
    ["Membership is limited to five suppliers."],
    ["Applications are taken first come, first served."],
    ["You may apply until the register is full."],
    ["There is a limit on how many can join."],
    ["The maximum number of members is 30."],
    ["Only twelve charities will be accepted."],
    ["We let in the first 10 that apply."],
  ])("a cap on members: %s", (said) => {
    expect(codes(said)).toEqual(["dm.no_cap"]);
  });

  test.each([
    ["If the law requires you to have an audit, send your audited accounts."],
    ["You do not need audited accounts."],
    ["You will have the insurance that an agreement asks for by the day it starts, if you are awarded one."],
    ["You do not need insurance today."],
    ["What has your team done before that shows it can run the service?"],
    ["You do not need to have had a contract with an authority before."],
    ["You follow the law on equality."],
    ["There is no limit on how many members can join."],
    ["You are a limited company, or a charity limited by guarantee."],
    ["Say in no more than 200 words how you would apply it."],
    ["You work with up to 20 people in each group."],
    ["What did you do in the first ten weeks of a service?"],
    ["Your team knows first aid."],
    ["Who comes first when your places are limited?"],
    ["Up to five organisations may apply together as a consortium."],
    ["How would you work with the Probation Service and a council?"],
    ["What has your team done before, for a council, a trust or a family?"],
    ["You follow the data rules of the Ministry of Justice."],
    ["You have a constitution or a contract of employment for each worker."],
    ["You do not need to be an existing supplier of HMPPS."],
    ["You will name your insurer when an agreement starts, if you win one."],
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
