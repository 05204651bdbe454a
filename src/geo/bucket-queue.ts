/**
 * Priority queue of a Dijkstra on whole ticks (Dial 1969): a ring of buckets, each a linked list in typed arrays. Order inside a bucket is loose: an item may come out before its time is final, it is then pushed again.
 */
export class BucketQueue {
  private readonly heads: Int32Array;
  private readonly mask: number;
  private items: Int32Array;
  private nexts: Int32Array;
  /** First free cell of the lists, -1 when the arrays are full up to `used`. */
  private free = -1;
  private used = 0;
  private size = 0;
  private current: number;
  private readonly shift: number;

  /**
   * @param start the smallest ticks that will be pushed
   * @param span the most that a push may lie above the bucket being emptied: the longest edge, or the spread of the first pushes
   * @param shift a bucket holds 2^shift ticks
   */
  constructor(start: number, span: number, shift: number) {
    this.shift = shift;
    let ring = 4;
    while (ring < (span >>> shift) + 2) ring *= 2;
    this.heads = new Int32Array(ring).fill(-1);
    this.mask = ring - 1;
    this.items = new Int32Array(4096);
    this.nexts = new Int32Array(4096);
    this.current = start >>> shift;
  }

  push(item: number, ticks: number): void {
    let cell = this.free;
    if (cell >= 0) this.free = this.nexts[cell]!;
    else {
      cell = this.used;
      this.used += 1;
      if (cell === this.items.length) this.grow();
    }
    const slot = (ticks >>> this.shift) & this.mask;
    this.items[cell] = item;
    this.nexts[cell] = this.heads[slot]!;
    this.heads[slot] = cell;
    this.size += 1;
  }

  /** Goes to the next bucket that holds something: its number, ticks >>> shift; -1 when nothing is left. */
  next(): number {
    if (this.size === 0) return -1;
    while (this.heads[this.current & this.mask]! < 0) this.current += 1;
    return this.current;
  }

  /**
   * Takes an item of the current bucket; -1 when it is empty. An item that has since found a shorter way comes out
   * again at its old time: the caller drops it.
   */
  take(): number {
    const slot = this.current & this.mask;
    const cell = this.heads[slot]!;
    if (cell < 0) return -1;
    this.heads[slot] = this.nexts[cell]!;
    this.nexts[cell] = this.free;
    this.free = cell;
    this.size -= 1;
    return this.items[cell]!;
  }

  private grow(): void {
    const items = new Int32Array(2 * this.items.length);
    const nexts = new Int32Array(2 * this.nexts.length);
    items.set(this.items);
    nexts.set(this.nexts);
    this.items = items;
    this.nexts = nexts;
  }
}
