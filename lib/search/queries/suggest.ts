import "server-only";
import type { Actor } from "@/lib/core/actor";
import { db } from "@/lib/core/db";
import { reference } from "@/lib/reference/queries";
import type { Reference } from "@/lib/reference/snapshot";
import { toQuery } from "../address";
import type { Vocabulary } from "../ask";
import { sayingSomething } from "../language/mend";
import { understand } from "../language/understand";
import { engine } from "../live/serving";
import { type Criteria, everything } from "../schema";
import { searchDay } from "./search";

export const suggestionKinds = ["words", "category", "need", "place", "organisation"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/**
 * What somebody may mean by what they are typing: how it reads, how many services it finds, and the part of an address
 * that asks for it ("category=accommodation", "words=safe+housing&place=la-…").
 */
export type Suggestion = { kind: SuggestionKind; text: string; count: number; query: string };

const MOST = 8;
const MOST_OF_A_KIND = 5;
const LONGEST = 100;

type Offer = { kind: SuggestionKind; text: string; asks: Partial<Criteria> };

/**
 * Completes what is typed in the field for words, from what can be found at this moment: the last word, categories, needs
 * and places by their names, and organisations. At most eight, each with what it would find; what finds nothing is left out.
 */
export async function suggest(_actor: Actor, typed: string): Promise<Suggestion[]> {
  const text = clean(typed);
  const { said, last } = parted(text);
  if (last.length < 2) return [];
  const lists = await reference();
  const serving = await engine();
  const offers = [
    completed(said, last, await serving.vocabulary()),
    named("category", text, lists),
    named("need", text, lists),
    places(text, said, last, lists),
    await organisations(text),
  ];
  const useful = await inTurn(offers);
  const counts = await serving.count(
    await Promise.all(
      useful.map(async ({ asks }) => {
        const criteria = { ...everything, ...asks };
        const understood = criteria.words === "" ? null : await understand(criteria.words);
        return { criteria, understood, day: searchDay(), places: lists.places };
      }),
    ),
  );
  return useful
    .map(({ kind, text: shown, asks }, at) => ({
      kind,
      text: shown,
      count: counts[at] ?? 0,
      query: toQuery({ ...everything, ...asks }).toString(),
    }))
    .filter(({ count }) => count > 0)
    .slice(0, MOST)
    .toSorted((one, other) => suggestionKinds.indexOf(one.kind) - suggestionKinds.indexOf(other.kind));
}

/** As it is searched by: no control characters, one space between two words, not too long. */
const clean = (typed: string): string =>
  typed
    .slice(0, 4 * LONGEST)
    .replace(/[\p{C}]/gu, " ")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trimStart()
    .slice(0, LONGEST);

/** The words that are done, and the one that is being typed. After a space the last word is done too, and may still be meant. */
function parted(text: string): { said: string; last: string } {
  const words = text.trimEnd().split(" ");
  return { said: words.slice(0, -1).join(" "), last: words.at(-1) ?? "" };
}

/** The words that begin as the last one does, those that most services say first. */
function completed(said: string, last: string, vocabulary: Vocabulary): Offer[] {
  const stem = last.toLowerCase();
  if (!/^\p{L}+$/u.test(stem)) return [];
  const begun: [string, number][] = [];
  for (const entry of vocabulary) if (entry[0].startsWith(stem)) begun.push(entry);
  return begun
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, 2 * MOST_OF_A_KIND)
    .map(([word]) => (said === "" ? word : `${said} ${word}`))
    .map((words) => ({ kind: "words", text: words, asks: { words } }));
}

/** The categories whose names have words that begin as all that is typed. */
function named(kind: "category" | "need", text: string, { categories }: Reference): Offer[] {
  return categories.all
    .filter(({ name }) => begins(name, text))
    .map(({ code, name }) => ({ kind, text: name, asks: { [kind]: [code] } }));
}

function begins(name: string, typed: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const parts = typed.toLowerCase().trim().split(" ");
  return parts.every((part) => words.some((word) => word.startsWith(part)));
}

/** The places that are typed: all of it as one place, else a place at its end and words before it, as in "housing kent". */
function places(text: string, said: string, last: string, { places: known }: Reference): Offer[] {
  const whole = known.match(text, { limit: MOST_OF_A_KIND });
  const ends = whole.length === 0 && said !== "" && last.length > 2;
  const words = ends ? said.replace(/\s+(in|near|at|around)$/i, "") : "";
  const found = ends ? known.match(last, { limit: MOST_OF_A_KIND }) : whole;
  return found.map(({ code }) => ({
    kind: "place",
    text: words === "" ? known.label(code) : `${words}, ${known.label(code)}`,
    asks: { place: code, words },
  }));
}

/** Organisations with something on show whose names begin with all that is typed, or have a word that does. */
async function organisations(text: string): Promise<Offer[]> {
  const begun = text.trim().replace(/[\\%_]/g, "\\$&");
  if (begun.length < 3) return [];
  const rows = await db.$queryRaw<{ name: string }[]>`
    select distinct o."name" from "Organisation" o
    where (o."name" ilike ${`${begun}%`} or o."name" ilike ${`% ${begun}%`})
      and exists (select from "SearchDocument" d where d."organisationId" = o."id")
    order by o."name" limit ${MOST_OF_A_KIND}`;
  return rows.map(({ name }) => ({
    kind: "organisation",
    text: name,
    asks: { words: `"${name.replace(/"/g, " ")}"` },
  }));
}

/** One of each kind in turn, so that no kind crowds out another; words that are too common to search by are left out. */
async function inTurn(offers: readonly Offer[][]): Promise<Offer[]> {
  const words = offers.flat().flatMap(({ asks }) => asks.words || []);
  const usable = new Set(["", ...(await sayingSomething([...new Set(words)]))]);
  const kinds = offers.map((kind) => kind.filter(({ asks }) => usable.has(asks.words ?? "")).slice(0, MOST_OF_A_KIND));
  return Array.from({ length: MOST_OF_A_KIND }, (_, turn) =>
    kinds.flatMap((kind) => kind.slice(turn, turn + 1)),
  ).flat();
}
