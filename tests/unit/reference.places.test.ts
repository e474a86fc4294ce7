import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { placeKinds } from "@/lib/reference/details";
import { placesFrom } from "@/lib/reference/places";
import { snapshot } from "@/lib/reference/snapshot";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const rows = rowsOf(readFiles());
const { places } = snapshot(rows, "2026-06-01");
const names = (found: { name: string }[]) => found.map(({ name }) => name);
const anyPlace = fc.constantFrom(...places.all);

describe("the tree", () => {
  test.each([
    ["region", 12],
    ["policeArea", 43],
    ["localAuthority", 318],
    ["pdu", 108],
  ])("holds every %s: %i", (kind, count) => {
    expect(places.all.filter((place) => place.kind === kind)).toHaveLength(count);
  });

  test("every place reaches a region, and no code is used twice", () => {
    expect(new Set(places.all.map(({ code }) => code)).size).toBe(481);
    for (const { code } of places.all) expect(places.pathOf(code)[0]?.kind, code).toBe("region");
  });

  property.prop([anyPlace])("a place is inside each of its ancestors, and among their descendants", ({ code }) => {
    for (const above of places.ancestors(code)) {
      expect(places.contains(above.code, code)).toBe(true);
      expect(places.contains(code, above.code)).toBe(false);
      expect(places.descendants(above.code).some((place) => place.code === code)).toBe(true);
    }
  });

  property.prop([anyPlace, anyPlace])("reaching is mutual", (one, other) => {
    expect(places.around(one.code).includes(other.code)).toBe(places.around(other.code).includes(one.code));
  });

  test("says a place as people say it", () => {
    expect(places.label("police-kent")).toBe("Kent (police area)");
    expect(places.label("pdu-east-kent")).toBe("East Kent (probation delivery unit)");
    expect(names(places.pathOf("pdu-east-kent"))).toEqual(["Kent, Surrey and Sussex", "Kent", "East Kent"]);
  });

  test("what is not a place is nowhere, and is no fault", () => {
    expect(places.find("la-x")).toBeUndefined();
    expect(places.label("la-x")).toBe("la-x");
    expect(places.around("la-x")).toEqual([]);
    expect(places.ancestors("")).toEqual([]);
    expect(places.contains("la-x", "la-x")).toBe(false);
  });
});

describe("who is around", () => {
  test("a council is reached from its area, its region and the unit known to serve it", () => {
    expect(places.around("la-e08000035").toSorted()).toEqual([
      "la-e08000035",
      "pdu-leeds",
      "police-west-yorkshire",
      "region-yorkshire-and-the-humber",
    ]);
  });

  test("where the units of an area are not known, none is guessed", () => {
    expect(places.around("la-e07000105")).toEqual(["la-e07000105", "police-kent", "region-kent-surrey-and-sussex"]);
  });

  test("a unit may serve a council of the police area next to it", () => {
    expect(places.around("pdu-hackney-and-city")).toContain("la-e09000001");
  });

  test("a police area reaches down to all of its own and up to its region, but not across", () => {
    const around = places.around("police-surrey");
    expect(around).toHaveLength(1 + 1 + 11 + 1);
    expect(around).not.toContain("police-kent");
  });
});

describe("typing", () => {
  test.each([
    ["leeds", ["Leeds", "Leeds"]],
    ["LEEDS ", ["Leeds", "Leeds"]],
    ["kings lynn", ["King's Lynn and West Norfolk"]],
    ["saint helens", ["St. Helens", "Knowsley and St Helens"]],
    ["e07000223", ["Adur"]],
    ["hammersmith & f", ["Hammersmith and Fulham"]],
    ["zzz", []],
    ["   ", []],
  ])("%j finds %j", (typed, expected) => {
    const found = names(places.match(typed));
    expect(found.slice(0, Math.max(expected.length, 1))).toEqual(expected);
  });

  test("the whole name is first, then its beginning, then a word inside it", () => {
    expect(names(places.match("kent"))).toEqual(["Kent", "Kent, Surrey and Sussex", "East Kent", "West Kent"]);
    expect(places.match("london")[0]?.code).toBe("region-london");
  });

  test("looks only among the kinds asked for, and gives no more than asked", () => {
    expect(places.match("kent", { kinds: ["policeArea"] })).toHaveLength(1);
    expect(places.match("a", { limit: 3 })).toHaveLength(3);
  });

  property.prop([fc.string()])("nothing that can be typed is a fault", (typed) => {
    expect(places.match(typed).length).toBeLessThanOrEqual(10);
  });
});

describe("choosing", () => {
  test("options come by region, each place once", () => {
    const groups = places.options();
    expect(groups).toHaveLength(12);
    expect(new Set(groups.flatMap(({ options }) => options.map(({ value }) => value))).size).toBe(481);
    expect(groups[0]?.options[0]).toEqual({
      value: "region-east-midlands",
      label: "East Midlands (probation region)",
    });
  });

  test("a retired place is no longer offered, and still has its name", () => {
    const old = { code: "la-old", kind: "localAuthority" as const, name: "Old", parentCode: "region-r" };
    const rest = { gss: null, council: null, councils: [] };
    const tree = placesFrom([
      { ...rest, code: "region-r", kind: "region", name: "R", parentCode: null, current: true },
      { ...rest, ...old, current: false },
    ]);
    expect(tree.label("la-old")).toBe("Old (council area)");
    expect(tree.match("old")).toEqual([]);
    expect(tree.options(placeKinds)[0]?.options).toHaveLength(1);
  });
});
