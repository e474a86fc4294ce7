import { expect, test } from "vitest";
import { plannedOnce } from "@/lib/core/planned";

const marked = (text: string) => ({ sql: `\n  /* planned once */ ${text}` });

test("a marked statement has one name, and each text its own", () => {
  const nameOf = plannedOnce("postgres://server/one");
  expect(nameOf(marked("select 1"))).toBe(nameOf(marked("select 1")));
  expect(nameOf(marked("select 1"))).not.toBe(nameOf(marked("select 2")));
  expect(nameOf(marked("select 1"))).toMatch(/^\w{1,63}$/);
});

test("what is not marked, or not at its beginning, has none", () => {
  const nameOf = plannedOnce();
  expect(nameOf({ sql: "select 1" })).toBe("");
  expect(nameOf({ sql: "select '/* planned once */'" })).toBe("");
});

test("there is an end to names, and those that were given stay", () => {
  const nameOf = plannedOnce();
  const first = nameOf(marked("select 0"));
  const names = Array.from({ length: 200 }, (_, at) => nameOf(marked(`select ${at}`)));
  expect(new Set(names.filter(Boolean)).size).toBe(100);
  expect(names.at(-1)).toBe("");
  expect(nameOf(marked("select 0"))).toBe(first);
});

test.each(["?pgbouncer=true", "?sslmode=require&pgbouncer=true"])(
  "a pooler that keeps none is given none: %s",
  (search) => {
    expect(plannedOnce(`postgres://pooler/one${search}`)(marked("select 1"))).toBe("");
  },
);
