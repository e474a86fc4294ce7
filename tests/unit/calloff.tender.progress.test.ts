import { describe, expect, test } from "vitest";
import {
  emptyPrice,
  emptyQuality,
  type PriceContent as Price,
  type QualityContent as Quality,
  QualityContent,
} from "@/lib/calloff/open/tender/content";
import { missingIn, tasksOf } from "@/lib/calloff/open/tender/progress";
import { stateToTell } from "@/lib/calloff/open/tender/rules";
import { tender } from "@/lib/calloff/open/tender/states";

const id = (at: number) => `01a20389-0000-7000-8000-${String(at).padStart(12, "0")}`;

test("nobody learns what became of its tender before everybody is told", () => {
  for (const callOff of ["opened", "evaluating", "moderated", "awardProposed", "approved", "cancelled"] as const)
    for (const state of tender.states)
      expect(["successful", "unsuccessful", "disregarded"]).not.toContain(stateToTell(state, callOff));
  for (const state of tender.states) expect(stateToTell(state, "notified")).toBe(state);
  expect(stateToTell("submitted", "published")).toBe("submitted");
});

describe("what is still to do", () => {
  const asked = {
    lots: [{ id: id(1), number: 1 }],
    criteria: [
      { id: id(2), number: 1, kind: "quality" as const, title: "How", wordLimit: 50 },
      { id: id(3), number: 2, kind: "socialValue" as const, title: "Value", wordLimit: null },
      { id: id(4), number: 3, kind: "price" as const, title: "Price", wordLimit: null },
    ],
    conditions: [{ id: id(5), number: 1 }],
  };
  const full: Quality = {
    lotIds: [id(1)],
    answers: [id(2), id(3)].map((criterionId) => ({ criterionId, text: "Yes." })),
    offers: [{ criterionId: id(3), measure: "x", unit: "y", baseline: 0, target: 1, by: "2028-01-01" }],
    conditions: [{ conditionId: id(5), met: true, text: "" }],
    partners: [],
  };
  const priced: Price = { lots: [{ lotId: id(1), unitPence: 1n, mobilisationPence: 0n, vatBp: 0 }] };

  test("is everything at first, and nothing once all is there", () => {
    expect(missingIn(tasksOf(asked, { quality: emptyQuality, price: emptyPrice }, []))).toHaveLength(6);
    expect(missingIn(tasksOf(asked, { quality: full, price: priced }, []))).toEqual([]);
  });

  test.each([
    ["no lot", { ...full, lotIds: [] }, priced],
    ["a lot that is gone", { ...full, lotIds: [id(9)] }, priced],
    [
      "an answer too long",
      { ...full, answers: [{ criterionId: id(2), text: "x ".repeat(51) }, full.answers[1]] },
      priced,
    ],
    ["no offer", { ...full, offers: [] }, priced],
    ["a condition unsaid", { ...full, conditions: [] }, priced],
    ["no price", full, emptyPrice],
  ])("%s is missing", (_said, said, cost) => {
    const content = { quality: QualityContent.parse(said), price: cost };
    expect(missingIn(tasksOf(asked, content, [])).length).toBeGreaterThan(0);
  });

  test("names the sub-contractors who have not confirmed", () => {
    const named = (["asked", "confirmed", "declined"] as const).map((state) => ({
      state,
      organisation: { name: `The ${state}` },
    }));
    const [said] = missingIn(tasksOf(asked, { quality: full, price: priced }, named));
    expect(said).toContain("The asked, The declined");
    expect(said).not.toContain("The confirmed");
  });
});
