import type { Refusal } from "../door/result";

export type Typed = Record<string, string | string[]>;

/** What a form knows between presses: what was typed, and why it was refused. It travels through the browser: no secrets. */
export type FormState = { refusal?: Refusal; values: Typed };
export const untouched: FormState = { values: {} };

/** A server action that a `Form` posts to. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/**
 * What was typed. A repeated name becomes a list; a date's three boxes become one value. Files are read by the command
 * that wants them. An action is a public endpoint, so what is no form at all reads as one with nothing typed.
 */
export function values(form: FormData): Typed {
  const read: Typed = {};
  if (!(form instanceof FormData)) return read;
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION_") || name in Object.prototype) continue;
    const [only, ...more] = form.getAll(name).filter((entry) => typeof entry === "string");
    read[name] = more.length > 0 ? [only ?? "", ...more] : (only ?? "");
  }
  return { ...read, ...dates(read) };
}

/** Always a list, for a question that takes several answers: nothing ticked, one ticked and many ticked read alike. */
export function many(typed: Typed, name: string): string[] {
  return [typed[name] ?? []].flat().filter((entry) => entry !== "");
}

export type Row = Record<string, string | string[]>;

/** Turns `lines.0.unit`, `lines.1.unit` … into rows. Rows left empty at the end are dropped; the order is that of the numbers. */
export function rows(typed: Typed | FormData, name: string): Row[] {
  const read = rowsAsTyped(typed instanceof FormData ? values(typed) : typed, name);
  return read.slice(0, read.findLastIndex((row) => !isBlank(row)) + 1);
}

/**
 * When an "add" or "remove" button of `Rows` was pressed, what the form should now show; otherwise null, and the form was sent.
 * `intent` is `add-lines` or `remove-lines-2`.
 */
export function changedRows(typed: Typed, name: string): FormState | null {
  const intent = String(typed.intent ?? "");
  const before = rowsAsTyped(typed, name);
  if (intent === `add-${name}`) return { values: laidOut(typed, name, [...before, {}]) };
  const removed = intent.startsWith(`remove-${name}-`) ? Number(intent.slice(`remove-${name}-`.length)) : -1;
  if (!Number.isInteger(removed) || removed < 0) return null;
  return { values: laidOut(typed, name, before.toSpliced(removed, 1)) };
}

/** How many rows the form showed when it was sent; undefined before that. */
export function rowCount(typed: Typed, name: string): number | undefined {
  const said = typed[`${name}.count`];
  return typeof said === "string" && /^\d{1,4}$/.test(said) ? Number(said) : undefined;
}

function rowsAsTyped(typed: Typed, name: string): Row[] {
  const found = new Map<number, Row>();
  for (const [key, value] of Object.entries(typed)) {
    if (!key.startsWith(`${name}.`)) continue;
    const [, number = "", field = ""] = /^(\d{1,4})\.(.+)$/.exec(key.slice(name.length + 1)) ?? [];
    if (field) found.set(Number(number), { ...found.get(Number(number)), [field]: value });
  }
  const count = rowCount(typed, name);
  if (count !== undefined) return Array.from({ length: count }, (_, at) => found.get(at) ?? {});
  return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
}

function laidOut(typed: Typed, name: string, list: Row[]): Typed {
  const rest = Object.entries(typed).filter(([key]) => key !== "intent" && !key.startsWith(`${name}.`));
  const cells = list.flatMap((row, at) =>
    Object.entries(row).map(([field, value]) => [`${name}.${at}.${field}`, value]),
  );
  return Object.fromEntries([...rest, ...cells, [`${name}.count`, String(list.length)]]);
}

const isBlank = (row: Row) => Object.values(row).every((value) => String(value).trim() === "");

/** `closesOn.day`, `.month` and `.year` become `closesOn` as `2027-06-03`; a part that is no number stays as typed, for the schema to refuse. */
function dates(read: Typed): Typed {
  const joined: Typed = {};
  for (const key of Object.keys(read)) {
    if (!key.endsWith(".year")) continue;
    const name = key.slice(0, -".year".length);
    if (read[`${name}.day`] === undefined || read[`${name}.month`] === undefined) continue;
    const [year, month, day] = ["year", "month", "day"].map((part) => String(read[`${name}.${part}`]).trim());
    joined[name] = year || month || day ? `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}` : "";
  }
  return joined;
}
