import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Complexity, RateUnit } from "@/lib/core/prisma/enums";
import { newId } from "@/lib/core/values/id";
import { vat } from "@/lib/core/values/money";
import { snapshot } from "@/lib/reference/snapshot";
import type { ServiceFacts } from "@/lib/register/service/facts";
import { uplifted } from "@/lib/register/service/rates/uplift";
import { fromQuery } from "@/lib/search/address";
import {
  aboveLowest,
  fits,
  nothingAsked,
  type PriceAsk,
  type PricedLine,
  unitAnswer,
} from "@/lib/search/compare/prices";
import { compareLabels, compareRows } from "@/lib/search/compare/rows";
import { compareHref, readComparison } from "@/lib/search/compare/schema";
import { askWords, workingWords } from "@/lib/search/compare/words";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const lists = snapshot(rowsOf(readFiles()), "2026-06-01");
const { places } = lists;

const line = (unit: "hour" | "session", pence: bigint, number = 1): PricedLine & { id: string } => ({
  id: newId(),
  number,
  what: "A worker",
  unit,
  complexity: "any",
  pence,
  vatBp: 0,
  volumeFrom: 1,
  volumeTo: null,
});
const service = (name: string, lines: ReturnType<typeof line>[], open: number): ServiceFacts => ({
  id: newId(),
  reference: `TS-2026-00000${open}`,
  state: "published",
  organisation: { id: newId(), reference: "TO-2026-000001", name, type: "CIO", provider: null },
  part: { id: newId(), number: 1, title: "Accommodation", categoryCode: "accommodation", category: "Accommodation" },
  version: {
    id: newId(),
    number: 1,
    title: "Rooms",
    summary: "A room",
    description: "A room and a worker",
    sex: "anyone",
    minAge: 18,
    maxAge: null,
    exclusions: "",
    settings: ["community"],
    method: "residential",
    languages: ["en"],
    access: [],
    deliveredBy: "provider",
    approvedAt: null,
    needs: [],
    outcomes: [],
    cohorts: [],
    places: [{ code: "police-kent", name: "Kent" }],
  },
  capacity: { places: 5, open, waitDays: 0, asOf: null },
  confirmedAt: null,
  rateCard: {
    id: newId(),
    version: 1,
    validFrom: new Date("2026-01-01"),
    validTo: null,
    publishedAt: new Date("2026-01-01"),
    uplifts: [],
    lines,
  },
  nextPricesOn: null,
});
const services = [
  service("Harbour", [line("hour", 4000n), line("hour", 3500n, 2)], 1),
  service("Medway", [line("session", 9000n), line("hour", 3600n, 2)], 2),
];
const rowsFor = (ask?: PriceAsk, of = services) => compareRows(of, places, ask);
const row = (label: string, ask?: PriceAsk, of?: ServiceFacts[]) => rowsFor(ask, of).find((one) => one.label === label);

