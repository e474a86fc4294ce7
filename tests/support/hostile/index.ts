import { letters } from "./letters";
import { words } from "./words";

/** One thing that nobody types by accident, with a name to say it by. */
export type Hostile<T = unknown> = { group: string; name: string; value: T };

const shapes: Record<string, unknown> = {
  nothing: undefined,
  null: null,
  number: 12,
  fraction: 1.5,
  infinity: Number.POSITIVE_INFINITY,
  "not a number": Number.NaN,
  "negative nought": -0,
  bigint: 10n ** 30n,
  true: true,
  "empty list": [],
  "same field twice": ["first", "second"],
  "list of lists": [[["a"]]],
  "list with holes": [undefined, null, ""],
  "a thousand of them": Array.from({ length: 1000 }, () => "a"),
  "empty object": {},
  "object with prototype": JSON.parse('{"__proto__":{"polluted":true}}'),
  "object with constructor": { constructor: { prototype: { polluted: true } } },
  "object of no class": Object.create(null),
  "object that says it is text": { toString: "no function", valueOf: 1 },
  "list-like object": { 0: "a", length: 1 },
  "deep object": JSON.parse(`${'{"a":'.repeat(500)}1${"}".repeat(500)}`),
  date: new Date(Number.NaN),
  function: () => "text",
  symbol: Symbol("text"),
};

/** What can be typed, or sent as the text of a form. */
export const hostileTexts: readonly Hostile<string>[] = Object.entries({ ...letters, ...words }).flatMap(
  ([group, list]) => Object.entries(list).map(([name, value]) => ({ group, name, value })),
);

/** What no form can send, and JSON or a mistake of ours could. */
export const hostileShapes: readonly Hostile[] = Object.entries(shapes).map(([name, value]) => ({
  group: "shapes",
  name,
  value,
}));

/** Everything, texts and shapes. */
export const hostile: readonly Hostile[] = [...hostileTexts, ...hostileShapes];

/** Whether Postgres, JSON and a reader can keep it: no NUL, no half of a pair. */
export const isStorable = (text: string) => text.isWellFormed() && !text.includes("\0");
