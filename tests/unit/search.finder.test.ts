import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { newId } from "@/lib/core/values/id";
import { snapshot } from "@/lib/reference/snapshot";
import { fromQuery, toQuery } from "@/lib/search/address";
import { maySeeEmail } from "@/lib/search/finder/policy";
import { answerWords, carried, finderHref, readFinder, without, withSpace } from "@/lib/search/finder/schema";
import { type FinderQuestion, finderWords, needWords, questions, startWords } from "@/lib/search/finder/words";
import { everything } from "@/lib/search/schema";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const lists = snapshot(rowsOf(readFiles()), "2026-06-01");
const read = (query: string) => readFinder(fromQuery(query), lists).criteria;
const whole =
  "place=police-kent&need=accommodation&need=emotional-wellbeing&cohort=women&sex=women&age=19&language=cy&access=stepFree";

describe("the three questions", () => {
  test("are read from an address and carried in it, and nothing else is", () => {
    const answers = read(`${whole}&unit=hour&from=1&words=secret&sort=price&open=yes&name=Jo`);
    expect(answers).toEqual({ ...read(whole) });
    expect(new URLSearchParams(finderHref("/who", answers).split("?")[1]).toString()).toBe(
      new URLSearchParams(toQuery(answers)).toString(),
    );
    expect(finderHref("", everything)).toBe("/finder");
    expect(finderHref("/services", withSpace(answers))).toBe(finderHref("/services", answers));
  });

  test("each form carries the answers to the others and none of its own", () => {
    const answers = read(whole);
    for (const question of ["where", "need", "who"] satisfies FinderQuestion[]) {
      const own: readonly string[] = questions[question];
      const others = carried(answers, question);
      expect(others.some(([name]) => own.includes(name))).toBe(false);
      expect(read(String(new URLSearchParams(others)))).toEqual(without(answers, question));
    }
  });

  test("a search of the finder asks for space and for the shortest wait, whatever was typed", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (typed) => {
        const { criteria } = readFinder(typed, lists);
        const asked = withSpace(criteria);
        expect(asked).toMatchObject({ open: true, sort: "wait", unit: null, words: "" });
        expect(read(finderHref("", criteria).split("?")[1] ?? "")).toEqual(criteria);
      }),
    );
  });

  test("what was answered is said in words, and what was skipped too", () => {
    const answers = read(whole);
    expect(answerWords(answers, "where", lists)).toEqual(["Kent (police area)"]);
    expect(answerWords(answers, "need", lists)).toEqual(["Accommodation", "Emotional wellbeing"]);
    expect(answerWords(answers, "who", lists)).toContain("Age: 19");
    expect(answerWords(everything, "where", lists)).toEqual([finderWords.anywhere]);
    expect(answerWords(everything, "who", lists)).toEqual([finderWords.anyone]);
  });

  test("every need of the lists has plain words", () => {
    const needs = lists.categories.all.filter(({ kind }) => kind === "need").map(({ code }) => code);
    expect(Object.keys(needWords).toSorted()).toEqual(needs.toSorted());
  });
});

test("when somebody could start is a day", () => {
  const at = (openPlaces: number, waitDays: number) => startWords({ openPlaces, waitDays }, "2026-11-22");
  expect(at(2, 0)).toBe("Could start today");
  expect(at(2, 14)).toBe("Could start from about 6 December 2026");
  expect(at(0, 0)).toBe("Full today");
  expect(at(0, 7)).toBe("Full today. Could start from about 29 November 2026");
});

test("the address for buyers is for buyers", () => {
  const member = (kind: "authority" | "provider") => ({ kind, id: newId(), organisationId: newId(), roles: [] });
  expect([member("authority"), member("provider"), visitor].map(maySeeEmail)).toEqual([true, false, false]);
});
