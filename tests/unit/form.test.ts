import { describe, expect, test } from "vitest";
import { changedRows, many, rowCount, rows, values } from "@/lib/core/values/form";

const form = (...entries: [string, string][]) => {
  const made = new FormData();
  for (const [name, value] of entries) made.append(name, value);
  return made;
};

describe("values", () => {
  test("a name is a value, a repeated name is a list, and React's own names are left out", () => {
    const typed = values(form(["$ACTION_ID_1", ""], ["title", "Mentoring"], ["place", "E1"], ["place", "E2"]));
    expect(typed).toEqual({ title: "Mentoring", place: ["E1", "E2"] });
    expect(many(typed, "place")).toEqual(["E1", "E2"]);
    expect(many(typed, "title")).toEqual(["Mentoring"]);
    expect(many(typed, "nothing")).toEqual([]);
  });

  test.each([
    [["3", "6", "2027"], "2027-06-03"],
    [["03", "11", "2027"], "2027-11-03"],
    [["", "", ""], ""],
    [["31", "", "2027"], "2027-00-31"],
    [["x", "6", "2027"], "2027-06-0x"],
  ])("the three boxes of a date %j are %s", ([d = "", m = "", y = ""], date) => {
    expect(values(form(["on.day", d], ["on.month", m], ["on.year", y])).on).toBe(date);
  });
});

describe("rows", () => {
  const two: [string, string][] = [
    ["lines.count", "2"],
    ["lines.1.unit", "day"],
    ["lines.0.unit", "hour"],
    ["lines.0.price", "12.50"],
  ];

  test("are read in the order of their numbers", () => {
    expect(rows(form(...two), "lines")).toEqual([{ unit: "hour", price: "12.50" }, { unit: "day" }]);
  });

  test("left empty at the end are dropped, and one in the middle keeps its place for the message beside it", () => {
    const typed = form(["lines.0.unit", " "], ["lines.1.unit", "day"], ["lines.2.unit", ""]);
    expect(rows(typed, "lines")).toEqual([{ unit: " " }, { unit: "day" }]);
  });

  test("add shows one more and keeps what was typed", () => {
    const after = changedRows({ ...values(form(...two)), intent: "add-lines", note: "x" }, "lines");
    expect(after?.values).toMatchObject({
      note: "x",
      "lines.count": "3",
      "lines.0.unit": "hour",
      "lines.1.unit": "day",
    });
    expect(after?.values.intent).toBeUndefined();
    expect(rowCount(after?.values ?? {}, "lines")).toBe(3);
  });

  test("remove closes the gap", () => {
    const after = changedRows({ ...values(form(...two)), intent: "remove-lines-0" }, "lines");
    expect(after?.values).toEqual({ "lines.count": "1", "lines.0.unit": "day" });
  });

  test("any other press is a sending", () => {
    expect(changedRows(values(form(...two)), "lines")).toBeNull();
    expect(changedRows({ intent: "add-places" }, "lines")).toBeNull();
    expect(changedRows({ intent: "remove-lines-x" }, "lines")).toBeNull();
  });
});
