import { affords, type Rules } from "./greedy";
import { CRUMB } from "./places";
import { PRECISION } from "./problem";

/** Sites opened one by one, where what one adds never grows as others are opened. */
export interface Opening {
  /** What the open sites do together. */
  readonly served: number;
  /** Opens a site; gives what it adds. */
  open(site: number): number;
  /** What opening a site would add, nothing being changed. */
  gainOf(site: number): number;
}

/** Told the number chosen and what they add together: whether that is enough. */
export type Enough = (chosen: number, gained: number) => boolean;

/** Sites chosen, in order, and what each one added. */
export interface Filled {
  readonly chosen: readonly number[];
  readonly gains: readonly number[];
}

/**
 * Chooses, again and again, the candidate that adds most; of those that add as much, the one of most `reach`. What one adds
 * never grows as others are opened, so that a gain known from before is a bound: few are counted again (Minoux 1978). Same
 * promise as `chooseGreedily`. The imposed ones come first.
 */
export function fillGreedily(opening: Opening, { tooNear, budget, imposed }: Rules, reach: Float64Array, among: readonly number[], enough: Enough): Filled {
  const start = opening.served;
  const [chosen, gains]: [number[], number[]] = [[], []];
  const bounds = new Map(among.map((c) => [c, Number.POSITIVE_INFINITY]));
  let spent = 0;
  const take = (c: number): void => {
    gains.push(opening.open(c));
    chosen.push(c);
    bounds.delete(c);
    for (const near of tooNear[c] ?? []) bounds.delete(near);
    spent += budget?.costs[c] ?? 0;
  };
  for (const c of imposed.filter((candidate) => among.includes(candidate))) take(c);
  while (!enough(chosen.length, opening.served - start)) {
    let [winner, most] = [-1, PRECISION];
    for (const [c, bound] of [...bounds].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])) {
      if (bound < most - CRUMB) break;
      if (budget !== undefined && !affords(budget, spent + budget.costs[c]!)) continue;
      const gain = opening.gainOf(c);
      bounds.set(c, gain);
      const alike = winner >= 0 && Math.abs(gain - most) <= CRUMB;
      if (alike ? reach[c]! > reach[winner]! : gain > most) [winner, most] = [c, alike ? most : gain];
    }
    if (winner < 0) break;
    take(winner);
  }
  return { chosen, gains };
}
