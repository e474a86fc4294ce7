import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import type { ReferenceRow } from "@/lib/reference/details";
import { type HeldRow, planList } from "@/prisma/reference/plan";

const TODAY = "2026-06-10";
const row = (more: Partial<ReferenceRow> = {}): ReferenceRow => ({
  list: "cohort",
  code: "a",
  name: "A",
  parentCode: null,
  detail: { description: "d" },
  order: 1,
  validFrom: "2024-01-01",
  validTo: null,
  ...more,
});
const held = (more: Partial<ReferenceRow> = {}): HeldRow => ({ ...row(more), id: JSON.stringify(more) });
const counts = ({ added, changed, closed, unchanged }: ReturnType<typeof planList>) => [
  added,
  changed,
  closed,
  unchanged,
];

/** The table after a plan, as the database would have it; a broken rule of the table is a fault. */
function after(before: readonly HeldRow[], plan: ReturnType<typeof planList>): HeldRow[] {
  const amended = new Map(plan.amend.map((item) => [item.id, item]));
  const closed = new Map(plan.close.map((item) => [item.id, item.validTo]));
  const kept = before
    .filter(({ id }) => !plan.drop.includes(id))
    .map((item) => ({
      ...(amended.get(item.id) ?? item),
      ...(closed.has(item.id) ? { validTo: closed.get(item.id) ?? null } : {}),
    }));
  const rows = [...kept, ...plan.insert.map((item, at) => ({ ...item, id: `${before.length}-${at}` }))];
  expect(new Set(rows.map(({ code, validFrom }) => `${code} ${validFrom}`)).size).toBe(rows.length);
  const open = rows.filter(({ validTo }) => validTo === null).map(({ code }) => code);
  expect(new Set(open).size).toBe(open.length);
  for (const { validFrom, validTo } of rows) expect(validTo === null || validTo >= validFrom).toBe(true);
  return rows;
}

describe("loading", () => {
  test("a new row is added as the file dates it", () => {
    const plan = planList([], [row()], TODAY);
    expect(counts(plan)).toEqual([1, 0, 0, 0]);
    expect(plan.insert).toEqual([row()]);
  });

  test("the same row is left alone, whatever order its keys are in", () => {
    const detail = { one: 1, two: 2 };
    const plan = planList([held({ detail: { two: 2, one: 1 } })], [row({ detail })], TODAY);
    expect(plan).toMatchObject({ unchanged: 1, insert: [], amend: [], close: [] });
  });

  test("a changed row is closed the day before, and a new one opens today", () => {
    const plan = planList([held()], [row({ name: "B" })], TODAY);
    expect(plan.close.map(({ validTo }) => validTo)).toEqual(["2026-06-09"]);
    expect(plan.insert).toMatchObject([{ name: "B", validFrom: TODAY, validTo: null }]);
    expect(counts(plan)).toEqual([0, 1, 0, 0]);
  });

  test("a change that the file dates is dated so", () => {
    const plan = planList([held()], [row({ name: "B", validFrom: "2026-01-01" })], TODAY);
    expect(plan.close.map(({ validTo }) => validTo)).toEqual(["2025-12-31"]);
    expect(plan.insert).toMatchObject([{ validFrom: "2026-01-01" }]);
  });

  test("a second correction on one day rewrites the first", () => {
    const plan = planList([held({ validFrom: TODAY })], [row({ name: "B" })], TODAY);
    expect(plan).toMatchObject({ changed: 1, insert: [], close: [], amend: [{ name: "B", validFrom: TODAY }] });
  });

  test("a row that is gone is closed, one of today ends today, and one still to come is dropped", () => {
    const plan = planList(
      [held(), held({ code: "b", validFrom: TODAY }), held({ code: "c", validFrom: "2027-01-01" })],
      [],
      TODAY,
    );
    expect(plan.close.map(({ validTo }) => validTo)).toEqual(["2026-06-09", TODAY]);
    expect(plan.drop).toHaveLength(1);
    expect(counts(plan)).toEqual([0, 0, 3, 0]);
  });

  test("a row that comes back opens again from today", () => {
    const plan = planList([held({ validTo: "2025-12-31" })], [row()], TODAY);
    expect(plan.insert).toMatchObject([{ validFrom: TODAY, validTo: null }]);
  });

  test("a row that comes back on the day it was closed carries on", () => {
    const plan = planList([held({ validFrom: TODAY, validTo: TODAY })], [row()], TODAY);
    expect(plan).toMatchObject({ added: 1, insert: [], amend: [{ validFrom: TODAY, validTo: null }] });
  });

  test("a file may end one version and begin the next", () => {
    const wanted = [row({ validTo: "2025-12-31" }), row({ name: "B", validFrom: "2026-01-01" })];
    const plan = planList([held()], wanted, TODAY);
    expect(counts(plan)).toEqual([1, 0, 1, 0]);
    expect(plan.amend).toMatchObject([{ validTo: "2025-12-31" }]);
    expect(plan.insert).toMatchObject([{ name: "B", validFrom: "2026-01-01" }]);
  });

  test("a new order is only a new order", () => {
    const plan = planList([held()], [row({ order: 7 })], TODAY);
    expect(plan).toMatchObject({ unchanged: 1, insert: [], close: [], amend: [{ order: 7 }] });
  });
});

const version = fc.record({ code: fc.constantFrom("a", "b", "c"), name: fc.constantFrom("A", "B", "C") });
const release = fc.uniqueArray(version, { selector: ({ code }) => code }).map((rows) => rows.map((item) => row(item)));
const days = ["2026-06-10", "2026-06-10", "2026-06-11", "2026-07-01", "2026-07-01", "2027-01-01"];

property.prop([fc.array(release, { minLength: 1, maxLength: days.length })])(
  "whatever is released, the open rows say what the last file says, and loading it again changes nothing",
  (releases) => {
    let rows: HeldRow[] = [];
    releases.forEach((wanted, at) => {
      const today = days[at] ?? TODAY;
      rows = after(rows, planList(rows, wanted, today));
      const open = rows.filter(({ validTo }) => validTo === null).map(({ code, name }) => `${code}${name}`);
      expect(open.toSorted()).toEqual(wanted.map(({ code, name }) => `${code}${name}`).toSorted());
      const again = planList(rows, wanted, today);
      expect(counts(again)).toEqual([0, 0, 0, wanted.length]);
      expect([again.insert, again.amend, again.close, again.drop]).toEqual([[], [], [], []]);
    });
  },
);
