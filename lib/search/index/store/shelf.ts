import type { Document } from "../document";
import { addBit, type Bits, hasBit, removeBit, wordsFor } from "./bits";
import { type Column, integers, numbers, wholes } from "./column";
import { Dated } from "./dated";
import { Ids } from "./ids";
import { Packing } from "./packing";
import { Postings } from "./postings";
import { Spoken } from "./spoken";
import { Texts } from "./texts";
import { Values } from "./values";

/**
 * All that the index keeps. Each service stands in a slot, a number; each thing known of it stands in a column at that
 * number. A service that changes gets a new slot and its old one dies: nothing is ever moved.
 */
export class Shelf {
  /** How many slots there are, those of the dead among them, and how many services live. */
  slots = 0;
  size = 0;
  /** Texts of cards that were written anew beside the old. */
  rewritten = 0;
  readonly ids: Ids;
  readonly postings: Postings;
  readonly spoken: Spoken;
  readonly dated: Dated;
  readonly titles: Texts;
  private readonly cards: Texts;
  private readonly packing = new Packing();
  /** The first bytes of each title as a number, so that most titles are put in order by numbers alone. */
  readonly titleStarts: Column<Float64Array>;
  readonly lot: Column<Int32Array>;
  readonly minAge: Column<Int32Array>;
  readonly maxAge: Column<Int32Array>;
  readonly wait: Column<Float64Array>;
  readonly values: Values;
  private readonly alive: Column<Uint32Array>;

  constructor(room: number) {
    this.ids = new Ids(room);
    this.postings = new Postings(room);
    this.spoken = new Spoken(room);
    this.dated = new Dated(room);
    this.titles = new Texts(room);
    this.cards = new Texts(room);
    this.titleStarts = numbers(room);
    this.lot = integers(room);
    this.minAge = integers(room);
    this.maxAge = integers(room);
    this.wait = numbers(room);
    this.alive = wholes(room >>> 5);
    this.values = new Values(room);
  }

  /** The slots of services that live. */
  get living(): Bits {
    return this.alive.values;
  }

  /** The slot in which a service lives; -1 for one that is not known. */
  slotOf(serviceId: string): number {
    const slot = this.ids.find(serviceId);
    return slot >= 0 && hasBit(this.living, slot) ? slot : -1;
  }

  /** The card of a slot, as the database wrote it. */
  cardOf(slot: number): string {
    return this.packing.unpack(this.cards.bytes(slot));
  }

  put(document: Document): void {
    const before = this.slotOf(document.serviceId);
    if (before >= 0 && this.onlySpaceChanged(before, document)) this.setSpace(before, document);
    else {
      if (before >= 0) this.kill(before);
      this.add(document);
    }
  }

  drop(serviceId: string): void {
    const slot = this.slotOf(serviceId);
    if (slot >= 0) this.kill(slot);
  }

  private add(document: Document): void {
    const slot = this.slots++;
    this.size++;
    this.ids.put(slot, document.serviceId);
    this.postings.put(slot, document.lexemes);
    this.spoken.put(slot, document.spoken);
    this.dated.put(slot, document);
    const title = Buffer.from(document.titleKey);
    this.titles.put(slot, title);
    this.titleStarts.put(slot, startOf(title));
    this.cards.put(slot, this.packing.pack(document.card));
    this.lot.put(slot, document.lot);
    this.minAge.put(slot, document.minAge);
    this.maxAge.put(slot, document.maxAge ?? OLDEST);
    this.wait.put(slot, document.waitDays);
    this.values.put(slot, document);
    this.alive.reserve(wordsFor(slot + 1));
    addBit(this.living, slot);
  }

  private kill(slot: number): void {
    this.size--;
    removeBit(this.living, slot);
    this.spoken.drop(slot);
  }

  /** Whether nothing changed but the places open, the wait and the card: what changes most often, and needs no new slot. */
  private onlySpaceChanged(slot: number, document: Document): boolean {
    return (
      this.titles.bytes(slot).equals(Buffer.from(document.titleKey)) &&
      this.lot.values[slot] === document.lot &&
      this.minAge.values[slot] === document.minAge &&
      this.maxAge.values[slot] === (document.maxAge ?? OLDEST) &&
      this.dated.has(slot, document) &&
      this.values.has(slot, document) &&
      this.spoken.has(slot, document.spoken) &&
      this.postings.says(slot, document.lexemes)
    );
  }

  private setSpace(slot: number, document: Document): void {
    this.wait.put(slot, document.waitDays);
    this.values.setOpen(slot, document.openPlaces > 0);
    const card = this.packing.pack(document.card);
    if (this.cards.overwrite(slot, card)) return;
    this.cards.put(slot, card);
    this.rewritten++;
  }
}

/** Nobody is older than any age that can be asked. */
const OLDEST = 0x7fff_ffff;

/** The first six bytes of a text as one number, which a column keeps exactly. */
export function startOf(text: Uint8Array): number {
  let start = 0;
  for (let at = 0; at < 6; at++) start = start * 256 + (text[at] ?? 0);
  return start;
}
