import type { ReachMatrix } from "./reach-matrix";

/** What a demand point costs at some minutes: what every model makes smaller. Never more at fewer minutes. */
export type Cost = (point: number, minutes: number) => number;

/** Which candidates may be chosen together. */
export interface Rules {
  /** Chosen before all others, in this order. */
  readonly imposed: readonly number[];
  /** For each candidate, those too near to it to be chosen with it, ascending. */
  readonly tooNear: readonly (readonly number[])[];
  /** Absent: nothing is counted. */
  readonly budget?: Budget;
}

/** What each candidate costs, all above 0, and what all those chosen may cost together. */
export interface Budget {
  readonly costs: Float64Array;
  readonly most: number;
}

/** Sums of costs that differ by less than this share of the budget are the same. */
const CENT = 1e-9;

/** Whether a sum is within a budget. */
export const affords = ({ most }: Budget, spent: number): boolean => spent <= most * (1 + CENT);

export const spentOn = ({ costs }: Budget, chosen: readonly number[]): number => chosen.reduce((sum, c) => sum + costs[c]!, 0);

/** Whether every candidate costs the same: a budget is then a number of sites. */
export const sameCosts = ({ costs }: Budget): boolean => costs.every((cost) => cost === costs[0]);

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

/** The candidate that gains most, of equal ones the first; −1 when none gains anything. @param costs gains are told by what they cost */
function best(gains: Float64Array, blocked: Uint8Array, costs: Float64Array | null): number {
  const worth = (c: number): number => gains[c]! / (costs?.[c] ?? 1);
  let winner = -1;
  for (let c = 0; c < gains.length; c += 1) if (blocked[c] === 0 && worth(c) > (winner < 0 ? 0 : worth(winner))) winner = c;
  return winner;
}

/** Told the number chosen and what they take off together: whether that is enough. */
type Enough = (chosen: number, gained: number) => boolean;

function choose(matrix: ReachMatrix, cost: Cost, base: Float64Array, { imposed, tooNear, budget }: Rules, enough: Enough, costs: Float64Array | null): Choice {
  const minutes = base.slice();
  const blocked = new Uint8Array(matrix.candidates);
  const [chosen, gains]: [number[], number[]] = [[], []];
  let [gained, spent] = [0, 0];
  const take = (candidate: number, gain: number): void => {
    chosen.push(candidate);
    gains.push(gain);
    gained += gain;
    shorten(matrix, candidate, minutes);
    blocked[candidate] = 1;
    for (const near of tooNear[candidate] ?? []) blocked[near] = 1;
    if (budget === undefined) return;
    spent += budget.costs[candidate]!;
    budget.costs.forEach((price, c) => (blocked[c] = affords(budget, spent + price) ? blocked[c]! : 1));
  };
  budget?.costs.forEach((price, c) => (blocked[c] = affords(budget, price) ? 0 : 1));
  for (const candidate of imposed) take(candidate, gainOfEach(matrix, cost, minutes)[candidate]!);
  while (!enough(chosen.length, gained)) {
    const found = gainOfEach(matrix, cost, minutes);
    const winner = best(found, blocked, costs);
    if (winner < 0) break;
    take(winner, found[winner]!);
  }
  return { chosen, gains, minutes };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Chooses, again and again, the candidate that takes most off the total cost, until `enough` says so or none takes
 * anything. The imposed ones come first. Without spacing nor imposed ones nor budget, it takes off at least 1 − 1/e ≈ 63 %
 * of what the best choice of as many sites does (Nemhauser, Wolsey & Fisher, 1978). Where candidates cost more or less, the
 * better of two choices: by what each takes off, and by what it takes off for what it costs (Khuller, Moss & Naor, 1999).
 * @param base minutes to the nearest existing site, Infinity for none
 */
export function chooseGreedily(matrix: ReachMatrix, cost: Cost, base: Float64Array, rules: Rules, enough: Enough): Choice {
  const plain = choose(matrix, cost, base, rules, enough, null);
  if (rules.budget === undefined || sameCosts(rules.budget)) return plain;
  const thrifty = choose(matrix, cost, base, rules, enough, rules.budget.costs);
  return sum(thrifty.gains) > sum(plain.gains) ? thrifty : plain;
}
