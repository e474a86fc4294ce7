import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/core/values/moment";
import { type PlaceRow, placesFrom } from "@/lib/reference/places";
import { changeSentence, type PricedLine, priceChanges } from "@/lib/register/service/rates/changes";
import {
  cardOn,
  dateFaults,
  madeRoom,
  type Span,
  standingOf,
  withoutWaiting,
} from "@/lib/register/service/rates/dates";
import { uplifted } from "@/lib/register/service/rates/uplift";
import { readUplifts } from "@/lib/register/service/rates/uplift-rows";
import { workingsAt } from "@/lib/register/service/rates/working";

const today = "2026-11-22";
const span = (id: string, from: string, to: string | null = null, saidTo: string | null = null): Span => ({
  id,
  from,
  to,
  saidTo,
});
const open = [span("a", "2026-01-01")];
const waiting = [span("a", "2026-01-01", "2027-03-31"), span("b", "2027-04-01")];

describe("the days of a new price list", () => {
  test.each([
    ["yesterday", open, "2026-11-21", null, "validFrom", "today or later"],
    ["an end before its start", open, "2026-12-01", "2026-11-30", "validTo", "1 December 2026 or later"],
    ["the first day of another", waiting, "2027-04-01", null, "validFrom", "Other prices start on 1 April 2027"],
    ["no end before another", waiting, "2026-12-01", null, "validTo", "must be 31 March 2027"],
    ["an end within another", waiting, "2026-12-01", "2027-04-02", "validTo", "would overlap"],
    ["an end too soon before another", waiting, "2026-12-01", "2027-03-30", "validTo", "no price on 31 March 2027"],
    [
      "a start after the last has ended",
      [span("a", "2026-01-01", "2026-12-31")],
      "2027-02-01",
      null,
      "validFrom",
      "no price on 1 January 2027",
    ],
    [
      "a later start when all have ended",
      [span("a", "2026-01-01", "2026-02-01")],
      "2026-11-23",
      null,
      "validFrom",
      "no price on 22 November 2026",
    ],
  ])("%s is refused at its field, with the day", (_what, standing, from, to, field, says) => {
    expect(dateFaults(standing, { from, to, today })).toMatchObject([
      { field, message: expect.stringContaining(says) },
    ]);
  });

  test.each([
    ["today, in place of one that goes on", open, today, null],
    ["later, after one that goes on", open, "2027-04-01", null],
    ["exactly up to another", waiting, "2026-12-01", "2027-03-31"],
    ["after another that waits", waiting, "2028-04-01", null],
    ["today, when the last has ended", [span("a", "2026-01-01", "2026-02-01")], today, null],
    ["the day after the last ends", [span("a", "2026-01-01", "2026-12-31")], "2027-01-01", "2027-06-30"],
    ["today, over one that began today", [span("a", today)], today, null],
  ])("%s is allowed", (_what, standing, from, to) => {
    expect(dateFaults(standing, { from, to, today })).toEqual([]);
  });

  test("only so many may wait", () => {
    const many = Array.from({ length: 6 }, (_, at) =>
      span(`${at}`, addDays(today, at + 1), at < 5 ? addDays(today, at + 1) : null),
    );
    expect(dateFaults(many, { from: "2027-12-01", to: null, today })).toMatchObject([{ field: "validFrom" }]);
  });

  test("the list before ends the day before, or gives way at once", () => {
    expect(madeRoom(open, "2027-04-01")).toEqual({ id: "a", to: "2027-03-31" });
    expect(madeRoom([span("a", today)], today)).toEqual({ id: "a", to: null });
    expect(madeRoom([], today)).toBeNull();
  });

  test("without a waiting list the one before goes on, as far as it was said to", () => {
    expect(withoutWaiting(waiting, "b")).toEqual({ before: { id: "a", to: null }, gap: null });
    const said = [span("a", "2026-01-01", "2027-03-31", "2027-05-31"), span("b", "2027-04-01")];
    expect(withoutWaiting(said, "b")).toEqual({ before: { id: "a", to: "2027-05-31" }, gap: null });
    const three = [...said.slice(0, 1), span("b", "2027-04-01", "2027-08-31"), span("c", "2027-09-01")];
    expect(withoutWaiting(three, "b")).toMatchObject({ gap: "2027-06-01" });
  });

  property.prop([
    fc.array(fc.record({ wait: fc.integer({ min: 0, max: 60 }), length: fc.option(fc.integer({ min: 0, max: 60 })) }), {
      maxLength: 12,
    }),
  ])("whatever is accepted, no day has two lists and no day between has none", (tries) => {
    let spans: Span[] = [];
    for (const [at, { wait, length }] of tries.entries()) {
      const from = addDays(today, wait);
      const to = length === null ? null : addDays(from, length);
      if (dateFaults(spans, { from, to, today }).length > 0) continue;
      const room = madeRoom(spans, from);
      spans = spans
        .filter(({ id }) => id !== room?.id || room.to !== null)
        .map((one) => (one.id === room?.id ? { ...one, to: room.to } : one));
      spans.push(span(`${at}`, from, to, to));
    }
    const inOrder = spans.toSorted((one, other) => (one.from < other.from ? -1 : 1));
    for (const [at, { to }] of inOrder.entries()) {
      const next = inOrder[at + 1];
      if (next) expect(to && addDays(to, 1)).toBe(next.from);
    }
  });
});

