import { weightedQuantile } from "./weighted";

/** Values that are known, ascending, with their weights. */
function ordered(values: ArrayLike<number>, weights: ArrayLike<number>): readonly number[] {
  return Array.from({ length: values.length }, (_, i) => i)
    .filter((i) => Number.isFinite(values[i]) && weights[i]! > 0)
    .toSorted((a, b) => values[a]! - values[b]!);
}

/**
 * Weighted Gini coefficient of values that are not negative: half the mean difference between two inhabitants, over the mean.
 * 0 when all have the same, towards 1 as few have it all. By the Lorenz curve, 1 − Σ wᵢ (Sᵢ + Sᵢ₋₁) / (W S), S being the running
 * sums of w·x (Gini, 1912; Lerman and Yitzhaki, 1989, for weights). Unknown values and weights of 0 take no part; NaN when nothing
 * is known or when all values are 0.
 */
export function gini(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let [weight, sum, area] = [0, 0, 0];
  for (const i of ordered(values, weights)) {
    const before = sum;
    sum += weights[i]! * values[i]!;
    weight += weights[i]!;
    area += weights[i]! * (sum + before);
  }
  return sum > 0 ? Math.max(0, 1 - area / (weight * sum)) : Number.NaN;
}

/** How many times more the ninth tenth of inhabitants has than the first: P90 / P10. NaN when it is not known or P10 is 0. */
export function ratioP90P10(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const low = weightedQuantile(values, weights, 0.1);
  return low > 0 ? weightedQuantile(values, weights, 0.9) / low : Number.NaN;
}

/** Share of the weight known whose value is at each limit at most (exactly there is in). NaN when nothing is known. @param limits ascending */
export function sharesWithin(values: ArrayLike<number>, weights: ArrayLike<number>, limits: ArrayLike<number>): Float64Array {
  const order = ordered(values, weights);
  const weight = order.reduce((sum, i) => sum + weights[i]!, 0);
  const shares = new Float64Array(limits.length);
  let [at, sum] = [0, 0];
  for (let k = 0; k < limits.length; k += 1) {
    for (; at < order.length && values[order[at]!]! <= limits[k]!; at += 1) sum += weights[order[at]!]!;
    shares[k] = weight > 0 ? sum / weight : Number.NaN;
  }
  return shares;
}
