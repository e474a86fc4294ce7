import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ReferenceList } from "@/lib/core/prisma/enums";
import { isScheme } from "@/lib/reference/identifiers";
import { snapshot, UnreadableReference } from "@/lib/reference/snapshot";
import { reachesThreshold, thresholdOn } from "@/lib/reference/thresholds";
import { ReferenceRefused, readFiles, rowsOf } from "@/prisma/reference/files";

const files = readFiles();
const rows = rowsOf(files);
const facts = snapshot(rows, "2026-06-01");

describe("the files", () => {
  test("give each list once, and every source they name is in NOTICE", () => {
    expect(files.map(({ list }) => list).toSorted()).toEqual(Object.values(ReferenceList).toSorted());
    const entries = new Set(readFileSync("NOTICE", "utf8").match(/^[a-z][a-z-]+$/gm));
    for (const { list, notice } of files)
      for (const entry of notice) expect.soft(entries.has(entry), `${list}: ${entry}`).toBe(true);
  });

  test.each([
    ["categories", 14],
    ["cohorts", 3],
    ["complexities", 3],
    ["organisationTypes", 21],
    ["grounds", 24],
    ["noticeKinds", 17],
    ["cpv", 40],
    ["rules", 42],
  ] as const)("%s: %i", (list, count) => {
    expect(facts[list].all).toHaveLength(count);
  });

  test.each([
    ["a list is missing", files.slice(1), /No file gives/],
    ["a row is there twice", [...files, ...files.slice(0, 1)], /given twice/],
    [
      "a place is used at two levels",
      files.map((file) => (file.list === "pdu" ? withRow(file, "police-kent", "region-wales") : file)),
      /twice/,
    ],
    [
      "a parent is nowhere",
      files.map((file) => (file.list === "pdu" ? withRow(file, "pdu-x", "police-nowhere") : file)),
      /parent/,
    ],
  ])("are refused when %s", (_, wrong, message) => {
    expect(() => rowsOf(wrong)).toThrow(ReferenceRefused);
    expect(() => rowsOf(wrong)).toThrow(message);
  });

  test("a row that could not be read is a fault that names it", () => {
    const broken = rows.map((row) => (row.code === "women" && row.list === "category" ? { ...row, detail: {} } : row));
    expect(() => snapshot(broken, "2026-06-01")).toThrow(UnreadableReference);
    expect(() => snapshot(broken, "2026-06-01")).toThrow(/category women: kind/);
  });
});

function withRow(file: (typeof files)[number], code: string, parent: string) {
  return { ...file, rows: [...file.rows, { code, name: "X", parent, detail: {} }] };
}

