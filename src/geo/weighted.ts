export interface WeightedSummary {
  /** Sum of the weights of the values that are known. */
  readonly weight: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
}

/** Values and their weights, side by side. */
interface Weighted {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/** The values that are known (finite, positive weight), in their order. */
function known(values: ArrayLike<number>, weights: ArrayLike<number>): Weighted {
  const kept = { values: new Float64Array(values.length), weights: new Float64Array(values.length) };
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (!Number.isFinite(values[i]!) || !(weights[i]! > 0)) continue;
    kept.values[count] = values[i]!;
    kept.weights[count] = weights[i]!;
    count += 1;
  }
  return { values: kept.values.subarray(0, count), weights: kept.weights.subarray(0, count) };
}

function sumOf(weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += weights[i]!;
  return sum;
}

/** Fewer values than this are sorted; more are first cut in this many slices. */
const SLICES = 256;

/** By sorting: the smallest value at which `before` and the weights reach the target; the greatest one when rounding leaves them short. */
function scan({ values, weights }: Weighted, before: number, target: number): number {
  const order = Array.from(values.keys()).toSorted((a, b) => values[a]! - values[b]!);
  let cumulated = before;
  for (const i of order) {
    cumulated += weights[i]!;
    if (cumulated >= target) return values[i]!;
  }
  return values[order.at(-1) ?? -1] ?? Number.NaN;
}

/** Only the slice of values in which the target falls is looked at again: time grows with the number of values, no more. */
function select({ values, weights }: Weighted, before: number, target: number): number {
  if (values.length <= SLICES) return scan({ values, weights }, before, target);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i += 1) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  if (low === high) return low;
  const sliceOf = (value: number): number => Math.floor(((value - low) / (high - low)) * (SLICES - 1));
  const sums = new Float64Array(SLICES);
  for (let i = 0; i < values.length; i += 1) {
    const slice = sliceOf(values[i]!);
    sums[slice] = sums[slice]! + weights[i]!;
  }
  let cumulated = before;
  let [slice, last, lastBefore] = [0, 0, before];
  for (; slice < SLICES; slice += 1) {
    if (!(sums[slice]! > 0)) continue;
    [last, lastBefore] = [slice, cumulated];
    cumulated += sums[slice]!;
    if (cumulated >= target) break;
  }
  const inside = { values: new Float64Array(values.length), weights: new Float64Array(values.length) };
  let count = 0;
  for (let i = 0; i < values.length; i += 1) {
    if (sliceOf(values[i]!) !== last) continue;
    inside.values[count] = values[i]!;
    inside.weights[count] = weights[i]!;
    count += 1;
  }
  return select({ values: inside.values.subarray(0, count), weights: inside.weights.subarray(0, count) }, lastBefore, target);
}

/** Share of the target that sums in another order may miss by rounding: weights that reach exactly q of the whole do reach it. */
const ARRONDI = 1e-12;

const targetOf = (q: number, weight: number): number => q * weight * (1 - ARRONDI);

/** The smallest value v such that the weight of the values ≤ v is at least q of the whole; NaN when nothing is known. */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, q: number): number {
  const kept = known(values, weights);
  return select(kept, 0, targetOf(q, sumOf(kept.weights)));
}

/** Mean, median and 90th percentile weighted by inhabitants; NaN values (« pas de donnée ») are left out with their weight. */
export function weightedSummary(values: ArrayLike<number>, weights: ArrayLike<number>): WeightedSummary {
  const kept = known(values, weights);
  const weight = sumOf(kept.weights);
  let sum = 0;
  for (let i = 0; i < kept.values.length; i += 1) sum += kept.values[i]! * kept.weights[i]!;
  return { weight, mean: weight > 0 ? sum / weight : Number.NaN, median: select(kept, 0, targetOf(0.5, weight)), p90: select(kept, 0, targetOf(0.9, weight)) };
}

/**
 * Pearson's correlation with weights; rows with an unknown value or without weight take no part. NaN for fewer than two
 * rows, or when one of the two does not vary.
 */
export function weightedCorrelation(x: ArrayLike<number>, y: ArrayLike<number>, weights: ArrayLike<number>): number {
  const rows = Array.from({ length: x.length }, (_, i) => i).filter((i) => Number.isFinite(x[i]) && Number.isFinite(y[i]) && weights[i]! > 0);
  const total = rows.reduce((sum, i) => sum + weights[i]!, 0);
  const mean = (values: ArrayLike<number>): number => rows.reduce((sum, i) => sum + weights[i]! * values[i]!, 0) / total;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const i of rows) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my];
    xx += weights[i]! * dx * dx;
    yy += weights[i]! * dy * dy;
    xy += weights[i]! * dx * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN;
}
