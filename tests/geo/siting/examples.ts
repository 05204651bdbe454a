import * as fc from "fast-check";
import type { Rules } from "../../../src/geo/siting/greedy";
import type { ReachMatrix } from "../../../src/geo/siting/reach-matrix";

/** A siting problem small enough for every choice to be tried. `times[c][p]`: minutes, Infinity out of reach. */
export interface Small {
  readonly times: readonly (readonly number[])[];
  readonly weight: Float64Array;
  /** Minutes to the nearest existing site; Infinity for none. */
  readonly base: Float64Array;
}

export const FREE: Rules = { imposed: [], tooNear: [] };

export function matrixOf({ times, weight }: Small): ReachMatrix {
  const rows = times.map((row) => row.flatMap((minutes, point) => (minutes === Infinity ? [] : [{ point, minutes }])));
  const start = new Int32Array(rows.length + 1);
  rows.forEach((row, c) => (start[c + 1] = start[c]! + row.length));
  const all = rows.flat();
  return { candidates: times.length, points: weight.length, start, point: Int32Array.from(all, ({ point }) => point), minutes: Float64Array.from(all, ({ minutes }) => minutes) };
}

/** Whole minutes and inhabitants: many ties, exact sums. */
function small(candidates: number, points: number, existing: boolean): fc.Arbitrary<Small> {
  const minutes = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 30 }) }, { weight: 1, arbitrary: fc.constant(Infinity) });
  return fc.record({
    times: fc.array(fc.array(minutes, { minLength: points, maxLength: points }), { minLength: candidates, maxLength: candidates }),
    weight: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: points, maxLength: points }).map((list) => Float64Array.from(list)),
    base: fc.array(existing ? fc.integer({ min: 1, max: 40 }) : fc.constant(Infinity), { minLength: points, maxLength: points }).map((list) => Float64Array.from(list)),
  });
}

/** Up to 12 candidates and 14 points, with or without existing sites. */
export const smallCase: fc.Arbitrary<Small> = fc
  .record({ candidates: fc.integer({ min: 1, max: 12 }), points: fc.integer({ min: 1, max: 14 }), existing: fc.boolean() })
  .chain(({ candidates, points, existing }) => small(candidates, points, existing));

/** Every choice of at most p candidates. */
export function* subsets(candidates: number, p: number): Generator<readonly number[], void, void> {
  for (let bits = 0; bits < 1 << candidates; bits += 1) {
    const chosen = Array.from({ length: candidates }, (_, c) => c).filter((c) => (bits & (1 << c)) !== 0);
    if (chosen.length <= p) yield chosen;
  }
}

/** Minutes of a point with some candidates open: the plain definition. */
export function minutesOf({ times, base }: Small, chosen: readonly number[], point: number): number {
  return Math.min(base[point]!, ...chosen.map((c) => times[c]![point]!));
}

export const covered = (one: Small, chosen: readonly number[], limit: number): number =>
  one.weight.reduce((sum, weight, p) => (minutesOf(one, chosen, p) <= limit ? sum + weight : sum), 0);

export const worst = (one: Small, chosen: readonly number[]): number =>
  one.weight.reduce((most, weight, p) => (weight > 0 ? Math.max(most, minutesOf(one, chosen, p)) : most), -Infinity);

/** Minutes × weight; Infinity when a point that weighs something is out of reach. */
export const total = (one: Small, chosen: readonly number[]): number =>
  one.weight.reduce((sum, weight, p) => (weight > 0 ? sum + weight * minutesOf(one, chosen, p) : sum), 0);

