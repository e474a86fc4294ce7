import pg from "pg";
import { expect, test } from "vitest";
import { visitor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { establishRegister } from "@/lib/register/market/commands";
import { currentRegister, listConditions, listParts } from "@/lib/register/market/queries";
import standard from "@/prisma/register/standard.json";
import { somebody } from "@/tests/support/register";

const year = new Date().getUTCFullYear();
const term = { opensOn: `${year}-01-01`, closesOn: `${year + 8}-12-31` };

test("before a register stands there is nothing to read, and only an admin can establish one", async () => {
  expect(await currentRegister(visitor)).toBeNull();
  expect(await listParts(visitor)).toEqual([]);
  for (const other of [
    await somebody("steward", ["assessor"]),
    await somebody("authority", ["admin"]),
    await somebody("provider", ["signatory"]),
  ])
    expect(await establishRegister(other, term)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await db.register.count()).toBe(0);
});

test("a condition that the law does not allow stops it, named at its field", async () => {
  const admin = await somebody("steward", ["admin"]);
  const conditions = standard.conditions.map((said, at) =>
    at === 7 ? { ...said, text: "Attach your insurance certificate." } : said,
  );
  expect(await establishRegister(admin, { ...term, conditions })).toMatchObject({
    refusal: { kind: "invalid", fields: { "conditions.7.text": [expect.stringContaining("insurance")] } },
  });
});

test("two admins at once: one register, its parts and its conditions; then no second in the same years", async () => {
  const [one, other] = [await somebody("steward", ["admin"]), await somebody("steward", ["admin"])];
  const results = await Promise.all([
    establishRegister(one, term),
    establishRegister(other, { ...term, opensOn: `${year}-02-01` }),
  ]);
  expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await currentRegister(visitor)).toMatchObject({ frozenAt: expect.any(Date) });
  expect(await listParts(visitor)).toHaveLength(14);
  expect(await listConditions(visitor)).toMatchObject(standard.conditions);
  expect(await establishRegister(one, { opensOn: `${year + 1}-01-01`, closesOn: `${year + 9}-12-31` })).toMatchObject({
    refusal: { kind: "invalid", fields: { opensOn: [expect.any(String)] } },
  });
});

test("the database keeps frozen conditions as they are", async () => {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await owner.connect();
  await expect(owner.query(`update "Condition" set "text" = 'Something else'`)).rejects.toThrow("frozen");
  await expect(owner.query(`delete from "Condition"`)).rejects.toThrow("frozen");
  await owner.end();
});
