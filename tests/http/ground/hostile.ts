import { isId } from "@/lib/core/values/id";
import { hostileTexts } from "../../support/hostile";
import type { Fields } from "./call";

const ofGroups = (wanted: (group: string) => boolean) =>
  hostileTexts.filter(({ group }) => wanted(group)).map(({ value }) => value);
/** Every text but those that are only long. */
export const corpus = ofGroups((group) => group !== "sizes");
const large = ofGroups((group) => group === "sizes");
export const markup = ofGroups((group) => group === "scripts and mark-up");
/** What a browser would run, if an answer said it as it was sent. */
export const live = markup.filter((value) => /<\w|-->/.test(value));

/** What pages ask in their addresses. Each gets two texts in each request, as if it were asked twice. */
export const questions = [
  ...["q", "words", "place", "category", "need", "outcome", "cohort", "page", "state", "show", "who", "part", "from"],
  ...[
    "to",
    "from.day",
    "from.month",
    "from.year",
    "sort",
    "next",
    "service",
    "shortlist",
    "unit",
    "age",
    "year",
    "type",
  ],
  ...["event", "subject", "error", "status", "ticked", "size", "open", "wait", "buyer", "instrument", "token"],
];

/** Fields that nobody asked for. */
const unasked = ["reason", "title", "note", "version", "lines.0.price", "on.year", "__proto__", "constructor", "state"];

export const rotated = <T>(list: readonly T[], by: number) => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
];
export const inGroups = <T>(list: readonly T[], size: number) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
export const each = (names: readonly string[], texts: readonly string[]): Fields =>
  Object.fromEntries(names.map((name, at) => [name, texts[at % texts.length] ?? ""]));
/** A part of a path as an attacker sends it: what is percent-encoded already goes as it is. */
export const asPart = (text: string) =>
  (/^[\w%./-]+$/.test(text) ? text : encodeURIComponent(text.toWellFormed())).slice(0, 2000) || "%20";

export const isKept = (value: Fields[string] | undefined) => isId(value);
export const isFree = (value: Fields[string] | undefined) => typeof value === "string" && /\s|@/.test(value);
/** Presses in which every field that is no id has another text, until every text was sent; every fifth one replaces the ids. */
export function allAtOnce(fields: Fields, by: number): Fields[] {
  const texts = rotated([...corpus, ...rotated(large, by * 5).slice(0, 5)], by);
  const own = [...Object.keys(fields).filter((name) => !isKept(fields[name])), "intent", "key"];
  const names = [...own, ...unasked].slice(0, Math.max(own.length, 10));
  return inGroups(texts, names.length).map((group, at) => ({
    ...fields,
    ...(at % 5 === 4 &&
      each(
        Object.keys(fields).filter((name) => isKept(fields[name])),
        rotated(texts, at),
      )),
    ...Object.fromEntries(group.map((text, index) => [names[(index + at) % names.length] ?? "", text])),
  }));
}
