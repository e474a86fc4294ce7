/** Keeps the first so many of what it is offered. The last of those that it keeps is on top. */
export class Heap {
  private readonly kept: Int32Array;
  private count = 0;

  constructor(
    private readonly most: number,
    private readonly compare: (one: number, other: number) => number,
  ) {
    this.kept = new Int32Array(most);
  }

  get full(): boolean {
    return this.count === this.most;
  }

  get top(): number {
    return this.kept[0] ?? 0;
  }

  offer(slot: number): void {
    const { kept } = this;
    if (this.count < this.most) {
      let at = this.count++;
      for (let over = (at - 1) >> 1; at > 0 && this.compare(kept[over] ?? 0, slot) < 0; over = (at - 1) >> 1) {
        kept[at] = kept[over] ?? 0;
        at = over;
      }
      kept[at] = slot;
    } else if (this.most > 0 && this.compare(slot, this.top) < 0) this.sink(slot);
  }

  slots(): number[] {
    return [...this.kept.subarray(0, this.count)];
  }

  /** Puts a slot where the top was, and lets it down to where it belongs. */
  private sink(slot: number): void {
    const { kept } = this;
    let at = 0;
    for (;;) {
      let under = at * 2 + 1;
      if (under >= this.count) break;
      if (under + 1 < this.count && this.compare(kept[under + 1] ?? 0, kept[under] ?? 0) > 0) under++;
      if (this.compare(kept[under] ?? 0, slot) <= 0) break;
      kept[at] = kept[under] ?? 0;
      at = under;
    }
    kept[at] = slot;
  }
}
