import type { ReachMatrix } from "./reach-matrix";

/**
 * Sets of candidates with a weight: choosing one candidate of a set earns its weight, once. A set holds those of its
 * `parent`, always an earlier one, and some more. Two equal sets are one, with the sum of their weights: that is how
 * demand is merged without loss, since points that the same candidates serve are served or not together.
 */
export interface CandidateSets {
  readonly candidates: number;
  /** Candidates of set s that its parent does not have: `start[s] .. start[s + 1] - 1`. */
  readonly start: Int32Array;
  readonly candidate: Int32Array;
  /** −1 for a set without parent. */
  readonly parent: Int32Array;
  readonly weight: Float64Array;
}

/** The matrix read by point: candidates of each, ascending. */
export interface ByPoint {
  readonly start: Int32Array;
  readonly candidate: Int32Array;
  readonly minutes: Float64Array;
}

export function transpose({ candidates, points, start: rows, point, minutes }: ReachMatrix): ByPoint {
  const start = new Int32Array(points + 1);
  for (const p of point) start[p + 1]! += 1;
  for (let p = 0; p < points; p += 1) start[p + 1]! += start[p]!;
  const next = start.slice();
  const found = { start, candidate: new Int32Array(point.length), minutes: new Float64Array(point.length) };
  for (let c = 0; c < candidates; c += 1) {
    for (let at = rows[c]!; at < rows[c + 1]!; at += 1) {
      const to = next[point[at]!]!;
      next[point[at]!] = to + 1;
      found.candidate[to] = c;
      found.minutes[to] = minutes[at]!;
    }
  }
  return found;
}

