import { type Choice, chooseGreedily, minutesWith, type Rules } from "./greedy";
import type { ReachMatrix } from "./reach-matrix";

/** The worst minutes of the points that weigh something; −Infinity for none. */
export function worstOf(weight: Float64Array, minutes: Float64Array): number {
  let worst = Number.NEGATIVE_INFINITY;
  for (let p = 0; p < minutes.length; p += 1) if (weight[p]! > 0 && minutes[p]! > worst) worst = minutes[p]!;
  return worst;
}

/** The worst minutes if each candidate, alone, were added to the existing sites. */
export function worstOfEach(matrix: ReachMatrix, weight: Float64Array, base: Float64Array): Float64Array {
  return Float64Array.from({ length: matrix.candidates }, (_, candidate) => worstOf(weight, minutesWith(matrix, base, [candidate])));
}

/** The minutes under which no choice of sites brings the worst point, since no candidate is nearer to it. */
export function leastWorst(matrix: ReachMatrix, weight: Float64Array, base: Float64Array): number {
  return worstOf(weight, minutesWith(matrix, base, Array.from({ length: matrix.candidates }, (_, c) => c)));
}

/** Every value that the worst minutes can take from `least` to `most`, ascending: those of the matrix and of `base`. */
export function worstValues({ minutes }: ReachMatrix, base: Float64Array, least: number, most: number): Float64Array {
  const within = (value: number): boolean => value >= least && value <= most;
  // Millions of them, which a set would not hold.
  const [times, own] = [minutes.filter(within), base.filter(within)];
  const values = new Float64Array(times.length + own.length);
  values.set(times);
  values.set(own, times.length);
  values.sort();
  return values.filter((value, i) => i === 0 || value !== values[i - 1]);
}

/** Sites within `radius` of every point that weighs something, chosen greedily; null when p do not do. */
function coverAll(matrix: ReachMatrix, weight: Float64Array, base: Float64Array, p: number, rules: Rules, radius: number): Choice | null {
  const far = (point: number, minutes: number): number => (weight[point]! > 0 && minutes > radius ? 1 : 0);
  const choice = chooseGreedily(matrix, far, base, rules, (chosen) => chosen >= p);
  return worstOf(weight, choice.minutes) <= radius ? choice : null;
}

/**
 * At most p sites for the least worst minutes: the least radius, found by halving, at which greedy choices leave no
 * point out. A good answer, with no promise; null when not even the largest radius is held. Yields the share done.
 */
export function* chooseForWorst(matrix: ReachMatrix, weight: Float64Array, base: Float64Array, p: number, rules: Rules): Generator<number, Choice | null, void> {
  const radii = worstValues(matrix, base, leastWorst(matrix, weight, base), Number.POSITIVE_INFINITY);
  let [low, high] = [0, radii.length - 1];
  let found = coverAll(matrix, weight, base, p, rules, radii[high] ?? Number.POSITIVE_INFINITY);
  if (found === null) return null;
  const steps = Math.log2(radii.length + 1);
  while (low < high) {
    yield 1 - Math.log2(high - low + 1) / steps;
    const middle = (low + high) >> 1;
    const choice = coverAll(matrix, weight, base, p, rules, radii[middle]!);
    if (choice === null) low = middle + 1;
    else [found, high] = [choice, middle];
  }
  return found;
}
