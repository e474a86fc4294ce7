import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { system, visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { finishLoad, openLoad, storeBatch } from "@/lib/register/listing/commands";
import { errorsBeside, loadFile } from "@/lib/register/listing/load";
import { NotAnExtract } from "@/lib/register/listing/reading";
import { done, newMember } from "@/tests/support/charity";

const folder = mkdtempSync(join(tmpdir(), "throughcare-listing-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const write = (text: string) => {
  files += 1;
  const path = join(folder, `extract-${files}.csv`);
  writeFileSync(path, text);
  return path;
};

const HEADER = "registered_charity_number,charity_name,charity_registration_status,charity_activities,latest_income";
const row = (at: number, name = `Charity ${at}`) => `${9_970_000 + at},${name},Registered,"Does\n""good"", é",${at}`;
const extract = (salt: string, rows = 12) =>
  `${HEADER}\r\n${Array.from({ length: rows }, (_, at) => (at % 5 === 3 ? `oops ${salt}` : row(at, `${salt} ${at}`))).join("\r\n")}\r\n`;

const held = () =>
  db.listedOrganisation.findMany({
    where: { value: { startsWith: "997" } },
    orderBy: { value: "asc" },
    select: { value: true, name: true, activities: true, incomePence: true },
  });

/** Bytes that break off, as they do when somebody ends the process. */
const breaksAt = (cut: number) =>
  async function* (path: string, position: number) {
    for await (const chunk of createReadStream(path, { start: position, highWaterMark: 7 })) {
      if (position > cut) throw new Error("cut off");
      position += chunk.length;
      yield chunk;
    }
  };

test("a file is loaded, its bad lines are written beside it, and a second time changes nothing", async () => {
  const path = write(extract("First"));
  const told: number[] = [];
  expect(await loadFile(path, { batch: 5, tell: ({ done }) => told.push(done) })).toMatchObject({
    loaded: 10,
    refused: 2,
    isDone: false,
    errors: errorsBeside(path),
  });
  expect(told).toHaveLength(3);
  expect(readFileSync(errorsBeside(path), "utf8").split("\n")).toEqual([
    "line,what is wrong",
    '8,"There are 1 fields, and the first line names 5"',
    '17,"There are 1 fields, and the first line names 5"',
    "",
  ]);
  const rows = await held();
  expect(rows[0]).toEqual({ value: "9970000", name: "First 0", activities: 'Does "good", é', incomePence: 0n });

  const before = await db.organisationLoad.count();
  expect(await loadFile(path)).toMatchObject({ isDone: true, loaded: 10, refused: 2 });
  expect(await db.organisationLoad.count()).toBe(before);
  expect(await held()).toEqual(rows);
});

test("a load that is cut off at any byte goes on from there, and ends as one that was not", async () => {
  const wholly = extract("Whole", 9);
  const size = Buffer.byteLength(wholly);
  await loadFile(write(wholly), { batch: 2 });
  const rows = await held();
  const errors = readFileSync(errorsBeside(join(folder, `extract-${files}.csv`)), "utf8");
  for (let cut = 0; cut < size; cut += 37) {
    // Empty lines at the end make other bytes and the same rows.
    const path = write(wholly + "\n".repeat(cut + 1));
    await expect(loadFile(path, { batch: 2, read: breaksAt(cut) })).rejects.toThrow("cut off");
    const again = await loadFile(path, { batch: 2 });
    expect(again).toMatchObject({ loaded: 7, refused: 2 });
    if (cut > size / 2) expect(again.from).toBeGreaterThan(size / 4);
    expect(readFileSync(errorsBeside(path), "utf8")).toBe(errors);
  }
  expect(await held()).toEqual(rows);
});

test("a later extract brings what is new, and leaves what is as it was", async () => {
  await loadFile(write(`${HEADER}\n${row(50)}\n${row(51)}\n`));
  const [before] = await db.organisationLoad.findMany({ orderBy: { startedAt: "desc" }, take: 1 });
  await loadFile(write(`${HEADER}\n${row(50)}\n${row(51, "Another name")}\n${row(51, "A third")}\n`));
  const rows = await db.listedOrganisation.findMany({
    where: { value: { in: ["9970050", "9970051"] } },
    orderBy: { value: "asc" },
  });
  expect(rows.map(({ name }) => name)).toEqual(["Charity 50", "A third"]);
  expect(rows.map(({ loadId }) => loadId === before?.id)).toEqual([true, false]);
});

test("what is no extract is refused before anything is written", async () => {
  const before = await db.organisationLoad.count();
  await expect(loadFile(write("name,age\nA,2\n"))).rejects.toThrow(NotAnExtract);
  await expect(loadFile(write(""))).rejects.toThrow(NotAnExtract);
  expect(await db.organisationLoad.count()).toBe(before);
  expect(existsSync(errorsBeside(join(folder, `extract-${files}.csv`)))).toBe(false);
});

test("two who load the same file at once do not both store its rows", async () => {
  const sha256 = "a".repeat(64);
  const { id: loadId } = await done(openLoad(system, { source: "x.csv", sha256, isFiction: "" }));
  expect(await done(openLoad(system, { source: "x.csv", sha256, isFiction: "" }))).toMatchObject({ id: loadId });
  const stretch = { loadId, from: 0n, to: 10n, lines: 2, refused: 1, rows: [] };
  const both = await Promise.all([storeBatch(system, stretch), storeBatch(system, stretch)]);
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  await done(finishLoad(system, { loadId }));
  expect(await storeBatch(system, { ...stretch, from: 10n, to: 11n })).toMatchObject({ refusal: { kind: "conflict" } });
  expect(await finishLoad(system, { loadId })).toMatchObject({ refusal: { kind: "missing" } });
});

test("nobody loads from a page, and live mode takes no made-up extract", async () => {
  const input = { source: "x.csv", sha256: "b".repeat(64), isFiction: "" };
  for (const actor of [visitor, await newMember("steward", ["admin"]), await newMember("provider", ["signatory"])])
    expect(await openLoad(actor, input)).toMatchObject({ refusal: { kind: "forbidden" } });
  vi.stubEnv("MODE", "live");
  expect(await openLoad(system, { ...input, isFiction: "yes" })).toMatchObject({
    refusal: { kind: "conflict", message: expect.stringContaining("made up") },
  });
  vi.unstubAllEnvs();
});
