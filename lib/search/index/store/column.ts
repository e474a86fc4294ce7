type Numbers = Uint32Array | Int32Array | Float64Array;

/**
 * A column of numbers, one for each slot, that grows as slots are added. Read `values` anew after anything was put: it is
 * another array once the column has grown.
 */
export class Column<T extends Numbers> {
  values: T;

  constructor(
    private readonly make: (length: number) => T,
    room = 0,
  ) {
    this.values = make(room);
  }

  put(at: number, value: number): void {
    if (at >= this.values.length) this.reserve(at + 1);
    const values: Numbers = this.values;
    values[at] = value;
  }

  /** Makes room for so many numbers: a quarter more than there was at least, so that each is moved only a few times. */
  reserve(needed: number): void {
    const before = this.values;
    if (needed <= before.length) return;
    this.values = this.make(Math.max(needed, Math.ceil(before.length * 1.25), 16));
    this.values.set(before);
  }
}

/** Numbers from 0 to 2^32 - 1. */
export const wholes = (room = 0): Column<Uint32Array> => new Column((length) => new Uint32Array(length), room);
/** Numbers from -2^31 to 2^31 - 1. */
export const integers = (room = 0): Column<Int32Array> => new Column((length) => new Int32Array(length), room);
/** Any number that JavaScript has: whole ones to 2^53. */
export const numbers = (room = 0): Column<Float64Array> => new Column((length) => new Float64Array(length), room);
