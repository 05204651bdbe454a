/** A place that no node of the file gave. */
const MISSING = 0x7f_ff_ff_ff;
const MAX_LON = 1_800_000_000;
const MAX_LAT = 900_000_000;

/**
 * The nodes that roads name: their ids in order, each once, and where they are. Ids are looked for from
 * the one found before: files list nodes in the order of their ids, and roads name neighbours.
 */
export class Places {
  readonly ids: Float64Array;
  readonly lonE7: Int32Array;
  readonly latE7: Int32Array;
  private last = 0;

  /** @param refs ids as roads name them, in any order; sorted in place */
  constructor(refs: Float64Array) {
    refs.sort();
    let count = 0;
    for (let i = 0; i < refs.length; i += 1) {
      if (i > 0 && refs[i] === refs[count - 1]) continue;
      refs[count] = refs[i]!;
      count += 1;
    }
    this.ids = refs.slice(0, count);
    this.lonE7 = new Int32Array(count).fill(MISSING);
    this.latE7 = new Int32Array(count);
  }

  /** Index of an id; −1 when no road names it. */
  find(id: number): number {
    const { ids } = this;
    let from = this.last;
    if (ids[from] === id) return from;
    let step = 1;
    let [low, high] = [0, ids.length - 1];
    // Wider and wider steps away from the last one found, then the usual halving.
    if (id > ids[from]!) {
      for (low = from; from + step <= high && ids[from + step]! < id; step *= 2) low = from + step;
      high = Math.min(high, from + step);
    } else {
      for (high = from; from - step >= 0 && ids[from - step]! > id; step *= 2) high = from - step;
      low = Math.max(0, from - step);
    }
    while (low < high) {
      from = (low + high) >> 1;
      if (ids[from]! < id) low = from + 1;
      else high = from;
    }
    this.last = low;
    return ids[low] === id ? low : -1;
  }

  /** Notes where a node is; nodes that no road names and positions off the globe are left. */
  put(id: number, lonE7: number, latE7: number): void {
    const index = this.find(id);
    if (index < 0 || Math.abs(lonE7) > MAX_LON || Math.abs(latE7) > MAX_LAT) return;
    this.lonE7[index] = lonE7;
    this.latE7[index] = latE7;
  }

  isMissing(index: number): boolean {
    return this.lonE7[index] === MISSING;
  }

  countMissing(): number {
    return this.lonE7.reduce((count, lon) => (lon === MISSING ? count + 1 : count), 0);
  }
}
