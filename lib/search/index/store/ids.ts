import { type Column, wholes } from "./column";

/**
 * Which slot a service stands in, found by its id: a hash table with open places, over the 16 bytes of each id. A map with
 * text for keys would take six times the memory.
 */
export class Ids {
  private readonly parts: Column<Uint32Array>;
  private table: Int32Array;
  private entries = 0;

  constructor(room = 0) {
    this.parts = wholes(room * 4);
    this.table = emptyTable(room);
  }

  /** Says that a service stands in a slot from now on. */
  put(slot: number, id: string): void {
    for (let part = 0; part < 4; part++) this.parts.put(slot * 4 + part, partOf(id, part));
    if (this.entries * 2 >= this.table.length) this.widen();
    this.enter(slot);
  }

  /** The slot that a service was last put into; -1 for one never seen, and for what is not an id. */
  find(id: string): number {
    const a = partOf(id, 0);
    const b = partOf(id, 1);
    const c = partOf(id, 2);
    const d = partOf(id, 3);
    const { values } = this.parts;
    for (let at = this.start(a, b, c, d); ; at = (at + 1) & (this.table.length - 1)) {
      const slot = this.table[at] ?? -1;
      if (slot < 0) return -1;
      const from = slot * 4;
      if (values[from] === a && values[from + 1] === b && values[from + 2] === c && values[from + 3] === d) return slot;
    }
  }

  /** Below, at or above nought, as the id in a slot stands before, with or after the one in another: as PostgreSQL has it. */
  compare(slot: number, other: number): number {
    const { values } = this.parts;
    for (let part = 0; part < 4; part++) {
      const apart = (values[slot * 4 + part] ?? 0) - (values[other * 4 + part] ?? 0);
      if (apart !== 0) return apart;
    }
    return 0;
  }

  /** The same, against an id that may stand in no slot. */
  compareTo(slot: number, id: string): number {
    for (let part = 0; part < 4; part++) {
      const apart = (this.parts.values[slot * 4 + part] ?? 0) - partOf(id, part);
      if (apart !== 0) return apart;
    }
    return 0;
  }

  private enter(slot: number): void {
    const { values } = this.parts;
    const from = slot * 4;
    const last = values[from + 3] ?? 0;
    for (
      let at = this.start(values[from] ?? 0, values[from + 1] ?? 0, values[from + 2] ?? 0, last);
      ;
      at = (at + 1) & (this.table.length - 1)
    ) {
      const held = this.table[at] ?? -1;
      if (held >= 0 && this.compare(held, slot) !== 0) continue;
      if (held < 0) this.entries++;
      this.table[at] = slot;
      return;
    }
  }

  private widen(): void {
    const before = this.table;
    this.table = emptyTable(before.length);
    this.entries = 0;
    for (const slot of before) if (slot >= 0) this.enter(slot);
  }

  /** The last part of an id is chance, whatever made it; the others keep ids apart that share it. */
  private start(a: number, b: number, c: number, d: number): number {
    const mixed = Math.imul(a ^ Math.imul(b, 0x85eb_ca6b) ^ Math.imul(c, 0xc2b2_ae35) ^ d, 0x9e37_79b1);
    return (mixed ^ (mixed >>> 15)) & (this.table.length - 1);
  }
}

const emptyTable = (room: number): Int32Array =>
  new Int32Array(2 ** Math.ceil(Math.log2(Math.max(room, 8) * 2))).fill(-1);

/** Where the digits of each quarter of an id begin, and after how many of them a dash stands; 8 for none. */
const QUARTERS = [0, 9, 19, 28];
const DASHES = [8, 4, 4, 8];

/** A quarter of an id, 8 hexadecimal digits, as a number. */
function partOf(id: string, part: number): number {
  const from = QUARTERS[part] ?? 0;
  const dash = from + (DASHES[part] ?? 8);
  let value = 0;
  for (let at = from; at < from + 8; at++) {
    const code = id.charCodeAt(at < dash ? at : at + 1);
    // 0 to 9 are 48 to 57; a to f are 97 to 102, whose low four bits are 1 to 6.
    value = (value << 4) | (code > 57 ? (code & 15) + 9 : code & 15);
  }
  return value >>> 0;
}
