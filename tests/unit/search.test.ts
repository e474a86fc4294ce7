import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "@/lib/core/values/id";
import { snapshot } from "@/lib/reference/snapshot";
import { fromQuery, hrefOf, linesOf, toQuery, without } from "@/lib/search/address";
import { readCursor, writeCursor } from "@/lib/search/cursor";
import { orderOf } from "@/lib/search/order";
import { readPlace } from "@/lib/search/place";
import { maySeePrices, mayShortlist } from "@/lib/search/policy";
import { type Answering, wantedWords, why } from "@/lib/search/rules";
import { type Criteria, everything, readCriteria } from "@/lib/search/schema";
import { lineWords } from "@/lib/search/words";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const lists = snapshot(rowsOf(readFiles()), "2026-06-01");
const ask = (criteria: Partial<Criteria>): Criteria => ({ ...everything, ...criteria });
const read = (query: string) => readCriteria(fromQuery(query), lists);

describe("reading a question", () => {
  test("everything that can be asked", () => {
    const query =
      "words=warm+room&exact=yes&place=police-kent&category=accommodation&need=accommodation&cohort=women&sex=women&age=19&setting=community&setting=custody&method=group&language=cy&access=stepFree&unit=hour&from=20&to=45.50&open=yes&wait=14&size=micro&size=small&type=cio&vcse=yes&led=yes&consortium=no&evidence=yes&sort=price";
    const { criteria, remarks } = read(query);
    expect(remarks).toEqual([]);
    expect(criteria).toEqual({
      words: "warm room",
      place: "police-kent",
      category: ["accommodation"],
      need: ["accommodation"],
      outcome: [],
      cohort: ["women"],
      sex: "women",
      age: 19,
      setting: ["community", "custody"],
      method: ["group"],
      language: ["cy"],
      access: ["stepFree"],
      exact: true,
      unit: "hour",
      from: 2000n,
      to: 4550n,
      open: true,
      wait: 14,
      size: ["micro", "small"],
      type: ["cio"],
      vcse: "yes",
      led: true,
      consortium: "no",
      evidence: true,
      sort: "price",
    });
    expect(readCriteria(fromQuery(String(toQuery(criteria))), lists)).toEqual({ criteria, remarks: [] });
  });

  test.each([
    ["size=huge", "size", "Size of organisation: one of the choices in the address is not known, and was left out."],
    ["age=old", "age", "Age was left out. The age must be a whole number in digits, like 12 or 1200."],
    ["age=7", "age", "Age was left out. The age must be 10 or more."],
    ["unit=fortnight", "unit", "Charged by was left out. Choose an option."],
    ["unit=hour&from=lots", "from", /Price from was left out/],
    ["from=10", "unit", /Choose what is charged for/],
    ["unit=hour&from=50&to=20", "from", /turned them round/],
    ["sort=price", "sort", /Choose what is charged for/],
    ["sort=dearest", "sort", /Order was left out/],
    ["place=Atlantis", "place", /do not know “Atlantis”/],
    ["place=ME4+4AA", "place", /postcodes/],
    [`words=${"x".repeat(500)}`, "words", "We searched for the first 200 characters of your words."],
  ])("%s is left out, and said", (query, about, text) => {
    const { remarks } = read(query);
    expect(remarks.map((remark) => remark.about)).toEqual([about]);
    expect(remarks[0]?.text).toMatch(text);
  });

  test("a band the wrong way round is turned", () => {
    expect(read("unit=hour&from=50&to=20").criteria).toMatchObject({ from: 2000n, to: 5000n });
  });

  test("what does not show is no question", () => {
    expect(read("words=+%E2%80%8B&place=+&age=&size=&open=&utm_source=x")).toEqual({
      criteria: everything,
      remarks: [],
    });
    expect(readCriteria({ words: ["", "two", "three"] }, lists).criteria.words).toBe("two");
    expect(read("words=a%00b%0Ac").criteria.words).toBe("a b c");
  });

  test("nothing in an address is a fault, and what was read is read again as itself", { timeout: 30_000 }, () => {
    const names = Object.keys(everything);
    const address = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.array(fc.string(), { maxLength: 4 }),
        fc.constantFrom("yes", "hour", "18", "police-kent", "12.50", "women"),
      ),
    );
    fc.assert(
      fc.property(address, (asked) => {
        const { criteria } = readCriteria(asked, lists);
        expect(readCriteria(fromQuery(String(toQuery(criteria))), lists)).toEqual({ criteria, remarks: [] });
      }),
      { numRuns: 100 },
    );
  });
});

