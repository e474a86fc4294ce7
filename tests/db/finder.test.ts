import { beforeAll, describe, expect, test } from "vitest";
import { type Member, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { newId } from "@/lib/core/values/id";
import { reference } from "@/lib/reference/queries";
import { listReferrals, listSkips } from "@/lib/search/finder/queries";
import { withoutSpace, withSpace } from "@/lib/search/finder/schema";
import { search } from "@/lib/search/queries/search";
import { everything } from "@/lib/search/schema";
import { chance, type Known, smallRegister } from "../support/small-register";

let known: Known[];
let isIn: (outer: string) => (service: Known) => boolean;
const practitioner: Member = { kind: "authority", id: newId(), organisationId: newId(), roles: ["practitioner"] };

beforeAll(async () => {
  const lists = await reference();
  known = await smallRegister(lists, chance(11), 120);
  isIn = (place) => {
    const near = new Set(lists.places.around(place));
    return ({ placeCodes }) => placeCodes.some((code) => near.has(code));
  };
  await db.provider.updateMany({ data: { website: "https://example.org", contactEmail: "buyers@example.org" } });
}, 60_000);

const canBeFound = ({ state, member }: Known) => state === "published" && member === "active";

describe("services with space now", () => {
  test("are all that fit and have a place open, the shortest wait first, and carry no price", async () => {
    const answers = { ...everything, place: "region-kent-surrey-and-sussex", age: 30 };
    const { results, total } = await search(visitor, withSpace(answers), { take: 200, facets: [] });
    const wanted = known.filter(
      (service) =>
        canBeFound(service) &&
        isIn("region-kent-surrey-and-sussex")(service) &&
        service.openPlaces > 0 &&
        service.minAge <= 30 &&
        (service.maxAge ?? 99) >= 30,
    );
    expect(wanted.length).toBeGreaterThan(2);
    expect(results.map(({ id }) => id).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
    expect(total).toBe(wanted.length);
    const waits = results.map(({ waitDays }) => waitDays);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(results.every(({ prices }) => prices === null)).toBe(true);
  });

  test("where nobody has space, those who fit are there with their wait", async () => {
    const full = await search(visitor, withoutSpace(everything), { take: 200, facets: [] });
    expect(full.results.some(({ openPlaces }) => openPlaces === 0)).toBe(true);
    expect(full.total).toBe(known.filter(canBeFound).length);
  });
});

test("where no single answer helps, a whole question is offered, with how many that gives", async () => {
  const answers = { ...everything, age: 11, access: ["childcare"] };
  const [skip] = await listSkips(visitor, answers);
  expect(skip?.question).toBe("who");
  const { total } = await search(visitor, withSpace(everything), { take: 1, facets: [] });
  expect(skip?.count).toBe(total);
});

describe("how to refer", () => {
  test("the website is for everybody, the address for buyers for people of an authority", async () => {
    const { results } = await search(visitor, withSpace(everything), { facets: [] });
    const ids = results.map(({ id }) => id);
    const seen = await listReferrals(visitor, ids);
    expect([...seen.keys()].toSorted()).toEqual(ids.toSorted());
    expect([...seen.values()].every(({ email }) => email === null)).toBe(true);
    expect([...seen.values()].some(({ website }) => website === "https://example.org")).toBe(true);
    const more = await listReferrals(practitioner, ids);
    expect([...more.values()].some(({ email }) => email === "buyers@example.org")).toBe(true);
  });

  test("what cannot be found is not told of", async () => {
    const hidden = known.filter((service) => !canBeFound(service)).map(({ id }) => id);
    expect(hidden.length).toBeGreaterThan(0);
    expect((await listReferrals(practitioner, [...hidden, newId()])).size).toBe(0);
  });
});
