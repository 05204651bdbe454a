export interface WeightedSummary {
  /** Sum of the weights of the values that are known. */
  readonly weight: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
}

/** Sorted copy of the values that are known (finite, positive weight). */
function known(values: ArrayLike<number>, weights: ArrayLike<number>): readonly (readonly [value: number, weight: number])[] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    const weight = weights[i]!;
    if (Number.isFinite(value) && weight > 0) pairs.push([value, weight]);
  }
  return pairs.toSorted((a, b) => a[0] - b[0]);
}

function quantileOf(sorted: readonly (readonly [number, number])[], total: number, q: number): number {
  let cumulated = 0;
  for (const [value, weight] of sorted) {
    cumulated += weight;
    if (cumulated >= q * total) return value;
  }
  return sorted.at(-1)?.[0] ?? Number.NaN;
}

/** The smallest value v such that the weight of the values ≤ v is at least q of the whole; NaN when nothing is known. */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, q: number): number {
  const sorted = known(values, weights);
  return quantileOf(sorted, sorted.reduce((sum, [, weight]) => sum + weight, 0), q);
}

/** Mean, median and 90th percentile weighted by inhabitants; NaN values (« pas de donnée ») are left out with their weight. */
export function weightedSummary(values: ArrayLike<number>, weights: ArrayLike<number>): WeightedSummary {
  const sorted = known(values, weights);
  const weight = sorted.reduce((sum, [, w]) => sum + w, 0);
  const mean = weight > 0 ? sorted.reduce((sum, [value, w]) => sum + value * w, 0) / weight : Number.NaN;
  return { weight, mean, median: quantileOf(sorted, weight, 0.5), p90: quantileOf(sorted, weight, 0.9) };
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