describe("places as people type them", () => {
  test.each([
    ["police-kent", "police-kent"],
    ["Kent (police area)", "police-kent"],
    ["kent, surrey and sussex", "region-kent-surrey-and-sussex"],
    ["Leeds", "la-e08000035"],
    ["LONDON", "region-london"],
  ])("%s", (typed, code) => {
    expect(readPlace(typed, lists.places)).toMatchObject({ code, problem: null });
  });

  test("a beginning that fits several is asked back", () => {
    const { code, could, problem } = readPlace("new", lists.places);
    expect({ code, problem }).toEqual({ code: null, problem: "unclear" });
    expect(could.length).toBeGreaterThan(1);
  });

  test("every place is found by the way we write it", () => {
    for (const place of lists.places.all) expect.soft(readPlace(place.code, lists.places).code).toBe(place.code);
  });
});

describe("the question in words, and as an address", () => {
  const criteria = ask({
    words: "home",
    place: "police-kent",
    size: ["micro", "small"],
    unit: "hour",
    from: 2000n,
    sort: "price",
  });

  test("one line for each thing asked", () => {
    expect(linesOf(criteria, lists).map(({ label }) => label)).toEqual([
      "“home”",
      "Place: Kent (police area)",
      "Charged by: hour",
      "Price from: £20.00 an hour",
      "Size of organisation: Micro",
      "Size of organisation: Small",
    ]);
    expect(linesOf(everything, lists)).toEqual([]);
  });

  test("without one of them", () => {
    expect(without(criteria, { name: "size", value: "micro" }).size).toEqual(["small"]);
    expect(without(criteria, { name: "unit", value: "hour" })).toMatchObject({ unit: null, from: null, sort: null });
    expect(without(criteria, { name: "words", value: "home" }).words).toBe("");
    expect(hrefOf("/find", everything)).toBe("/find");
    expect(hrefOf("/find", ask({ open: true }), { after: "x" })).toBe("/find?open=yes&after=x");
  });
});

describe("why a service is here", () => {
  const row: Answering = {
    categoryCode: "accommodation",
    needCodes: ["accommodation"],
    outcomeCodes: [],
    cohortCodes: ["women"],
    placeCodes: ["region-kent-surrey-and-sussex"],
    sex: "women",
    minAge: 18,
    maxAge: 25,
    settings: ["community", "custody"],
    method: "group",
    languages: ["any"],
    openPlaces: 3,
    waitDays: 14,
    size: "micro",
    typeCode: "cio",
    vcse: true,
    led: true,
    consortium: true,
    access: ["stepFree"],
    prices: [{ unit: "hour", pence: 3875n }],
    found: [
      { word: "room", where: "title" },
      { word: "warm", where: "description" },
    ],
  };

  test("each thing asked is answered, in order", () => {
    const { criteria } = read(
      "words=warm+room&place=police-kent&category=accommodation&cohort=women&sex=women&age=19&setting=custody&method=group&language=cy&unit=hour&from=30&to=45&open=yes&wait=30&size=micro&type=cio&vcse=yes&led=yes",
    );
    expect(why(row, criteria, lists)).toEqual([
      "Matches “room” in the title",
      "Matches “warm” in the description",
      "Covers the whole of Kent, Surrey and Sussex",
      "Category: Accommodation",
      "Made for: Women",
      "For women only",
      "Takes people aged 18 to 25",
      "Setting: In prison",
      "Method: In a group",
      "Given in any language, with an interpreter",
      "3 places open now",
      "Waiting time: 2 weeks",
      "£38.75 an hour, between £30.00 and £45.00",
      "Micro organisation",
      "Kind of organisation: Charitable incorporated organisation (CIO)",
      "Voluntary, community or social enterprise",
      "Led by people with lived experience",
    ]);
    expect(why(row, everything, lists)).toEqual(why({ ...row, prices: null }, everything, lists));
  });

  test.each([
    [["police-kent"], "Works in Kent (police area)"],
    [["region-kent-surrey-and-sussex"], "Covers the whole of Kent, Surrey and Sussex"],
    [["pdu-east-kent"], "Works in East Kent, part of Kent"],
    [["police-kent", "region-kent-surrey-and-sussex"], "Works in Kent (police area)"],
  ])("a place: %j", (placeCodes, said) => {
    const known = placeCodes.map((code) =>
      lists.places.find(code) ? code : (lists.places.match("East Kent")[0]?.code ?? code),
    );
    expect(why({ ...row, placeCodes: known, found: [] }, ask({ place: "police-kent" }), lists)).toEqual([said]);
  });

  test("every place around is said in some way that names it", () => {
    for (const asked of lists.places.all)
      for (const code of lists.places.around(asked.code)) {
        const [said] = why({ ...row, placeCodes: [code], found: [] }, ask({ place: asked.code }), lists);
        expect.soft(said, `${asked.code} ${code}`).toContain(lists.places.find(code)?.name);
      }
  });
});

