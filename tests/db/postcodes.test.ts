import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { loadPostcodes, PostcodesRefused } from "@/lib/reference/postcode/load";
import { findAreas, hasPostcodes } from "@/lib/reference/postcode/queries";
import { reference } from "@/lib/reference/queries";
import { readPlaces } from "@/lib/register/service/places/queries";
import { readPostcodeIn } from "@/lib/search/queries/postcode";

const folder = mkdtempSync(join(tmpdir(), "throughcare-postcodes-"));
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
const file = (name: string, lines: string[]) => {
  writeFileSync(join(folder, name), ["pcds,oslaua,doterm,ctry", ...lines].join("\r\n"));
  return join(folder, name);
};
const maidstone = "E07000110";
const england = "E92000001";

beforeAll(async () => {
  await client.connect();
  await db.postcode.deleteMany();
});
afterAll(async () => {
  await db.postcode.deleteMany();
  await client.end();
  rmSync(folder, { recursive: true, force: true });
});

test("without any loaded, it says so, and names still work", async () => {
  const { places } = await reference();
  expect(await hasPostcodes(visitor)).toBe(false);
  expect(await readPostcodeIn(visitor, { place: "ME14 1XX" }, places)).toEqual({
    asked: { place: "ME14 1XX" },
    remarks: [],
  });
  const read = await readPlaces(visitor, { ticked: [], list: "ME14 1XX\nLeeds" });
  expect(read.faults).toEqual([expect.stringContaining("No postcodes have been loaded")]);
  expect(read.folded).toEqual([expect.stringContaining("Leeds")]);
});

test("a file is loaded once or twice alike; what it leaves out is counted, and faults have their line", async () => {
  const faults: [number, string][] = [];
  const path = file("first.csv", [
    `ME14 1XX,${maidstone},,${england}`,
    `ME14 1XX,${maidstone},,${england}`,
    `ME14 2AA,E07000106,,${england}`,
    `ME15 6AA,${maidstone},200001,${england}`,
    `EH1 1AA,S12000036,,S92000003`,
    `LS1 1AA,E99999999,,${england}`,
    `nonsense,${maidstone},,${england}`,
  ]);
  const told: number[] = [];
  const load = () =>
    loadPostcodes(client, path, {
      fault: (line, message) => faults.push([line, message]),
      tell: ({ done, of }) => told.push(done / of),
    });
  for (const _ of [1, 2])
    expect(await load()).toMatchObject({
      ...{ lines: 8, loaded: 3, ended: 1, elsewhere: 1, faults: 1 },
      unknown: new Map([["E99999999", 1]]),
    });
  expect(faults[0]).toEqual([8, expect.stringContaining("nonsense")]);
  expect(told.at(-1)).toBe(1);
  expect(await db.postcode.count()).toBe(2);
  expect(await db.postcodeLoad.findFirstOrThrow({ orderBy: { startedAt: "desc" } })).toMatchObject({
    ...{ source: "first.csv", loaded: 3, refused: 2, finishedAt: expect.any(Date) },
  });
});

test("a postcode finds its council, a first half the councils it touches, and both say which", async () => {
  const found = await findAreas(visitor, [
    { text: "ME141XX", isWhole: true },
    { text: "ME14", isWhole: false },
    { text: "ME1", isWhole: false },
  ]);
  expect([...found.keys()]).toEqual(["ME141XX", "ME14"]);
  expect(found.get("ME14")).toHaveLength(2);
  const { places } = await reference();
  const { asked, remarks } = await readPostcodeIn(visitor, { place: "me14 1xx", open: "yes" }, places);
  expect(asked).toEqual({ place: "la-e07000110", open: "yes" });
  expect(remarks[0]?.text).toContain("ME14 1XX is in Maidstone");
  expect((await readPostcodeIn(visitor, { place: "ZZ9 9ZZ" }, places)).remarks[0]?.text).toContain("do not know");
  const read = await readPlaces(visitor, { ticked: ["police-kent"], list: "ME14 1XX" });
  expect(read).toMatchObject({ faults: [], read: [expect.stringContaining("Maidstone")] });
  expect(read.folded).toEqual([places.label("police-kent")]);
});

test("one that a newer file says has ended is taken away, and another kind of file is refused", async () => {
  await loadPostcodes(client, file("newer.csv", [`ME14 1XX,${maidstone},202601,${england}`]));
  expect(await findAreas(visitor, [{ text: "ME141XX", isWhole: true }])).toEqual(new Map());
  writeFileSync(join(folder, "other.csv"), "name,address\nA,B");
  await expect(loadPostcodes(client, join(folder, "other.csv"))).rejects.toThrow(PostcodesRefused);
  writeFileSync(join(folder, "empty.csv"), "");
  await expect(loadPostcodes(client, join(folder, "empty.csv"))).rejects.toThrow("empty");
});