describe("a comparison", () => {
  test("a price stands only beside prices for the same unit, lowest first", () => {
    expect(row("Price an hour, before VAT")?.cells).toEqual([
      ["£35.00 an hour: A worker", "£40.00 an hour: A worker"],
      ["£36.00 an hour: A worker"],
    ]);
    expect(row("Price a session, before VAT")?.cells).toEqual([
      ["Not comparable: charged by hour"],
      ["£90.00 a session: A worker"],
    ]);
    expect(rowsFor().some(({ label }) => label.includes("night"))).toBe(false);
  });

  test("the lowest is worked out, and set against the lowest of them all", () => {
    expect(row("Lowest an hour, worked out")?.cells).toEqual([
      ["£35.00 an hour: A worker", "No VAT on it", "The lowest here"],
      ["£36.00 an hour: A worker", "No VAT on it", "£1.00 (2.86%) above the lowest here"],
    ]);
    expect(row("Lowest a session, worked out")?.cells).toEqual([
      ["Not comparable: charged by hour"],
      ["£90.00 a session: A worker", "No VAT on it"],
    ]);
    expect(row("Highest an hour, worked out")?.cells).toEqual([
      ["£40.00 an hour: A worker", "No VAT on it"],
      ["The same as the lowest"],
    ]);
    expect(row("Highest a session, worked out")).toBeUndefined();
  });

  test("what is added in the place, the VAT and the sum for the number asked are shown step by step", () => {
    const dear = service("Dear", [{ ...line("hour", 3875n), vatBp: 2000 }], 1);
    if (dear.rateCard)
      dear.rateCard.uplifts = [{ placeCode: "region-kent-surrey-and-sussex", upliftBp: 800, place: "" }];
    const asked = { volume: 10, level: null, place: "police-kent" } as const;
    expect(row("Lowest an hour, worked out", asked, [dear])?.cells).toEqual([
      [
        "£41.85 an hour: A worker",
        "£38.75 and 8% more in Kent, Surrey and Sussex (probation region) is £41.85",
        "£41.85 and 20% VAT is £50.22",
        "10 hours: £418.50 before VAT, £502.20 with it",
      ],
    ]);
    expect(askWords(asked, places.label)).toBe("Prices are worked out for 10 of each unit, in Kent (police area).");
    expect(askWords(nothingAsked, places.label)).toBeNull();
  });

  test("a number or a level that no price holds for is said, and no other price put in its place", () => {
    const many = service("Many", [{ ...line("hour", 3000n), volumeFrom: 21, complexity: "high" }], 1);
    for (const ask of [
      { ...nothingAsked, volume: 20 },
      { ...nothingAsked, level: "low" as const },
    ])
      expect(row("Lowest an hour, worked out", ask, [many])?.cells).toEqual([["No price for that number and level"]]);
    expect(row("Lowest an hour, worked out", { volume: 21, level: "high", place: null }, [many])?.cells[0]?.[0]).toBe(
      "£30.00 an hour: A worker",
    );
    const none = { ...service("None", [], 1), rateCard: null };
    expect(row("Lowest an hour, worked out", nothingAsked, [none, many])?.cells[0]).toEqual(["No prices today"]);
  });

  test("what is alike is told from what differs", () => {
    expect(row("Open now")).toEqual({ label: "Open now", cells: [["1 of 5 places"], ["2 of 5 places"]], same: false });
    expect(row("Who for")?.same).toBe(true);
    expect(rowsFor(nothingAsked, services.slice(0, 1)).every(({ same }) => same)).toBe(true);
  });

  test("services are called by their titles, and by more where titles are alike", () => {
    const other = service("Harbour", [], 3);
    other.version.title = "A drop-in";
    expect(compareLabels([...services.slice(0, 1), other])).toEqual(["Rooms", "A drop-in"]);
    expect(compareLabels([...services, service("Harbour", [], 3)])).toEqual([
      "Rooms, Harbour (TS-2026-000001)",
      "Rooms, Medway",
      "Rooms, Harbour (TS-2026-000003)",
    ]);
  });
});

