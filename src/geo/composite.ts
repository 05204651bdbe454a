import { ranksFromHighest } from "./ranks";

/** Indicators side by side: value of row i for indicator k at `k * rows + i`, 0 (best) to 100 (worst), NaN where it is not known. */
export interface Indicators {
  readonly rows: number;
  readonly values: Float64Array;
}

export function indicatorsOf(columns: readonly Float64Array[], rows: number): Indicators {
  const values = new Float64Array(columns.length * rows);
  columns.forEach((column, k) => values.set(column, k * rows));
  return { rows, values };
}

/**
 * 0 to 100 by rank among the known values: 100 for the worst, equal values alike, 50 for one alone or when all are equal.
 * @param highIsWorse whether the highest value is the worst
 */
export function byRank(values: Float64Array, highIsWorse: boolean): Float64Array {
  const ranks = ranksFromHighest(highIsWorse ? values : values.map((value) => -value));
  const known = values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  return ranks.map((rank) => (Number.isNaN(rank) || known > 1 ? (100 * (known - rank)) / (known - 1) : 50));
}

/** 0 at `good` and on its side, 100 at `bad` and beyond, straight between the two. */
export function byBounds(values: Float64Array, good: number, bad: number): Float64Array {
  return values.map((value) => (Number.isNaN(value) ? Number.NaN : Math.min(100, Math.max(0, (100 * (value - good)) / (bad - good)))));
}

export interface Composite {
  /** Σ w x / Σ w over what is known; NaN where nothing that weighs is known. */
  readonly scores: Float64Array;
  /** Share of the weight that is known, 0 to 1. */
  readonly known: Float64Array;
}

/** Weighted means of the known indicators: what is missing gives its weight to the rest, in proportion, and is never a 0. */
export function composite({ rows, values }: Indicators, weights: ArrayLike<number>): Composite {
  const sums = new Float64Array(rows);
  const known = new Float64Array(rows);
  let whole = 0;
  for (let k = 0; k < weights.length; k += 1) {
    const weight = weights[k]!;
    whole += weight;
    for (let i = 0, at = k * rows; i < rows; i += 1, at += 1) {
      const value = values[at]!;
      if (Number.isNaN(value)) continue;
      sums[i]! += weight * value;
      known[i]! += weight;
    }
  }
  return { scores: sums.map((sum, i) => (known[i]! > 0 ? sum / known[i]! : Number.NaN)), known: known.map((weight) => weight / whole) };
}

/** Rows that lack the same indicators: one divisor a draw does for all of them. */
interface Patterns {
  /** Pattern of each row. */
  readonly of: Int32Array;
  /** For each pattern, whether each indicator is known. */
  readonly known: readonly (readonly boolean[])[];
}

function patternsOf({ rows, values }: Indicators, count: number): Patterns {
  const found = new Map<string, number>();
  const known: (readonly boolean[])[] = [];
  const of = Int32Array.from({ length: rows }, (_, i) => {
    const pattern = Array.from({ length: count }, (__, k) => !Number.isNaN(values[k * rows + i]!));
    const key = pattern.join();
    const number = found.get(key) ?? known.length;
    if (number === known.length) {
      found.set(key, number);
      known.push(pattern);
    }
    return number;
  });
  return { of, known };
}

const BINS = 2048;

/** The n-th highest of scores from 0 to 100 (−1 for none): bins first, then only the bin it falls in is sorted. */
class NthHighest {
  private readonly counts = new Int32Array(BINS);

  of(scores: Float64Array, n: number): number {
    const { counts } = this;
    counts.fill(0);
    const scale = (BINS - 1) / 100;
    for (let i = 0; i < scores.length; i += 1) if (scores[i]! >= 0) counts[(scores[i]! * scale) | 0]! += 1;
    let bin = BINS - 1;
    let above = 0;
    while (bin > 0 && above + counts[bin]! < n) {
      above += counts[bin]!;
      bin -= 1;
    }
    const inside: number[] = [];
    for (let i = 0; i < scores.length; i += 1) if (scores[i]! >= 0 && ((scores[i]! * scale) | 0) === bin) inside.push(scores[i]!);
    inside.sort((a, b) => b - a);
    // Fewer scores than the list is long: all of them are in it.
    return inside[n - above - 1] ?? 0;
  }
}

export interface Draws {
  readonly count: number;
  /** Each weight is multiplied by a number drawn evenly from 1 − spread to 1 + spread, then they are set to the same sum again. */
  readonly spread: number;
  /** Size of the list: a row is in it when fewer than `top` rows score higher. */
  readonly top: number;
  random(): number;
}

/** Adds two indicators, side by side, at once: half the reads and writes of the sums. With one left, the second weighs 0. */
function addTwo(sums: Float64Array, values: Float64Array, first: number, a: number, b: number): void {
  const rows = sums.length;
  const second = b === 0 ? first : first + rows;
  for (let i = 0; i < rows; i += 1) sums[i]! += a * values[first + i]! + b * values[second + i]!;
}

/** Draws made between two yields: some milliseconds of work. */
const SLICE = 25;

/**
 * Share of the draws in which each row is among the `top` highest scores: how much its place in the list hangs on
 * the exact weights. NaN for a row without a score. Yields the share of the draws made.
 */
export function* topShares(indicators: Indicators, weights: ArrayLike<number>, { count, spread, top, random }: Draws): Generator<number, Float64Array, void> {
  const { rows } = indicators;
  const { of, known } = patternsOf(indicators, weights.length);
  const filled = indicators.values.map((value) => (Number.isNaN(value) ? 0 : value));
  const drawn = new Float64Array(weights.length);
  const scores = new Float64Array(rows);
  const hits = new Int32Array(rows);
  const nth = new NthHighest();
  for (let draw = 0; draw < count; draw += 1) {
    for (let k = 0; k < drawn.length; k += 1) drawn[k] = weights[k]! * (1 + spread * (2 * random() - 1));
    const scale = Float64Array.from(known, (pattern) => 1 / pattern.reduce((sum, there, k) => (there ? sum + drawn[k]! : sum), 0));
    scores.fill(0);
    for (let k = 0; k < drawn.length; k += 2) addTwo(scores, filled, k * rows, drawn[k]!, drawn[k + 1] ?? 0);
    for (let i = 0; i < rows; i += 1) {
      const by = scale[of[i]!]!;
      scores[i] = by < Number.POSITIVE_INFINITY ? scores[i]! * by : -1;
    }
    const bar = nth.of(scores, top);
    for (let i = 0; i < rows; i += 1) if (scores[i]! >= bar) hits[i]! += 1;
    if (draw % SLICE === SLICE - 1) yield (draw + 1) / count;
  }
  return Float64Array.from(hits, (hit, i) => (known[of[i]!]!.some((there, k) => there && weights[k]! > 0) ? hit / count : Number.NaN));
}
