import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { canonical, fingerprint, sha256 } from "@/lib/core/values/canonical";

const value = fc.jsonValue({ maxDepth: 4 });

test("keys are sorted, and each kind has one spelling", () => {
  const at = new Date("2026-07-01T00:30:00+01:00");
  expect(canonical({ b: 1n, a: [at, null, true, 1.5, -0, "£\n"], c: undefined, Z: {}, é: 2 })).toBe(
    '{"Z":{},"a":["2026-06-30T23:30:00.000Z",null,true,1.5,0,"£\\n"],"b":"1","é":2}',
  );
  expect(canonical(Object.assign(Object.create(null), { x: 1 }))).toBe('{"x":1}');
  expect(canonical("\uD800")).toBe('"\\ud800"');
});

test("what JSON would bend is a fault", () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  const bad = [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    () => 1,
    Symbol("x"),
    new Map(),
    new Set(),
    new Uint8Array(2),
    new Date(Number.NaN),
    [undefined],
    new Array(2),
    cycle,
    new (class A {})(),
  ];
  for (const one of bad) expect(() => canonical(one)).toThrow();
  for (const one of bad.filter((item) => item !== undefined)) expect(() => canonical({ one })).toThrow();
});

test.prop([value])("reading it as JSON and writing it again gives the same text", (raw) => {
  const written = canonical(raw);
  expect(canonical(JSON.parse(written))).toBe(written);
  expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(raw)));
});

test.prop([fc.dictionary(fc.string({ unit: "binary" }), value)])("the order of keys does not matter", (raw) => {
  expect(fingerprint(Object.fromEntries(Object.entries(raw).toReversed()))).toBe(fingerprint(raw));
});

test.prop([value, value])("different values have different fingerprints", (one, other) => {
  fc.pre(JSON.stringify(one) !== JSON.stringify(other) && canonical(one) !== canonical(other));
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});

test("SHA-256 agrees with its published example", () => {
  const known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(sha256("abc")).toBe(known);
  expect(sha256(new TextEncoder().encode("abc"))).toBe(known);
});
