import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import * as enums from "@/lib/core/prisma/enums";
import { awardFilter } from "@/lib/openness/schema";
import { readListed } from "@/lib/register/service/schema";
import { filesIn } from "@/tests/support/files";
import { hostile, hostileTexts, isStorable } from "@/tests/support/hostile";

type Path = readonly (string | number)[];
type Input = { title: string; type: z.ZodType };

/** What nobody sends: a room reads it back from its own table, or hands itself rows that it has read before. */
const kept = [
  "lib/search/shortlist/schema.ts#KeptCriteria",
  "lib/register/listing/schema.ts#StoreInput",
  "lib/register/profile/snapshot/schema.ts#Content",
  "lib/register/service/cost/schema.ts#KeptCosts",
  "lib/search/saved/schema.ts#FoundInput",
];
/** The longest text that any field of the house keeps. */
const MOST = 20_000;

const inputs: Input[] = [];
for (const file of filesIn("lib", /\/schema\.ts$/)) {
  const found: Record<string, unknown> = await import(join(process.cwd(), file));
  for (const [name, type] of Object.entries(found))
    if (type instanceof z.ZodType && !kept.includes(`${file}#${name}`)) inputs.push({ title: `${file}#${name}`, type });
}

test("the corpus is large, named, and each of it once", () => {
  expect(hostile.length).toBeGreaterThanOrEqual(150);
  expect(new Set(hostile.map(({ group, name }) => `${group}: ${name}`)).size).toBe(hostile.length);
  expect(new Set(hostileTexts.map(({ value }) => value)).size).toBe(hostileTexts.length);
});

test("there are inputs to look at", () => expect(inputs.length).toBeGreaterThan(60));

