import { beforeAll, expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { coverage } from "@/lib/market/queries";
import { cellOf, gapsOf, vcseShare } from "@/lib/market/rules";
import { reference } from "@/lib/reference/queries";
import type { Reference } from "@/lib/reference/snapshot";
import { chance, type Known, smallRegister } from "../support/small-register";

let lists: Reference;
let known: Known[];
const onShow = () => known.filter(({ state, member }) => state === "published" && member === "active");

test("an empty register is a table of nothing, and not a fault", async () => {
  const empty = await coverage(visitor);
  expect(empty.columns).toHaveLength(12);
  expect(empty.cells).toEqual([]);
  expect(empty.totals).toMatchObject({ organisations: 0, services: 0, openPlaces: 0, awards: 0, valuePence: 0n });
  expect(gapsOf(empty)).toEqual({ empty: 168, all: 168 });
  expect(vcseShare(empty.totals)).toBeNull();
});

test.each([[null], ["region-kent-surrey-and-sussex"], ["no-such-region"]])(
  "each square counts what reaches it (%s)",
  async (region) => {
    await filled();
    const table = await coverage(visitor, region);
    for (const category of table.categories)
      for (const column of table.columns) {
        const reaching = onShow().filter(
          (service) =>
            service.categoryCode === category.code &&
            service.placeCodes.some(
              (code) => lists.places.contains(code, column.code) || lists.places.contains(column.code, code),
            ),
        );
        expect(cellOf(table, category.code, column.code)).toMatchObject({
          services: reaching.length,
          organisations: new Set(reaching.map(({ organisation }) => organisation.id)).size,
        });
      }
    expect(table.columns).toHaveLength(region === "region-kent-surrey-and-sussex" ? 3 : 12);
    expect(table.totals.services).toBe(onShow().length);
    expect(table.totals.openPlaces).toBe(onShow().reduce((sum, { openPlaces }) => sum + openPlaces, 0));
    expect(table.totals.categories).toBe(new Set(onShow().map(({ categoryCode }) => categoryCode)).size);
  },
);

beforeAll(async () => {
  lists = await reference();
}, 60_000);

async function filled() {
  known ??= await smallRegister(lists, chance(11), 150);
}
