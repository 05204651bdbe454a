import type { ReachMatrix } from "./reach-matrix";

/** What a demand point costs at some minutes: what every model makes smaller. Never more at fewer minutes. */
export type Cost = (point: number, minutes: number) => number;

/** Which candidates may be chosen together. */
export interface Rules {
  /** Chosen before all others, in this order. */
  readonly imposed: readonly number[];
  /** For each candidate, those too near to it to be chosen with it, ascending. */
  readonly tooNear: readonly (readonly number[])[];
}

export interface Choice {
  /** In the order they were chosen. */
  readonly chosen: readonly number[];
  /** What each one took off the total cost when it was chosen. */
  readonly gains: readonly number[];
  /** Minutes of each point to the nearest existing or chosen site; Infinity for none. */
  readonly minutes: Float64Array;
}

/** What choosing each candidate now would take off the total cost; `minutes` are those of the points so far. */
export function gainOfEach({ candidates, start, point, minutes: times }: ReachMatrix, cost: Cost, minutes: Float64Array): Float64Array {
  const gains = new Float64Array(candidates);
  for (let c = 0; c < candidates; c += 1) {
    let gain = 0;
    for (let at = start[c]!; at < start[c + 1]!; at += 1) {
      const p = point[at]!;
      if (times[at]! < minutes[p]!) gain += cost(p, minutes[p]!) - cost(p, times[at]!);
    }
    gains[c] = gain;
  }
  return gains;
}

function shorten({ start, point, minutes: times }: ReachMatrix, candidate: number, minutes: Float64Array): void {
  for (let at = start[candidate]!; at < start[candidate + 1]!; at += 1) if (times[at]! < minutes[point[at]!]!) minutes[point[at]!] = times[at]!;
}

/** Minutes of each point to the nearest existing site (`base`) or chosen one. */
export function minutesWith(matrix: ReachMatrix, base: Float64Array, chosen: readonly number[]): Float64Array {
  const minutes = base.slice();
  for (const candidate of chosen) shorten(matrix, candidate, minutes);
  return minutes;
}

/** The candidate that gains most, of equal ones the first; −1 when none gains anything. */
function best(gains: Float64Array, blocked: Uint8Array): number {
  let winner = -1;
  for (let c = 0; c < gains.length; c += 1) if (blocked[c] === 0 && gains[c]! > (winner < 0 ? 0 : gains[winner]!)) winner = c;
  return winner;
}

/**
 * Chooses, again and again, the candidate that takes most off the total cost, until `enough` says so or none takes
 * anything. The imposed ones come first. Without spacing nor imposed ones, it takes off at least 1 − 1/e ≈ 63 % of what
 * the best choice of as many sites does (Nemhauser, Wolsey & Fisher, 1978).
 * @param base minutes to the nearest existing site, Infinity for none
 * @param enough told the number chosen and what they take off together
 */
export function chooseGreedily(matrix: ReachMatrix, cost: Cost, base: Float64Array, { imposed, tooNear }: Rules, enough: (chosen: number, gained: number) => boolean): Choice {
  const minutes = base.slice();
  const blocked = new Uint8Array(matrix.candidates);
  const [chosen, gains]: [number[], number[]] = [[], []];
  let gained = 0;
  const take = (candidate: number, gain: number): void => {
    chosen.push(candidate);
    gains.push(gain);
    gained += gain;
    shorten(matrix, candidate, minutes);
    blocked[candidate] = 1;
    for (const near of tooNear[candidate] ?? []) blocked[near] = 1;
  };
  for (const candidate of imposed) take(candidate, gainOfEach(matrix, cost, minutes)[candidate]!);
  while (!enough(chosen.length, gained)) {
    const found = gainOfEach(matrix, cost, minutes);
    const winner = best(found, blocked);
    if (winner < 0) break;
    take(winner, found[winner]!);
  }
  return { chosen, gains, minutes };
}