describe("prices of any kind", () => {
  const lines = fc.array(
    fc.record({
      unit: fc.constantFrom(...Object.values(RateUnit)),
      what: fc.constant("Work"),
      complexity: fc.constantFrom(...Object.values(Complexity)),
      pence: fc.bigInt({ min: 1n, max: 1_000_000n }),
      vatBp: fc.constantFrom(0, 500, 2000),
      volumeFrom: fc.integer({ min: 1, max: 30 }),
      wide: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
    }),
    { maxLength: 12 },
  );
  const lists = lines.map((all) =>
    all.map(
      ({ wide, ...line }, at): PricedLine => ({
        ...line,
        number: at + 1,
        volumeTo: wide === null ? null : line.volumeFrom + wide,
      }),
    ),
  );
  const asks: fc.Arbitrary<PriceAsk> = fc.record({
    volume: fc.option(fc.integer({ min: 1, max: 70 }), { nil: null }),
    level: fc.option(fc.constantFrom("low" as const, "medium" as const, "high" as const), { nil: null }),
    place: fc.option(fc.constantFrom("police-kent", "region-kent-surrey-and-sussex", "region-wales"), { nil: null }),
  });
  const uplifts = fc.constantFrom(
    [],
    [{ placeCode: "region-kent-surrey-and-sussex", upliftBp: 800 }],
    [
      { placeCode: "police-kent", upliftBp: 1333 },
      { placeCode: "region-kent-surrey-and-sussex", upliftBp: 1 },
    ],
  );

  test("the lowest and the highest are of that unit, fit what was asked, and bound every other price that does", () => {
    fc.assert(
      fc.property(lists, uplifts, asks, fc.constantFrom(...Object.values(RateUnit)), (lines, added, ask, unit) => {
        const answer = unitAnswer({ lines, uplifts: added }, unit, ask, places);
        const fitting = lines.filter((line) => line.unit === unit && fits(line, ask));
        expect(answer.kind === "priced").toBe(fitting.length > 0);
        if (answer.kind === "otherUnit") expect(answer.units).not.toContain(unit);
        if (answer.kind !== "priced") return;
        for (const { line, uplift, unitPence, unitWithVat, total } of [answer.lowest, answer.highest]) {
          expect(fitting).toContain(line);
          expect(unitPence).toBe(uplifted(line.pence, uplift));
          expect(unitWithVat).toBe(unitPence + vat(unitPence, line.vatBp));
          expect(total?.volume ?? null).toBe(ask.volume);
          if (total) expect(total.withVat - total.pence).toBe(vat(unitPence * BigInt(total.volume), line.vatBp));
        }
        for (const { pence } of fitting) {
          const worked = uplifted(pence, answer.lowest.uplift);
          expect(worked >= answer.lowest.unitPence && worked <= answer.highest.unitPence).toBe(true);
        }
      }),
    );
  });

  test("prices of other units, and the order of the lines, change nothing", () => {
    fc.assert(
      fc.property(lists, asks, fc.constantFrom(...Object.values(RateUnit)), (lines, ask, unit) => {
        const answer = (all: PricedLine[]) => unitAnswer({ lines: all, uplifts: [] }, unit, ask, places);
        const own = lines.filter((line) => line.unit === unit);
        if (own.length > 0) expect(answer(lines)).toEqual(answer(own));
        expect(answer(lines.toReversed()).kind).toBe(answer(lines).kind);
        const [one, other] = [answer(lines), answer(lines.toReversed())];
        if (one.kind === "priced" && other.kind === "priced") expect(other.lowest).toEqual(one.lowest);
      }),
    );
  });

  test("of those that can be compared one is the lowest, and none lies below it", () => {
    fc.assert(
      fc.property(fc.array(lists, { minLength: 1, maxLength: 4 }), asks, (all, ask) => {
        const answers = all.map((lines) => unitAnswer({ lines, uplifts: [] }, "hour", ask, places));
        const above = aboveLowest(answers);
        expect(above.map((more) => more === null)).toEqual(answers.map(({ kind }) => kind !== "priced"));
        const known = above.flatMap((more) => more ?? []);
        expect(known.every((more) => more >= 0n)).toBe(true);
        if (known.length > 0) expect(known).toContain(0n);
      }),
    );
  });

  test("every working begins with the price that it ends at, and names the unit asked", () => {
    fc.assert(
      fc.property(lists, asks, (lines, ask) => {
        const answer = unitAnswer({ lines, uplifts: [] }, "session", ask, places);
        if (answer.kind === "priced")
          for (const worked of [answer.lowest, answer.highest])
            expect(workingWords(worked, places.label)[0]).toMatch(/^£[\d,.]+ a session: Work$/);
      }),
    );
  });
});

describe("the address of a comparison", () => {
  const read = (query: string) => readComparison(fromQuery(query), lists);

  test("is read, and written back as it was", () => {
    const from = String(new URLSearchParams({ from: "place=police-kent&open=yes" }));
    const href = `s=TS-2026-000001&s=TS-2026-000002&differences=yes&volume=20&level=high&place=region-wales&${from}`;
    const { references, remarks, ...asked } = read(href);
    expect(remarks).toEqual([]);
    expect(asked).toMatchObject({
      onlyDifferences: true,
      prices: { volume: 20, level: "high", place: "region-wales" },
      from: { criteria: { place: "police-kent", open: true } },
    });
    expect(compareHref("/compare", references, asked)).toBe(`/compare?${href}`);
    expect(compareHref("/compare", ["a"])).toBe("/compare?s=a");
  });

  test("the place of the question holds for the prices, until another or none is asked", () => {
    const from = "from=place%3Dpolice-kent";
    expect(read(from).prices.place).toBe("police-kent");
    expect(read(`${from}&place=`).prices.place).toBeNull();
    expect(compareHref("/compare", [], read(`${from}&place=`))).toBe(`/compare?place=&${from}`);
    expect(compareHref("/compare", [], read(from))).toBe(`/compare?${from}`);
  });

  test.each(["volume=none&level=huge&place=Atlantis", "volume=0", "volume=1e9", "from=%00&s=%00&differences=1"])(
    "nothing that is typed is a fault: %s",
    (query) => {
      expect(read(query)).toMatchObject({ onlyDifferences: false, prices: nothingAsked });
    },
  );
});
