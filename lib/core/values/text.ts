import { z } from "zod";
import { day, whole } from "./format";
import { isDay } from "./moment";

/**
 * How a reader speaks. `label` is the thing as it reads inside a sentence ("the budget", "your name", "a title");
 * `message` replaces what is said when nothing was typed, too little was, or it could not be understood.
 */
export type Wording = { label?: string; message?: string };

type Fail = (message: string) => never;
type Sized = Wording & { min?: number; max?: number };

class Unread extends Error {}

/** Builds a form type from one function, which gives the value or calls `fail` with a sentence for the person who typed. */
export function reader<T>(read: (raw: unknown, fail: Fail) => T) {
  const fail: Fail = (message) => {
    throw new Unread(message);
  };
  // A bare transform, because zod refuses a missing key before a pipe from `unknown` is asked what it makes of it.
  return z.transform((raw: unknown, context): T => {
    try {
      return read(raw, fail);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      context.addIssue({ code: "custom", message: error.message });
      return z.NEVER;
    }
  });
}

/** The two ways a label is said: "Enter a title" and "The title must be…". */
export function named({ label = "an answer" }: Wording) {
  const determined = /^(an?|the|your|its|their|each|every|how|what|when|where|which|who|why)\b/i.test(label);
  const object = determined ? label : `the ${label}`;
  const subject = object.replace(/^an? /i, "the ");
  return { object, subject: subject.charAt(0).toUpperCase() + subject.slice(1) };
}

/** True when nothing that can be seen was typed: spaces, zero-width marks and fillers do not count. */
export const isBlank = (raw: unknown): boolean =>
  raw === undefined ||
  raw === null ||
  (typeof raw === "string" && !/[^\s\p{Default_Ignorable_Code_Point}\u2800]/u.test(raw));

/** Makes any reader answer `null` when nothing was typed. */
export const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((raw) => (isBlank(raw) ? null : raw), type.nullable());

/** Text of many lines: trimmed, in Unicode form C, line ends as LF, `max` in code points. Refuses what Postgres, a reader's eye or an export cannot trust. */
export function text({ max = 5000, min = 1, ...wording }: Sized = {}) {
  return reader((raw, fail) => readText(raw, { min, max, ...wording }, fail));
}

/** Text of one line, `max` in code points: as `text`, with tabs read as spaces and line breaks refused. */
export function line({ max = 200, min = 1, ...wording }: Sized = {}) {
  return reader((raw, fail) => readLine(raw, { min, max, ...wording }, fail));
}

/** An e-mail address, lower-cased so that one person is one address. ASCII only, at most 254 characters. */
export function emailAddress(wording: Wording = {}) {
  const { message = "Enter an email address in the right form, like name@example.org" } = wording;
  return reader((raw, fail) => {
    const typed = readLine(raw, { max: 254, label: "an email address", ...wording }, fail).toLowerCase();
    const [mailbox = "", host = "", ...more] = typed.split("@");
    const right = more.length === 0 && mailbox.length <= 64 && MAILBOX.test(mailbox) && isHost(host);
    return right ? typed : fail(message);
  });
}

/** A web address, https only and without a name or password in it; one typed without a scheme is read as https. */
export function webAddress({ max = 2000, ...wording }: Wording & { max?: number } = {}) {
  const { message = "Enter a web address in the right form, like https://www.example.org" } = wording;
  return reader((raw, fail) => {
    const typed = readLine(raw, { max, label: "a web address", ...wording }, fail);
    if (/^http:/i.test(typed)) fail("The web address must start with https://");
    const url = readUrl(/^([a-z][a-z0-9+.-]*:|[/\\])/i.test(typed) ? typed : `https://${typed}`);
    if (url?.protocol !== "https:" || url.username || url.password || !isHost(url.hostname)) return fail(message);
    return url.href.length <= max ? url.href : fail(`The web address must be ${whole(max)} characters or fewer`);
  });
}

/** A whole number from digits alone (no sign, comma, point or exponent); a JSON number must be whole already. */
export function wholeNumber({ min = 0, max = 2_147_483_647, ...wording }: Sized = {}) {
  const { object, subject } = named({ label: "a number", ...wording });
  return reader((raw, fail) => {
    if (isBlank(raw)) fail(wording.message ?? `Enter ${object}`);
    const typed = typeof raw === "number" ? String(raw) : typeof raw === "string" ? raw.trim() : "";
    if (!/^\d+$/.test(typed)) fail(wording.message ?? `${subject} must be a whole number in digits, like 12 or 1200`);
    const value = Number(typed);
    if (value < min) fail(`${subject} must be ${whole(min)} or more`);
    if (value > max) fail(`${subject} must be ${whole(max)} or less`);
    return value;
  });
}

/** A pair of radio buttons, "yes" and "no". Neither pressed is refused. */
export function yesNo({ message = "Choose yes or no" }: Wording = {}) {
  return reader((raw, fail) => {
    if (raw === true || raw === "yes") return true;
    return raw === false || raw === "no" ? false : fail(message);
  });
}

/** One checkbox: absent means not ticked. With `required`, not ticked is refused with `message`. */
export function ticked({ message = "Tick the box to go on", required }: Wording & { required?: true } = {}) {
  return reader((raw, fail) => {
    const on = raw === true || raw === "on" || raw === "yes";
    return required && !on ? fail(message) : on;
  });
}

