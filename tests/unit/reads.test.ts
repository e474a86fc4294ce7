import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { filesIn } from "@/tests/support/files";

const queries = filesIn("lib", /\/queries(\.ts$|\/[^/]+\.ts$)/);

test("there are reads to look at", () => {
  expect(queries.length).toBeGreaterThanOrEqual(5);
});

describe.each(queries)("%s", (file) => {
  const source = readFileSync(file, "utf8");

  test("says of every read on whose behalf it reads", () => {
    for (const [, read, first] of source.matchAll(/export (?:async )?function (\w+)(?:<[^(]*>)?\(\s*(\w*)/g)) {
      expect.soft(["actor", "_actor"], read).toContain(first);
    }
  });

  test("names its columns, and takes no whole row with its relations", () => {
    expect(source).not.toMatch(/\binclude:/);
  });
});

test("nobody but the machinery assigns a state", () => {
  const offenders = filesIn("lib", /\/commands(\.ts$|\/[^/]+\.ts$)/).filter((file) => {
    const source = readFileSync(file, "utf8").replace(/\bmove: \([^)]*\) =>[\s\S]*?\}\),?\n/g, "");
    return /data: \{[^}]*\bstate(: |,| \})/.test(source.replace(/create(Many)?\(\{[\s\S]*?\n?\s*\}\)/g, ""));
  });
  expect(offenders).toEqual([]);
});
