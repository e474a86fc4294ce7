import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Reference } from "@/lib/reference/snapshot";
import { KnownFailure } from "../../../scripts/support/telling.mjs";
import type { Chance } from "../tools/random";
import { commonWord, rareName, uncommonWord } from "./words";

/** A search as the address of a page holds it. */
export type Question = Record<string, string | string[]>;

const most = 1_000;
const question = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The questions of a file: one JSON object on each line, its fields those of the search page's address. */
export function readQuestions(file: string): Question[] {
  if (!existsSync(file)) throw new KnownFailure(`There is no file ${file}.`);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length === 0) throw new KnownFailure(`${file} holds no question.`);
  if (lines.length > most) throw new KnownFailure(`${file} holds more than ${most} questions.`);
  return lines.map((line, at) => {
    const read = question.safeParse(parse(line));
    if (!read.success) throw new KnownFailure(`Line ${at + 1} of ${file} is not a JSON object of text.`);
    return read.data;
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Fifty questions of every kind: everything, broad and narrow words, places at each level, filters, prices, and all of these together. */
export function makeQuestions(
  { places, categories, cohorts, outcomes, organisationTypes }: Reference,
  chance: Chance,
): Question[] {
  const place = (kind: string) => chance.pick(places.all.filter((each) => each.kind === kind && each.current)).code;
  const category = () => chance.pick(categories.all).code;
  const word = () => commonWord(chance);
  const times = (count: number, make: () => Question) => Array.from({ length: count }, make);
  return [
    {},
    { words: "support" },
    { words: "support people" },
    { words: "housing" },
    { words: '"safe home"' },
    { words: "women -group" },
    ...times(4, () => ({ words: `${word()} ${word()}` })),
    ...times(2, () => ({ words: uncommonWord(chance) })),
    ...times(2, () => ({ words: rareName(chance) })),
    ...times(2, () => ({ place: place("region") })),
    ...times(2, () => ({ place: place("policeArea") })),
    ...times(2, () => ({ place: place("localAuthority") })),
    ...times(2, () => ({ place: place("pdu") })),
    ...times(3, () => ({ category: category(), place: place("policeArea") })),
    { category: [category(), category()], open: "yes" },
    { cohort: chance.pick(cohorts.all).code, sex: "women" },
    { outcome: chance.pick(outcomes.all).code },
    { need: "accommodation", setting: ["custody", "throughTheGate"] },
    { age: "19", method: "group" },
    { language: "cy" },
    { size: ["micro", "small"], vcse: "yes" },
    { led: "yes", wait: "14" },
    { access: ["stepFree", "evenings"], consortium: "no" },
    { consortium: "yes", evidence: "yes" },
    { evidence: "yes", place: place("region"), language: ["pl", "ur"] },
    { words: `${word()} or ${uncommonWord(chance)}` },
    { words: `${word().slice(0, 4)}*`, sort: "title" },
    { words: rareName(chance), exact: "yes" },
    { type: chance.pick(organisationTypes.all).code, method: ["group", "remote"] },
    { unit: "session", sort: "price" },
    { unit: "session", from: "30", to: "60", open: "yes" },
    { unit: "referral", to: "500", place: place("region") },
    { sort: "title", vcse: "no" },
    { sort: "wait", category: category() },
    ...times(3, () => ({ words: word(), place: place("policeArea"), open: "yes" })),
    ...times(2, () => ({ words: `${word()} ${word()}`, category: category(), place: place("region"), sort: "wait" })),
  ];
}

/** The question as the part of an address after the question mark. */
export function addressOf(asked: Question): string {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(asked)) for (const value of [values].flat()) query.append(name, value);
  return query.size > 0 ? `?${query}` : "";
}