describe.each(inputs.map((input): [string, Input] => [input.title, input]))("%s", (_title, { type }) => {
  const base = plausible(type);
  const fields = new Map([...leaves(base), ...asked(type, base)].map((path) => [path.join("."), path]));

  test("is whole with what a sensible person sends", () => {
    expect(type.safeParse(base).error?.issues ?? []).toEqual([]);
  });

  test("keeps only what can be stored, whatever stands in whichever field", () => {
    const wrong: string[] = [];
    for (const [at, { group, name, value }] of hostile.entries()) {
      // Each by itself; every fifth of them also as one of a list, and inside an object.
      const more = at % 5 === 0 && group !== "sizes" ? [[value], { 0: value, [name]: value }] : [];
      for (const raw of [value, ...more])
        for (const path of [[], ...fields.values()]) {
          const fault = faultOf(type, put(base, path, raw));
          if (fault) wrong.push(`${path.join(".")} <- ${group}: ${name}: ${fault}`);
        }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test("takes hostile names of fields for nothing", () => {
    const more = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"polluted":1},"toString":"x","0":"x"}');
    const sent = Array.isArray(base) || typeof base !== "object" ? base : Object.assign(more, base);
    expect(faultOf(type, sent)).toBeNull();
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

test("the filters that read an address take anything for an answer", () => {
  for (const { value } of hostileTexts)
    for (const read of [awardFilter, readListed])
      for (const name of ["words", "buyer", "place", "from", "from.day", "to.year", "page", "state", "instrument"])
        for (const raw of [value, [value, value], undefined])
          expect(strings(read({ [name]: raw })).every(isStorable)).toBe(true);
});

/** What is wrong with what a type makes of this; null when it is refused, or taken and fit to be kept. */
function faultOf(type: z.ZodType, raw: unknown): string | null {
  let parsed: ReturnType<z.ZodType["safeParse"]>;
  try {
    parsed = type.safeParse(raw);
  } catch (error) {
    return `throws ${error}`;
  }
  if (!parsed.success) return parsed.error.issues.every(({ message }) => isStorable(message)) ? null : "an odd message";
  const kept = strings(parsed.data);
  if (!kept.every(isStorable)) return "keeps what cannot be stored";
  if (kept.some((text) => [...text].length > MOST)) return "keeps too much";
  const sent = toJson(parsed.data);
  return JSON.stringify(JSON.parse(sent)) === sent ? null : "does not come back from JSON";
}

/** Whatever zod finds missing, filled with the first thing that it takes: a base in which one field at a time can go wrong. */
function plausible(type: z.ZodType): unknown {
  let base: unknown = {};
  const tried = new Map<string, number>();
  for (let round = 0; round < 4000; round++) {
    const issue = issueOf(type, base);
    if (!issue) return base;
    const path = issue.path.filter((part) => typeof part !== "symbol");
    const at = tried.get(path.join(".")) ?? 0;
    const offered = [...wantedBy(issue), ...candidates];
    if (at >= offered.length) return base;
    tried.set(path.join("."), at + 1);
    base = put(base, path, offered[at]);
  }
  return base;
}

/** What an issue itself says would do. */
function wantedBy(issue: z.core.$ZodIssue): unknown[] {
  if (issue.code === "invalid_value") return [...issue.values];
  if (issue.code === "invalid_union") return issue.errors.flat().flatMap(wantedBy);
  return issue.code === "invalid_type" && issue.expected === "number" ? [1] : [];
}

/** The deepest first, so that a row is filled before a rule about rows is asked. */
const issueOf = (type: z.ZodType, base: unknown) =>
  type.safeParse(base).error?.issues.toSorted((one, other) => other.path.length - one.path.length)[0];

const someId = "01a20166-cef9-75cc-8594-fe949d781354";
const candidates: unknown[] = [
  ...[
    someId,
    "2",
    "20",
    "2020",
    "yes",
    "on",
    "Some words of twenty letters or more",
    "somebody@example.org",
    "2027-06-03",
    "2029-06-02",
  ],
  ...[
    "none",
    "percent",
    "pounds",
    "no",
    "20.50",
    "police-kent",
    "x.pdf",
    "2026-27",
    "123456",
    "17:00",
    "same",
    "profile",
    "de".repeat(32),
    1n,
    2n,
  ],
  ...Object.values(enums).flatMap((list) => Object.values(list)),
  ...[
    "excludable",
    "open",
    "en",
    "0",
    {},
    [],
    [{}],
    "up",
    "ab/".padEnd(65, "c"),
    ["conditionsMet"],
    ["conditionUnmet"],
    [{ what: "An hour", unit: "hour", price: "20" }],
    [someId],
    ["x"],
    [someId, someId],
    Array.from({ length: 14 }, () => ({})),
  ],
];

/** A copy in which one thing is another. */
function put(base: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(base)) return base.map((entry, at) => (at === Number(first) ? put(entry, rest, value) : entry));
  const whole = typeof base === "object" && base !== null ? base : {};
  return { ...whole, [first]: put(Reflect.get(whole, first), rest, value) };
}

const leaves = (base: unknown, path: Path = []): Path[] =>
  typeof base === "object" && base !== null
    ? [
        ...(path.length > 0 ? [path] : []),
        ...Object.entries(base).flatMap(([key, value]) => leaves(value, [...path, key])),
      ]
    : [path];

/** The names that a type asks for at its top, seen by whoever watches it read. */
function asked(type: z.ZodType, base: unknown): Path[] {
  const names = new Set<string>();
  const note = (name: string | symbol) => typeof name === "string" && names.add(name);
  const watched = new Proxy(typeof base === "object" && base !== null ? base : {}, {
    get(from, name) {
      note(name);
      return Reflect.get(from, name);
    },
    has(from, name) {
      note(name);
      return Reflect.has(from, name);
    },
  });
  type.safeParse(watched);
  return [...names].map((name) => [name]);
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...strings(inner)]);
}

const toJson = (value: unknown) =>
  JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? String(inner) : inner)) ?? "null";