test.each([
  ["warm room", ["warm", "room"]],
  ['"warm room" -cold or kitchen', ["warm", "room", "kitchen"]],
  ['-"not this" but that that', ["but", "that"]],
  ["& | ! () -", []],
])("the words wanted of %j", (typed, wanted) => {
  expect(wantedWords(typed)).toEqual(wanted);
});

test.each([
  [{}, "daily"],
  [{ words: "x" }, "relevance"],
  [{ unit: "hour" as const }, "price"],
  [{ words: "x", unit: "hour" as const, sort: "wait" as const }, "wait"],
])("the order that %j suggests", (criteria, order) => {
  expect(orderOf(ask(criteria))).toBe(order);
});

test("a cursor is read back as it was written, and nothing else is", () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 100 }),
      fc.constantFrom("after" as const, "before" as const),
      (text, towards) => {
        const cursor = {
          towards,
          order: "title" as const,
          key: text.replace(/[\p{Cc}\p{Cs}]/gu, ""),
          id: newId(),
          day: "2026-06-01",
          turn: 7,
        };
        expect(readCursor(writeCursor(cursor), "title", "2026-06-01")).toEqual(cursor);
        expect(readCursor(writeCursor(cursor), "title", "2026-06-02")).toEqual(cursor);
        expect(readCursor(writeCursor(cursor), "title", "2026-06-03")).toBeNull();
      },
    ),
  );
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(readCursor(typed, "wait", "2026-06-01")).toBeNull();
    }),
  );
  expect(
    readCursor(
      `after.price.2026-06-01.7.${newId()}.${Buffer.from("9".repeat(30)).toString("base64url")}`,
      "price",
      "2026-06-01",
    ),
  ).toBeNull();
  expect(readCursor(["a", "b"], "title", "2026-06-01")).toBeNull();
});

test("prices are for buyers, and shortlists for their commissioners", () => {
  const member = (
    kind: "authority" | "provider" | "steward" | "investor",
    ...roles: ("commissioner" | "auditor" | "editor")[]
  ) => ({ kind, id: newId(), organisationId: newId(), roles });
  expect(maySeePrices(member("authority"))).toBe(true);
  expect(mayShortlist(member("authority", "commissioner"))).toBe(true);
  expect(mayShortlist(member("authority", "auditor"))).toBe(false);
  for (const kind of ["provider", "steward", "investor"] as const) {
    expect(maySeePrices(member(kind, "auditor"))).toBe(false);
    expect(mayShortlist(member(kind, "commissioner"))).toBe(false);
  }
});

test("a price says the level and the volume that it holds for, where it does not hold for all", () => {
  const price = { pence: 3875n, unit: "hour" as const, what: "A worker", volumeFrom: 1, volumeTo: null };
  expect(lineWords({ ...price, complexity: "any" })).toBe("£38.75 an hour: A worker");
  expect(lineWords({ ...price, complexity: "high", volumeFrom: 21 })).toBe(
    "£38.75 an hour: A worker, high complexity, for 21 or more",
  );
});
