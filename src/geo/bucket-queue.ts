/** A bucket holds 2^11 ticks: 2 s. 0.25 to 4 s measured the same. */
const SHIFT = 11;

/**
 * Priority queue of a Dijkstra on whole ticks (Dial 1969): a ring of buckets of 2 s, each a linked list in typed
 * arrays. Order inside a bucket is loose: a node may come out before its time is final, it is then pushed again.
 */
export class BucketQueue {
  private readonly heads: Int32Array;
  private readonly mask: number;
  private nodes: Int32Array;
  private nexts: Int32Array;
  /** First free cell of the lists, -1 when the arrays are full up to `used`. */
  private free = -1;
  private used = 0;
  private size = 0;
  private current: number;

  /**
   * @param start the smallest ticks that will be pushed
   * @param span the most that a push may lie above the bucket being emptied: the longest edge, or the spread of the first pushes
   */
  constructor(start: number, span: number, capacity: number) {
    let ring = 4;
    while (ring < (span >>> SHIFT) + 2) ring *= 2;
    this.heads = new Int32Array(ring).fill(-1);
    this.mask = ring - 1;
    this.nodes = new Int32Array(Math.max(capacity, 16));
    this.nexts = new Int32Array(Math.max(capacity, 16));
    this.current = start >>> SHIFT;
  }

  push(node: number, ticks: number): void {
    let cell = this.free;
    if (cell >= 0) this.free = this.nexts[cell]!;
    else {
      cell = this.used;
      this.used += 1;
      if (cell === this.nodes.length) this.grow();
    }
    const slot = (ticks >>> SHIFT) & this.mask;
    this.nodes[cell] = node;
    this.nexts[cell] = this.heads[slot]!;
    this.heads[slot] = cell;
    this.size += 1;
  }

  /** Goes to the next bucket that holds something and gives the first tick of it; -1 when nothing is left. */
  next(): number {
    if (this.size === 0) return -1;
    while (this.heads[this.current & this.mask]! < 0) this.current += 1;
    return this.current << SHIFT;
  }

  /**
   * Takes a node of the current bucket whose time, read in `ticks`, is in it; -1 when it is empty. A node that has
   * since found a shorter way was met in an earlier bucket: its late cells are dropped.
   */
  take(ticks: Int32Array): number {
    const slot = this.current & this.mask;
    for (let cell = this.heads[slot]!; cell >= 0; cell = this.heads[slot]!) {
      const node = this.nodes[cell]!;
      this.heads[slot] = this.nexts[cell]!;
      this.nexts[cell] = this.free;
      this.free = cell;
      this.size -= 1;
      if (ticks[node]! >>> SHIFT === this.current) return node;
    }
    return -1;
  }

  /** First tick after the current bucket. */
  end(): number {
    return (this.current + 1) << SHIFT;
  }

  private grow(): void {
    const nodes = new Int32Array(2 * this.nodes.length);
    const nexts = new Int32Array(2 * this.nexts.length);
    nodes.set(this.nodes);
    nexts.set(this.nexts);
    this.nodes = nodes;
    this.nexts = nexts;
  }
}
