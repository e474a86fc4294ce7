import { createHash } from "node:crypto";

const DEEPEST = 64;

/**
 * One text for one value, whatever order its keys came in: the bytes that audit lines are hashed over.
 * Keys sorted by UTF-16 unit; `bigint` as a decimal string; `Date` as ISO UTC with milliseconds; `undefined` keys left out.
 * Reading the text back as JSON and writing it again gives the same text. What JSON would bend (NaN, functions, maps,
 * class instances, holes in a list, cycles) is a fault and throws.
 */
export function canonical(value: unknown): string {
  return write(value, 0);
}

/** SHA-256 as lower-case hex; text is hashed as UTF-8. */
export const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The SHA-256 of a value's canonical text: equal values have equal fingerprints. */
export const fingerprint = (value: unknown): string => sha256(canonical(value));

function write(value: unknown, depth: number): string {
  if (depth > DEEPEST) throw new TypeError("A value nested this deeply has no canonical form");
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `"${value}"`;
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => write(item, depth + 1)).join(",")}]`;
  if (isPlain(value)) return `{${pairs(value, depth).join(",")}}`;
  throw new TypeError(`A ${typeof value} of this kind has no canonical form`);
}

function pairs(value: object, depth: number): string[] {
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${write(inner, depth + 1)}`);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const shape: unknown = Object.getPrototypeOf(value);
  return shape === Object.prototype || shape === null;
}