describe("the lists", () => {
  test("every category has outcomes of at most eight words, and every outcome its category", () => {
    for (const { code } of facts.categories.all) expect(facts.outcomesOf(code).length, code).toBeGreaterThan(1);
    for (const { name, parentCode } of facts.outcomes.all) {
      expect(name.split(" ").length, name).toBeLessThanOrEqual(8);
      expect(facts.categories.find(parentCode ?? ""), name).toBeDefined();
    }
  });

  test("outcomes of the needs begin with the list of 3 April 2025", () => {
    expect(facts.outcomesOf("accommodation", "2025-04-02")).toEqual([]);
    expect(facts.outcomesOf("accommodation", "2025-04-03")).toHaveLength(3);
  });

  test("cohort categories name a cohort that exists", () => {
    const cohorts = facts.categories.all.flatMap(({ cohort }) => cohort ?? []);
    expect(cohorts).toEqual(facts.cohorts.all.map(({ code }) => code));
  });

  test("fifteen mandatory grounds of Schedule 6, nine discretionary ones of Schedule 7, each a question", () => {
    const count = (kind: string, schedule: number) =>
      facts.grounds.all.filter((ground) => ground.kind === kind && ground.schedule === schedule).length;
    expect([count("mandatory", 6), count("discretionary", 7)]).toEqual([15, 9]);
    for (const { question } of facts.grounds.all) expect(question).toMatch(/\?$/);
  });

  test("every identifier scheme of an organisation type can be checked", () => {
    for (const { schemes } of facts.organisationTypes.all)
      for (const scheme of schemes) expect.soft(isScheme(scheme), scheme).toBe(true);
  });

  test("only the usual code is probation, which may not be reserved", () => {
    expect(facts.cpv.all.filter(({ usual }) => usual).map(({ code }) => code)).toEqual(["75231240"]);
    expect(facts.cpv.find("75231240")).toMatchObject({ lightTouch: true, reservable: false });
    expect(facts.cpv.find("85312500")).toMatchObject({ lightTouch: true, reservable: true });
  });

  test("a code that is not in a list is its own name", () => {
    expect(facts.categories.name("no-such")).toBe("no-such");
    expect(facts.rules.find("no-such")).toBeUndefined();
  });

  test("a sentence that people read has at most twenty-five words", () => {
    const read = [
      ...facts.rules.all.flatMap(({ name, effect }) => [name, effect]),
      ...facts.grounds.all.map(({ question }) => question),
      ...facts.noticeKinds.all.map(({ when }) => when),
      ...facts.categories.all.map(({ description }) => description),
    ];
    for (const sentence of read.flatMap((text) => text.split(/(?<=[.?]) /)))
      expect.soft(sentence.split(" ").length, sentence).toBeLessThanOrEqual(25);
  });
});

describe("an item that changed", () => {
  const old = { ...newest("category", "women"), name: "Women, before", validFrom: "2020-01-01", validTo: "2023-12-31" };
  const coming = { ...newest("category", "women"), name: "Women, to come", validFrom: "2030-01-01" };

  test.each([
    ["2022-05-05", "Women, before"],
    ["2023-12-31", "Women, before"],
    ["2024-01-01", "Women"],
    ["2031-05-05", "Women, to come"],
  ])("on %s is called %s", (on, name) => {
    const then = snapshot([coming, ...rows.map(closed), old], on);
    expect(then.categories.name("women")).toBe(name);
    expect(then.categories.all.filter(({ code }) => code === "women").map((item) => item.name)).toEqual([name]);
  });

  function newest(list: string, code: string) {
    const found = rows.find((row) => row.list === list && row.code === code);
    if (!found) throw new Error(`${list} ${code}`);
    return found;
  }

  function closed(row: (typeof rows)[number]) {
    return row.list === "category" && row.code === "women" ? { ...row, validTo: "2029-12-31" } : row;
  }
});

describe("thresholds", () => {
  test.each([
    ["servicesSubCentral", "2025-12-31", 21_490_400n],
    ["servicesSubCentral", "2026-01-01", 20_772_000n],
    ["servicesCentralGovernment", "2026-06-01", 13_501_800n],
    ["lightTouch", "2026-06-01", 66_354_000n],
    ["publishPaymentOver", "2026-03-31", undefined],
    ["publishPaymentOver", "2026-04-01", 3_000_000n],
  ] as const)("%s on %s", (kind, day, pence) => {
    expect(thresholdOn(facts.thresholds, kind, day)?.pence).toBe(pence);
  });

  test("a duty above an amount begins a penny above it", () => {
    const day = "2026-06-01";
    expect(reachesThreshold(facts.thresholds, "publishContractOver", { pence: 500_000_000n, day })).toBe(false);
    expect(reachesThreshold(facts.thresholds, "publishContractOver", { pence: 500_000_001n, day })).toBe(true);
  });

  test("an estimate equal to the threshold reaches it", () => {
    const day = "2026-06-01";
    expect(reachesThreshold(facts.thresholds, "lightTouch", { pence: 66_354_000n, day })).toBe(true);
    expect(reachesThreshold(facts.thresholds, "lightTouch", { pence: 66_353_999n, day })).toBe(false);
    expect(reachesThreshold(facts.thresholds, "lightTouch", { pence: 1n, day: "2019-01-01" })).toBeUndefined();
  });
});
