import type { Facet } from "../../ask";
import { everyLanguage, languageCodes } from "../../words";
import type { Document } from "../document";
import { addBit, type Bits, hasBit, include, noBits, removeBit, wordsFor } from "./bits";
import { type Column, wholes } from "./column";

/** For each value of each facet, the slots that have it, those of the dead among them. What changes with the day is in dated.ts. */
export class Values {
  private readonly facets = new Map<Facet, Map<string, Column<Uint32Array>>>();
  /** How many values each slot has. */
  private readonly counts: Column<Uint32Array>;

  constructor(room = 0) {
    this.counts = wholes(room);
  }

  /** Takes in a slot. */
  put(slot: number, document: Document): void {
    let count = 0;
    eachValue(document, (facet, code) => {
      if (this.add(slot, facet, code)) count++;
    });
    this.counts.put(slot, count);
  }

  /** Whether a slot has just these values, whether it is open apart. */
  has(slot: number, document: Document): boolean {
    const named = new Set<Bits>();
    let fits = true;
    eachValue(document, (facet, code) => {
      const bits = this.bitsOf(facet, code);
      named.add(bits);
      if (facet !== "open" && !hasBit(bits, slot)) fits = false;
    });
    return fits && named.size === this.counts.values[slot];
  }

  /** Says of a slot whether it has space now. */
  setOpen(slot: number, open: boolean): void {
    for (const code of this.codesOf("open")) removeBit(this.bitsOf("open", code), slot);
    this.add(slot, "open", yesNo(open));
  }

  /** The slots that have a value: as long as it is, which may be shorter than there are slots. Not to be written to. */
  bitsOf(facet: Facet, code: string): Bits {
    return this.facets.get(facet)?.get(code)?.values ?? NONE;
  }

  /** The values of a facet that were ever seen. */
  codesOf(facet: Facet): Iterable<string> {
    return this.facets.get(facet)?.keys() ?? [];
  }

  /** The slots that have any of these values. */
  anyOf(facet: Facet, codes: readonly string[], slots: number): Bits {
    const found = noBits(slots);
    for (const code of codes) include(found, this.bitsOf(facet, code));
    return found;
  }

  /** False for what the slot had before. */
  private add(slot: number, facet: Facet, code: string): boolean {
    const bits = this.facets.get(facet)?.get(code) ?? this.learn(facet, code);
    if (hasBit(bits.values, slot)) return false;
    bits.reserve(wordsFor(slot + 1));
    addBit(bits.values, slot);
    return true;
  }

  private learn(facet: Facet, code: string): Column<Uint32Array> {
    const codes = this.facets.get(facet) ?? new Map<string, Column<Uint32Array>>();
    const bits = wholes();
    this.facets.set(facet, codes.set(code, bits));
    return bits;
  }
}

const NONE: Bits = new Uint32Array(0);
const yesNo = (fact: boolean): string => (fact ? "yes" : "no");

/**
 * Gives each value of a service. Whoever serves anyone serves women and men, and who speaks any language speaks each: so a
 * value is what a filter finds it by, and what it is counted under too.
 */
function eachValue(document: Document, give: (facet: Facet, code: string) => void): void {
  const { sex, typeCode, size, languages } = document;
  for (const code of document.placeCodes) give("place", code);
  give("category", document.categoryCode);
  for (const code of document.needCodes) give("need", code);
  for (const code of document.outcomeCodes) give("outcome", code);
  for (const code of document.cohortCodes) give("cohort", code);
  for (const code of sex === "anyone" ? ["women", "men"] : [sex]) give("sex", code);
  for (const code of document.settings) give("setting", code);
  give("method", document.method);
  for (const code of languages.includes(everyLanguage) ? languageCodes : languages) give("language", code);
  for (const code of document.access) give("access", code);
  give("open", yesNo(document.openPlaces > 0));
  if (size !== null) give("size", size);
  if (typeCode !== null) give("type", typeCode);
  give("vcse", yesNo(document.vcse));
  give("led", yesNo(document.led));
  give("consortium", yesNo(document.consortium));
}
