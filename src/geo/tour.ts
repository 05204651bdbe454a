/** The quickest order of some stops from a base. */
export interface Tour {
  /** Stops in the order they are made: 1, 2… are those of the matrix. */
  readonly order: readonly number[];
  /** Sum of the ways, in the unit of the matrix. */
  readonly total: number;
}

/** Stops whose best order is found exactly: 2^n × n² steps. */
export const STOPS_MAX = 12;

/**
 * The order in which a tour from the base (place 0) by way of every other place is the shortest, ways being one-way: exact, by
 * dynamic programming on the sets of places already made (Held & Karp 1962; Bellman 1962). Of equal tours, always the same.
 * @param ways from place i to place j at `i * places + j`; Infinity where there is none @param places base included, 1 to 1 + `STOPS_MAX`
 * @param back whether the tour ends where it began
 * @returns null when no order makes them all
 */
export function shortestTour(ways: ArrayLike<number>, places: number, back: boolean): Tour | null {
  const stops = places - 1;
  if (stops > STOPS_MAX) throw new Error(`shortestTour: ${stops} stops, at most ${STOPS_MAX}`);
  const way = (i: number, j: number): number => ways[i * places + j]!;
  if (stops === 0) return { order: [], total: 0 };
  const sets = 1 << stops;
  // By set and last stop (0-based): the shortest way from the base through the set, and the stop before the last.
  const least = new Float64Array(sets * stops).fill(Number.POSITIVE_INFINITY);
  const before = new Int8Array(sets * stops).fill(-1);
  for (let last = 0; last < stops; last += 1) least[(1 << last) * stops + last] = way(0, last + 1);
  for (let set = 1; set < sets; set += 1) {
    for (let last = 0; last < stops; last += 1) {
      const known = least[set * stops + last]!;
      if (known === Number.POSITIVE_INFINITY) continue;
      for (let next = 0; next < stops; next += 1) {
        if ((set & (1 << next)) !== 0) continue;
        const at = (set | (1 << next)) * stops + next;
        const total = known + way(last + 1, next + 1);
        if (total >= least[at]!) continue;
        least[at] = total;
        before[at] = last;
      }
    }
  }
  let [end, total] = [-1, Number.POSITIVE_INFINITY];
  for (let last = 0; last < stops; last += 1) {
    const whole = least[(sets - 1) * stops + last]! + (back ? way(last + 1, 0) : 0);
    if (whole < total) [end, total] = [last, whole];
  }
  if (end < 0) return null;
  const order: number[] = [];
  for (let [set, last] = [sets - 1, end]; last >= 0; ) {
    order.push(last + 1);
    const previous = before[set * stops + last]!;
    [set, last] = [set & ~(1 << last), previous];
  }
  return { order: order.toReversed(), total };
}