/** One of a list. Anything else, however close, is refused. */
export function choice<const T extends string>(list: readonly T[], wording: Wording = {}) {
  const { message = `Choose ${named({ label: "an option", ...wording }).object}` } = wording;
  return reader((raw, fail) => list.find((item) => item === raw) ?? fail(message));
}

/**
 * Short codes, from one box or many: each once, in the order given, what is empty left out. Refuses what has not the form of a
 * code (letters, digits, dots and dashes, 80 at most), fewer than `min` and more than `max`. Which codes are known is the caller's to ask.
 */
export function codes({ min = 0, max = 100, label = "what you want", message }: Sized = {}) {
  return reader((raw, fail): string[] => {
    const given: unknown[] = [raw ?? []].flat().filter((one) => one !== "");
    const found = [...new Set(given)].map((code) =>
      typeof code === "string" && /^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/.test(code)
        ? code
        : fail(`Choose ${label} from the list`),
    );
    if (found.length < min) fail(message ?? `Choose ${label}`);
    return found.length > max ? fail(`Choose ${max} at most`) : found;
  });
}

/** Some of a list, from one value or many: each once, in the list's own order. Anything not on the list is refused. */
export function choices<const T extends string>(
  list: readonly T[],
  { min = 0, max = list.length, ...wording }: Sized = {},
) {
  const { message } = wording;
  return reader((raw, fail) => {
    const given = new Set(Array.isArray(raw) ? raw : isBlank(raw) ? [] : [raw]);
    const chosen = list.filter((item) => given.delete(item));
    if (given.size > 0) fail(message ?? "Choose only from the options shown");
    if (chosen.length < min)
      fail(message ?? (min === 1 ? "Choose at least one option" : `Choose at least ${min} options`));
    if (chosen.length > max) fail(`Choose ${max === 1 ? "one option" : `${max} options`} at most`);
    return chosen;
  });
}

/** A calendar day as "YYYY-MM-DD", between `min` and `max` (also days). Days that do not exist are refused. */
export function isoDay({
  min = "1900-01-01",
  max = "2199-12-31",
  ...wording
}: Wording & { min?: string; max?: string } = {}) {
  const { object, subject } = named({ label: "a date", ...wording });
  return reader((raw, fail) => {
    if (isBlank(raw)) fail(wording.message ?? `Enter ${object}`);
    const typed = typeof raw === "string" ? raw.trim() : "";
    if (!isDay(typed)) fail(wording.message ?? `${subject} must be a real date, with a day, a month and a year`);
    if (typed < min) fail(`${subject} must be on or after ${day(min)}`);
    if (typed > max) fail(`${subject} must be on or before ${day(max)}`);
    return typed;
  });
}

/** A time of day on the 24-hour clock, as "HH:MM". */
export function clockTime(wording: Wording = {}) {
  const { object, subject } = named({ label: "a time", ...wording });
  return reader((raw, fail) => {
    if (isBlank(raw)) fail(wording.message ?? `Enter ${object}`);
    const [, hours, minutes] = (typeof raw === "string" && /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(raw.trim())) || [];
    if (!hours || !minutes) return fail(wording.message ?? `${subject} must be a time like 09:30 or 17:00`);
    return `${hours.padStart(2, "0")}:${minutes}`;
  });
}

// Controls but tab and line feed, unpaired surrogates, overrides and isolates that reorder what is read, and noncharacters that XML refuses.
const UNSAFE = /[\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/u;
// Seven marks on one letter is no language's spelling; it is letters that climb over their neighbours.
const PILED = /[\p{Mn}\p{Me}]{7}/u;
const MAILBOX = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

const isHost = (host: string) => host.length <= 253 && HOST.test(host);

function readText(raw: unknown, { min = 1, max = 5000, ...wording }: Sized, fail: Fail): string {
  const { object, subject } = named(wording);
  if (isBlank(raw)) return min === 0 ? "" : fail(wording.message ?? `Enter ${object}`);
  if (typeof raw !== "string") return fail(wording.message ?? `${subject} must be text`);
  const typed = raw.replace(/\r\n?|[\u2028\u2029]/g, "\n").trim();
  // Before form C as well as after: putting a long pile of marks in order takes time that grows with its square.
  if (PILED.test(typed)) fail(`${subject} has too many accents on one letter`);
  if (UNSAFE.test(typed))
    fail(`${subject} contains a hidden character that we cannot keep. Type it again, or paste it as plain text`);
  const value = typed.normalize("NFC");
  if (PILED.test(value)) fail(`${subject} has too many accents on one letter`);
  const length = codePoints(value);
  if (length < min) fail(wording.message ?? `${subject} must be ${whole(min)} characters or more`);
  if (length > max) fail(`${subject} must be ${whole(max)} characters or fewer. You have used ${whole(length)}`);
  return value;
}

function readLine(raw: unknown, { max = 200, ...sized }: Sized, fail: Fail): string {
  const value = readText(typeof raw === "string" ? raw.replace(/\t/g, " ") : raw, { max, ...sized }, fail);
  return value.includes("\n") ? fail(`${named(sized).subject} must be on one line`) : value;
}

function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

function readUrl(typed: string): URL | null {
  return URL.canParse(typed) ? new URL(typed) : null;
}