/** Two 32-bit words a candidate, spread at will: sets with other words are other sets (splitmix32). */
function word(candidate: number, salt: number): number {
  let z = (Math.imul(candidate + 1, 0x9e3779b9) + salt) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

/** Sets being gathered: an equal set is found again by the words of its members, then compared with them. */
class Gathering {
  private readonly start: number[] = [0];
  private readonly candidate: number[] = [];
  private readonly parent: number[] = [];
  private readonly size: number[] = [];
  private readonly weight: number[] = [];
  private readonly known = new Map<number, number[]>();

  /** Number of sets so far. */
  get length(): number {
    return this.weight.length;
  }

  /** Whether a set is all of `parent` and `more`: the same link of the chain, most of the time; else its members are walked through. */
  private holds(set: number, parent: number, more: readonly number[], all: ReadonlySet<number>): boolean {
    if (this.size[set] !== all.size) return false;
    const [from, to] = [this.start[set]!, this.start[set + 1]!];
    if (this.parent[set] === parent && to - from === more.length && more.every((c, i) => this.candidate[from + i] === c)) return true;
    for (let s = set; s >= 0; s = this.parent[s]!) for (let at = this.start[s]!; at < this.start[s + 1]!; at += 1) if (!all.has(this.candidate[at]!)) return false;
    return true;
  }

  /** Adds `weight` to the set that holds `parent` and `more`; `all` is all of it and `key` the words of its members. Gives its number. */
  add(parent: number, more: readonly number[], all: ReadonlySet<number>, key: number, weight: number): number {
    const alike = this.known.get(key) ?? [];
    for (const set of alike) {
      if (!this.holds(set, parent, more, all)) continue;
      this.weight[set]! += weight;
      return set;
    }
    const made = this.weight.length;
    this.known.set(key, [...alike, made]);
    for (const c of more) this.candidate.push(c);
    this.start.push(this.candidate.length);
    this.parent.push(parent);
    this.size.push(all.size);
    this.weight.push(weight);
    return made;
  }

  end(candidates: number): CandidateSets {
    const { start, candidate, parent, weight } = this;
    return { candidates, start: Int32Array.from(start), candidate: Int32Array.from(candidate), parent: Int32Array.from(parent), weight: Float64Array.from(weight) };
  }
}

/** What each point has to gain: its candidates by groups, each group with the weight that it earns before the next ones. */
type Levels = (point: number, candidates: Int32Array, minutes: Float64Array) => readonly { readonly more: readonly number[]; readonly weight: number }[];

/** Points read between two yields: a few milliseconds each at most. */
const SLICE = 100;

/** The sets of the points, merged; null as soon as there are more than `most`. Yields the share of the points read. */
function* gather(matrix: ReachMatrix, levels: Levels, most: number): Generator<number, CandidateSets | null, void> {
  const { start, candidate, minutes } = transpose(matrix);
  const gathering = new Gathering();
  for (let point = 0; point < matrix.points; point += 1) {
    if (point % SLICE === SLICE - 1) yield point / matrix.points;
    if (gathering.length > most) return null;
    const [from, to] = [start[point]!, start[point + 1]!];
    if (from === to) continue;
    const all = new Set<number>();
    let [high, low, parent] = [0, 0, -1];
    for (const { more, weight } of levels(point, candidate.subarray(from, to), minutes.subarray(from, to))) {
      for (const c of more) {
        all.add(c);
        high ^= word(c, 1);
        low ^= word(c, 2);
      }
      parent = gathering.add(parent, more, all, (high >>> 0) * 0x10_0000 + (low & 0xf_ffff), weight);
    }
  }
  return gathering.end(matrix.candidates);
}

/** Whether a point is served, and by less than `minutes`: exactly that many is not less. */
const positive = (weight: number): boolean => weight > 0;

/**
 * Points within `limit` minutes of each candidate (exactly `limit` is in), merged: a set a distinct group of candidates,
 * weighing the inhabitants it serves. Left out: points that weigh nothing, those already at `limit` at most (`base`:
 * minutes to the nearest existing site, Infinity for none), and those within reach of no candidate. Yields the share done.
 */
export function* coverageSets(matrix: ReachMatrix, weight: Float64Array, base: Float64Array, limit: number): Generator<number, CandidateSets, void> {
  const levels: Levels = (point, candidates, minutes) => {
    if (!positive(weight[point]!) || base[point]! <= limit) return [];
    const more = Array.from(candidates).filter((_, i) => minutes[i]! <= limit);
    return more.length === 0 ? [] : [{ more, weight: weight[point]! }];
  };
  // A set a point at most: never too many.
  return (yield* gather(matrix, levels, Number.POSITIVE_INFINITY))!;
}

/**
 * What choosing candidates saves on the minutes × weight of the points, `base` being their minutes before: for a point
 * whose candidates are, nearest first, at t1 < t2 < … < base, each set {nearest k} earns weight × (t(k+1) − tk), so that
 * the sets hit add up to weight × (base − minutes to the nearest chosen). Sets of a point are chained by `parent`, and
 * merged with those of the others: nothing is lost. Sources: Cornuéjols, Nemhauser & Wolsey (1980), Elloumi (2010) for
 * the chain; Church (2003, COBRA) for the merging. Null as soon as there are more than `most`. Yields the share done.
 */
export function savingSets(matrix: ReachMatrix, weight: Float64Array, base: Float64Array, most: number): Generator<number, CandidateSets | null, void> {
  const levels: Levels = (point, candidates, minutes) => {
    const [worth, before] = [weight[point]!, base[point]!];
    if (!positive(worth)) return [];
    const order = Array.from(candidates.keys()).filter((i) => minutes[i]! < before).toSorted((a, b) => minutes[a]! - minutes[b]! || a - b);
    const found: { readonly more: number[]; weight: number }[] = [];
    order.forEach((i, rank) => {
      const next = rank + 1 < order.length ? minutes[order[rank + 1]!]! : before;
      const last = found.at(-1);
      if (last !== undefined && last.weight === 0) last.more.push(candidates[i]!);
      else found.push({ more: [candidates[i]!], weight: 0 });
      found.at(-1)!.weight = worth * (next - minutes[i]!);
    });
    return found;
  };
  return gather(matrix, levels, most);
}
