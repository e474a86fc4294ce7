import { type Column, numbers, wholes } from "./column";

const CHUNK = 1 << 20;

/** A text for each slot, as bytes of UTF-8 in chunks of a megabyte: no object for each, and nothing for the collector to visit. */
export class Texts {
  private readonly chunks: Buffer[] = [];
  private end = 0;
  /** Where each text begins: the chunk times 2^32, plus the byte. */
  private readonly starts: Column<Float64Array>;
  private readonly lengths: Column<Uint32Array>;

  constructor(room = 0) {
    this.starts = numbers(room);
    this.lengths = wholes(room);
  }

  put(slot: number, bytes: Uint8Array): void {
    if (this.end + bytes.length > (this.chunks.at(-1)?.length ?? 0)) {
      this.chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK, bytes.length)));
      this.end = 0;
    }
    this.chunks.at(-1)?.set(bytes, this.end);
    this.starts.put(slot, (this.chunks.length - 1) * 2 ** 32 + this.end);
    this.lengths.put(slot, bytes.length);
    this.end += bytes.length;
  }

  /** Writes over a slot's text, if there is room: false if there is not. */
  overwrite(slot: number, bytes: Uint8Array): boolean {
    if (bytes.length > (this.lengths.values[slot] ?? 0)) return false;
    this.bytes(slot).set(bytes);
    this.lengths.put(slot, bytes.length);
    return true;
  }

  /** The bytes of a slot's text, as they stand: not to be kept. */
  bytes(slot: number): Buffer {
    const start = this.starts.values[slot] ?? 0;
    const from = start % 2 ** 32;
    return (this.chunks[Math.floor(start / 2 ** 32)] ?? NONE).subarray(from, from + (this.lengths.values[slot] ?? 0));
  }
}

const NONE = Buffer.alloc(0);
