/**
 * Packs texts that are much alike, so that millions of cards stay small. The first texts are kept as they are, as an example;
 * each text is written as what it shares with the example, and what is its own. (The idea of LZ77, J. Ziv and A. Lempel.)
 *
 * A byte below 128 says that so many bytes and one more follow as they are. Any other says to copy that less 128, and `LEAST`
 * more, from the place in the example that the next two bytes say.
 */
export class Packing {
  private readonly example = Buffer.alloc(EXAMPLE);
  private known = 0;
  /** Where in the example four bytes with a hash stood last, plus one. */
  private readonly seen = new Uint32Array(1 << HASH_BITS);
  private text = Buffer.alloc(1 << 14);
  private packed = Buffer.alloc(1 << 14);

  /** The packed bytes of a text: to be copied before the next is packed. */
  pack(text: string): Uint8Array {
    if (this.text.length < text.length * 3) {
      this.text = Buffer.alloc(text.length * 4);
      this.packed = Buffer.alloc(text.length * 5);
    }
    const length = this.text.write(text);
    const packed = this.packed.subarray(0, this.squeeze(length));
    this.learn(length);
    return packed;
  }

  /** The text that was packed. */
  unpack(packed: Uint8Array): string {
    let end = 0;
    for (let at = 0; at < packed.length; ) {
      const mark = packed[at++] ?? 0;
      const own = mark < SHARED;
      const count = own ? mark + 1 : mark - SHARED + LEAST;
      if (this.text.length < end + count)
        this.text = Buffer.concat([this.text, Buffer.alloc(this.text.length + count)]);
      const from = own ? at : (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
      const source = own ? packed : this.example;
      for (let byte = 0; byte < count; byte++) this.text[end++] = source[from + byte] ?? 0;
      at += own ? count : 2;
    }
    return this.text.toString("utf8", 0, end);
  }

  /** Writes the text into `packed`; gives how many bytes that took. */
  private squeeze(length: number): number {
    const { text, example, seen, known } = this;
    let [at, own, end] = [0, 0, 0];
    while (at + LEAST <= length) {
      const from = (seen[hashAt(text, at)] ?? 0) - 1;
      let shared = 0;
      if (from >= 0) {
        const most = Math.min(length - at, known - from, LEAST + 127);
        while (shared < most && text[at + shared] === example[from + shared]) shared++;
      }
      if (shared < LEAST) {
        at++;
        continue;
      }
      end = this.keep(own, at, end);
      this.packed[end++] = SHARED + shared - LEAST;
      this.packed[end++] = from & 255;
      this.packed[end++] = from >>> 8;
      at += shared;
      own = at;
    }
    return this.keep(own, length, end);
  }

  /** Writes bytes of the text as they are. */
  private keep(from: number, to: number, end: number): number {
    let next = end;
    for (let at = from; at < to; ) {
      const count = Math.min(to - at, SHARED);
      this.packed[next++] = count - 1;
      for (const last = at + count; at < last; at++) this.packed[next++] = this.text[at] ?? 0;
    }
    return next;
  }

  /** Adds the text to the example, as long as there is room. What was packed before stays true: nothing in it moves. */
  private learn(length: number): void {
    if (this.known + length > EXAMPLE) return;
    this.text.copy(this.example, this.known, 0, length);
    for (let at = this.known; at + LEAST <= this.known + length; at++) this.seen[hashAt(this.example, at)] = at + 1;
    this.known += length;
  }
}

/** Places in it are written as two bytes. */
const EXAMPLE = 1 << 16;
const HASH_BITS = 16;
const LEAST = 5;
const SHARED = 128;

function hashAt(bytes: Uint8Array, at: number): number {
  const four =
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  return Math.imul(four ^ ((bytes[at + 4] ?? 0) << 11), 0x9e37_79b1) >>> (32 - HASH_BITS);
}
