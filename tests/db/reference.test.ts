import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ReferenceRow } from "@/lib/reference/details";
import { forgetReference, reference, referenceAt } from "@/lib/reference/queries";
import { loadReference } from "@/prisma/load-reference";
import { readFiles, rowsOf } from "@/prisma/reference/files";

const wanted = rowsOf(readFiles());
const owner = () => new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const client = owner();

beforeAll(() => client.connect());
afterAll(() => client.end());
beforeEach(async () => {
  await client.query(`delete from "ReferenceItem"`);
  await loadReference(client);
  forgetReference();
});

const sum = (loaded: Awaited<ReturnType<typeof loadReference>>) =>
  loaded.reduce(
    ({ added, changed, closed, unchanged }, list) => ({
      added: added + list.added,
      changed: changed + list.changed,
      closed: closed + list.closed,
      unchanged: unchanged + list.unchanged,
    }),
    { added: 0, changed: 0, closed: 0, unchanged: 0 },
  );

const edit = (code: string, change: (row: ReferenceRow) => ReferenceRow[]) =>
  wanted.flatMap((row) => (row.code === code ? change(row) : [row]));

const versions = async (code: string) =>
  (
    await client.query<{ name: string; validFrom: string; validTo: string | null }>(
      `select "name", "validFrom"::text, "validTo"::text from "ReferenceItem" where "code" = $1 order by "validFrom"`,
      [code],
    )
  ).rows;

const offset = async (days: number) =>
  (
    await client.query<{ day: string }>("select ((now() at time zone 'Europe/London')::date + $1::int)::text as day", [
      days,
    ])
  ).rows[0]?.day;

describe("loading", () => {
  test("the files are the table, and loading them again changes nothing", async () => {
    const before = await client.query(`select * from "ReferenceItem" order by "id"`);
    expect(before.rowCount).toBe(wanted.length);
    expect(sum(await loadReference(client))).toEqual({ added: 0, changed: 0, closed: 0, unchanged: wanted.length });
    expect((await client.query(`select * from "ReferenceItem" order by "id"`)).rows).toEqual(before.rows);
  });

  test("a changed row is closed and a new one opens; a removed one is closed", async () => {
    const renamed = edit("pdu-east-kent", (row) => [{ ...row, name: "Kent East" }]);
    expect(sum(await loadReference(client, renamed))).toMatchObject({ added: 0, changed: 1, closed: 0 });
    expect(await versions("pdu-east-kent")).toEqual([
      { name: "East Kent", validFrom: "2024-01-01", validTo: await offset(-1) },
      { name: "Kent East", validFrom: await offset(0), validTo: null },
    ]);
    const gone = wanted.filter(({ code }) => code !== "pdu-west-kent" && code !== "pdu-east-kent");
    expect(sum(await loadReference(client, gone))).toMatchObject({ added: 0, changed: 0, closed: 2 });
    expect(await versions("pdu-west-kent")).toMatchObject([{ name: "West Kent", validTo: await offset(-1) }]);
  });

  test("an order is rewritten where it stands", async () => {
    const upsideDown = wanted.map((row) => ({ ...row, order: 1000 - row.order }));
    expect(sum(await loadReference(client, upsideDown))).toMatchObject({ changed: 0, unchanged: wanted.length });
    expect((await reference()).rules.all[0]?.code).toBe("sv.act2012");
  });

  test("two operators load at once: one changes, the other finds nothing to do", async () => {
    const other = owner();
    await other.connect();
    const renamed = edit("police-kent", (row) => [{ ...row, name: "The Garden" }]);
    const both = await Promise.all([loadReference(client, renamed), loadReference(other, renamed)]);
    await other.end();
    expect(both.map((loaded) => sum(loaded).changed).toSorted()).toEqual([0, 1]);
  });

  test("a load that fails leaves everything as it was", async () => {
    const broken = wanted.map((row) => ({
      ...row,
      name: `${row.name}!`,
      order: row.list === "rule" ? 0.5 : row.order,
    }));
    await expect(loadReference(client, broken)).rejects.toThrow();
    expect(await versions("police-kent")).toHaveLength(1);
  });

  test("the application may read the facts and not write them", async () => {
    const app = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await app.connect();
    const write = app.query(`update "ReferenceItem" set "name" = 'X'`);
    await expect(write).rejects.toThrow(/permission denied/);
    await app.end();
  });
});

describe("reading", () => {
  test("the snapshot has every list, and is read once for many questions", async () => {
    const [one, other] = await Promise.all([reference(), reference()]);
    expect(one).toBe(other);
    expect(one.places.all).toHaveLength(481);
    expect(one.thresholds.find(({ kind }) => kind === "lightTouch")?.pence).toBe(66_354_000n);
    expect(one.holidays.has("2026-12-28")).toBe(true);
  });

  test("what was loaded is seen once the snapshot is forgotten", async () => {
    await reference();
    await loadReference(
      client,
      edit("women", (row) => [{ ...row, name: "Women and girls" }]),
    );
    expect((await reference()).categories.name("women")).toBe("Women");
    forgetReference();
    expect((await reference()).categories.name("women")).toBe("Women and girls");
    expect((await referenceAt("2025-01-01")).categories.name("women")).toBe("Women");
  });

  test("a retired place is no longer offered, and its name still reads", async () => {
    await loadReference(
      client,
      wanted.filter(({ code }) => code !== "pdu-east-kent"),
    );
    const { places } = await reference();
    expect(places.match("east kent")).toEqual([]);
    expect(places.label("pdu-east-kent")).toBe("East Kent (probation delivery unit)");
  });
});
