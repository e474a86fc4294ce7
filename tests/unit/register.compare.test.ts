import { describe, expect, test } from "vitest";
import { compareServices } from "@/lib/register/service/compare";
import type { ServiceFacts } from "@/lib/register/service/facts";
import { material, sections } from "@/lib/register/service/sections";

const named = (...names: string[]) => names.map((name) => ({ code: name, name }));
const facts = (more: Partial<ServiceFacts["version"]> = {}): ServiceFacts => ({
  ...{ id: "1", reference: "TS-1", state: "published", confirmedAt: null, rateCard: null, nextPricesOn: null },
  capacity: { places: 1, open: 1, waitDays: 0, asOf: null },
  part: { id: "p", number: 1, title: "Part", categoryCode: "c", category: "C" },
  organisation: { id: "o", reference: "TO-1", name: "Org", type: null, provider: null },
  version: {
    ...{ id: "v", number: 1, title: "Title", summary: "Short.", description: "We meet. We talk.\nWe part." },
    ...{ needs: [], outcomes: named("A home", "A job"), cohorts: [], places: named("Kent"), exclusions: "" },
    ...{ sex: "anyone", minAge: 18, maxAge: null, settings: ["community"], method: "oneToOne", languages: ["en"] },
    ...{ access: [], deliveredBy: "provider", approvedAt: null },
    ...more,
  },
});
const changes = (more: Partial<ServiceFacts["version"]>) =>
  compareServices(facts(), facts(more)).filter(({ changed }) => changed);

describe("a changed service beside what was approved", () => {
  test("nothing differs from itself", () => expect(changes({})).toEqual([]));

  test.each([
    [{ outcomes: named("A job", "Health") }, "What people get from it", ["Health"], ["A home"]],
    [{ description: "We meet. We sing.\nWe part." }, "What happens", ["We sing."], ["We talk."]],
    [
      { deliveredBy: "practitioner" as const },
      "Who does the work",
      ["Probation staff, with our support"],
      ["Our own staff or volunteers"],
    ],
    [{ exclusions: "Nobody under 21." }, "Who it cannot take", ["Nobody under 21."], []],
    [{ outcomes: named("A job", "A home") }, "What people get from it", [], []],
  ])("%j is told in its own words", (more, label, added, gone) => {
    expect(changes(more)).toMatchObject([{ label, added, gone }]);
  });

  test("every page is either checked or holds at once", () => {
    expect(sections.filter((section) => !material.includes(section))).toEqual(["prices", "capacity"]);
  });
});
