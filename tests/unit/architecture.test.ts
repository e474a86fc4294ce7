import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, expect, test } from "vitest";

type Rule = { name: string };
const rules: { forbidden: Rule[]; options: object } = createRequire(import.meta.url)("../architecture.cjs");

/** A little house in which every rule is broken once: the file that breaks it, and what it imports. */
const planted: Record<string, [file: string, imports: string]> = {
  "register-never-looks-downstream": ["lib/register/x/rules.ts", "@/lib/calloff/words"],
  "search-never-looks-downstream": ["lib/search/rules.ts", "@/lib/calloff/words"],
  "calloff-never-looks-downstream": ["lib/calloff/rules.ts", "@/lib/agreements/words"],
  "agreements-never-looks-downstream": ["lib/agreements/rules.ts", "@/lib/delivery/words"],
  "delivery-never-looks-downstream": ["lib/delivery/rules.ts", "@/lib/outcomes/words"],
  "outcomes-never-looks-downstream": ["lib/outcomes/rules.ts", "@/lib/market/words"],
  "market-never-looks-downstream": ["lib/market/rules.ts", "@/lib/openness/words"],
  "no-circles": ["lib/search/round.ts", "@/lib/search/about"],
  "core-is-the-ground": ["lib/core/up.ts", "@/lib/reference/words"],
  "reference-stands-on-core": ["lib/reference/up.ts", "@/lib/identity/words"],
  "identity-stands-beside-the-river": ["lib/identity/up.ts", "@/lib/register/words"],
  "lib-never-sees-the-screen": ["lib/search/screen.ts", "@/components/ui/thing"],
  "lib-does-not-know-next": ["lib/search/next.ts", "next/link"],
  "pure-files-stay-pure": ["lib/search/policy.ts", "@/lib/search/queries"],
  "components-read-types-not-data": ["components/search/thing.ts", "@/lib/search/queries"],
  "ui-has-no-domain-word": ["components/ui/wise.ts", "@/lib/search/words"],
  "database-only-in-lib": ["app/page.ts", "@/lib/core/db"],
  "writes-only-in-commands": ["lib/search/sly.ts", "@/lib/core/db"],
};

const house = mkdtempSync(join(tmpdir(), "throughcare-house-"));
let caught: Set<string>;

const put = (file: string, text: string) => {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
};

beforeAll(async () => {
  put(
    "tsconfig.json",
    JSON.stringify({ compilerOptions: { paths: { "@/*": ["./*"] }, moduleResolution: "bundler", module: "esnext" } }),
  );
  put("package.json", JSON.stringify({ dependencies: { next: "1.0.0" } }));
  put(
    "node_modules/next/package.json",
    JSON.stringify({ name: "next", version: "1.0.0", exports: { "./link": "./link.js" } }),
  );
  put("node_modules/next/link.js", "export const Link = 1;\n");
  for (const file of ["lib/core/db.ts", "components/ui/thing.ts", "lib/search/queries.ts", "lib/search/about.ts"])
    put(file, "export const word = 1;\n");
  for (const room of [
    "register",
    "search",
    "calloff",
    "agreements",
    "delivery",
    "outcomes",
    "market",
    "openness",
    "identity",
    "reference",
  ])
    put(`lib/${room}/words.ts`, "export const word = 1;\n");
  put("lib/search/about.ts", 'import { word } from "@/lib/search/round";\nexport const about = word;\n');
  for (const [file, imports] of Object.values(planted))
    put(file, `import * as seen from "${imports}";\nexport const word = seen;\n`);
  const before = process.cwd();
  process.chdir(house);
  try {
    const { output } = await cruise(
      ["app", "components", "lib"],
      { ...rules.options, validate: true, ruleSet: { forbidden: rules.forbidden as never } },
      undefined,
      { tsConfig: extractTSConfig(join(house, "tsconfig.json")) },
    );
    if (typeof output === "string") throw new Error("The cruise gave text instead of what it found.");
    caught = new Set(output.summary.violations.map(({ rule }) => rule.name));
  } finally {
    process.chdir(before);
  }
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

test("every rule has a planted fault", () => {
  expect(Object.keys(planted).toSorted()).toEqual(rules.forbidden.map(({ name }) => name).toSorted());
});

test.each(Object.keys(planted))("%s catches its planted fault", (name) => {
  expect([...caught]).toContain(name);
});
