import {
  type Answer,
  type Ask,
  type Hit,
  type Question,
  readCard,
  type Vocabulary,
  type WordPart,
  wordParts,
} from "../ask";
import { nameOf } from "../language/tsquery";
import { countFacets, countHeat } from "./counts";
import { cut } from "./cut";
import type { Document } from "./document";
import { matching } from "./matching";
import { openReach } from "./reach";
import { type LookUp, lookUpIn, type Phrases } from "./said";
import { standingOf } from "./standing";
import { countOf, narrow } from "./store/bits";
import { bitsOf, partIn } from "./store/postings";
import { Shelf } from "./store/shelf";

export { type Phrases, phrasesIn } from "./said";

/** The index that a process holds: what the search documents say, kept so that a question is answered in a moment. */
export type Held = {
  /** Adds a service, or replaces what was known of it. */
  put(document: Document): void;
  /** Forgets a service; one that is not known is fine. */
  drop(serviceId: string): void;
  /** The same answer that SQL gives. Throws where the words hold a phrase that `phrases` does not know. */
  answer(ask: Ask, phrases?: Phrases): Omit<Answer, "generation">;
  /** How many results a question has. */
  count(question: Question, phrases?: Phrases): number;
  /** How many services hold each lexeme. */
  heard(lexemes: readonly string[]): number[];
  /** The words that services are written in, with how many say each: a live view, and not a copy. */
  vocabulary(): Vocabulary;
  /** How many services it holds. */
  readonly size: number;
  /** How many entries it keeps of services that were replaced or dropped since: when they are many, load it anew. */
  readonly dead: number;
};

/** An empty index, with room for as many services as are expected. It grows beyond that by itself. */
export function openHeld(expected = 0): Held {
  const shelf = new Shelf(expected);
  const reachIn = openReach(shelf);

  const partsOf = (slot: number, { understood }: Question, lookUp: LookUp): Hit["parts"] => {
    const found = (understood?.terms ?? []).flatMap((term): [string, WordPart][] => {
      const part = wordParts[partIn(lookUp(term), slot)];
      return part ? [[nameOf(term), part]] : [];
    });
    return Object.fromEntries(found);
  };

  return {
    put: (document) => shelf.put(document),
    drop: (serviceId) => shelf.drop(serviceId),
    answer: (ask, phrases) => {
      const lookUp = lookUpIn(shelf);
      const reach = reachIn(ask.places, shelf.slots);
      const matches = matching(shelf, ask, ask.facets, reach, lookUp, phrases);
      const standing = standingOf(shelf, ask, lookUp);
      const total = countOf(matches.all);
      const { page, preceding } = cut(standing, ask, matches.all, total);
      return {
        total,
        preceding,
        page: page.map((slot) => ({
          card: readCard(shelf.cardOf(slot)),
          key: standing.write(slot),
          turn: standing.turn(slot),
          parts: partsOf(slot, ask, lookUp),
        })),
        facets: countFacets(shelf, ask, matches, reach),
        heat: ask.heat ? countHeat(shelf, ask, matches.all, reach) : null,
      };
    },
    count: (question, phrases) =>
      countOf(matching(shelf, question, [], reachIn(question.places, shelf.slots), lookUpIn(shelf), phrases).all),
    heard: (lexemes) =>
      lexemes.map((lexeme) => {
        const said = bitsOf(shelf.postings.find({ lexeme, prefix: false }), shelf.slots);
        narrow(said, shelf.living);
        return countOf(said);
      }),
    vocabulary: () => shelf.spoken.counts(),
    get size() {
      return shelf.size;
    },
    get dead() {
      return shelf.slots - shelf.size + shelf.rewritten;
    },
  };
}