test("a list stands by its days", () => {
  const card = (from: string, to: string | null, more = {}) => ({
    validFrom: new Date(from),
    validTo: to ? new Date(to) : null,
    publishedAt: new Date(),
    withdrawnAt: null,
    ...more,
  });
  const [old, now, next] = [card("2026-01-01", "2026-11-21"), card(today, null), card("2026-11-23", null)];
  expect([old, now, next].map((one) => standingOf(one, today))).toEqual(["ended", "inForce", "waiting"]);
  expect(standingOf(card(today, null, { publishedAt: null }), today)).toBe("written");
  expect(standingOf(card(today, null, { withdrawnAt: new Date() }), today)).toBe("withdrawn");
  expect(cardOn([next, now, old], today)).toBe(now);
  expect(cardOn([next, now, old], "2026-11-21")).toBe(old);
  expect(cardOn([card(today, null, { withdrawnAt: new Date() })], today)).toBeNull();
});

const place = (code: string, kind: PlaceRow["kind"], parentCode: string | null): PlaceRow => ({
  ...{ code, kind, parentCode, name: code.toUpperCase(), current: true, gss: null, council: null, councils: [] },
});
const places = placesFrom([
  place("south", "region", null),
  place("kent", "policeArea", "south"),
  place("dover", "localAuthority", "kent"),
  place("north", "region", null),
]);

describe("what is added in a place", () => {
  const uplifts = [
    { placeCode: "south", upliftBp: 1000 },
    { placeCode: "dover", upliftBp: 333 },
  ];

  test("the most exact place counts, and its working is to the penny", () => {
    expect(workingsAt(uplifts, "dover", places)(8_500n)).toEqual({
      unitPence: 8_783n,
      working: "£85.00 and 3.33% more in DOVER (council area) is £87.83.",
    });
    expect(workingsAt(uplifts, "kent", places)(8_500n).unitPence).toBe(9_350n);
    expect(workingsAt(uplifts, "north", places)(8_500n)).toEqual({ unitPence: 8_500n, working: null });
  });

  test("half a penny goes up", () => {
    expect(uplifted(50n, { placeCode: "x", upliftBp: 100 })).toBe(51n);
    expect(uplifted(49n, { placeCode: "x", upliftBp: 100 })).toBe(49n);
    expect(uplifted(49n, null)).toBe(49n);
  });

  test.each([
    ["narnia", ["kent"], "do not know"],
    ["north", ["kent"], "does not run in"],
    ["kent", [], "Say first where"],
  ])("%s is refused at its row", (typed, reached, says) => {
    expect(readUplifts([{ place: typed, percent: 500 }], reached, places)).toMatchObject({
      field: "uplifts.0.place",
      message: expect.stringContaining(says),
    });
  });

  test("a place inside the service's own, or around it, may be named once", () => {
    const once = { place: "dover", percent: 500 };
    expect(readUplifts([once], ["kent"], places)).toEqual({ uplifts: [{ placeCode: "dover", upliftBp: 500 }] });
    expect(readUplifts([once, once], ["kent"], places)).toMatchObject({ field: "uplifts.1.place" });
  });
});

const priced = (more: Partial<PricedLine> = {}): PricedLine => ({
  ...{ what: "One-to-one", unit: "session", complexity: "any", pence: 4_550n, vatBp: 0, volumeFrom: 1, volumeTo: null },
  ...more,
});

test("what changed is told for each thing", () => {
  const before = [priced(), priced({ what: "Group", pence: 9_000n }), priced({ what: "Old" })];
  const after = [
    priced({ pence: 5_000n }),
    priced({ what: "group ", pence: 9_000n, vatBp: 2000 }),
    priced({ what: "New" }),
  ];
  expect(priceChanges(before, after).map(({ kind }) => kind)).toEqual(["up", "vat", "new", "gone"]);
  expect(priceChanges(before, after).map(changeSentence)[0]).toBe("Up: One-to-one (a session), from £45.50 to £50.00");
});
