import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortestTour, STOPS_MAX } from "../../src/geo/tour";

function* permutations(list: readonly number[]): Generator<readonly number[], void, void> {
  if (list.length === 0) yield [];
  for (const first of list) for (const rest of permutations(list.filter((one) => one !== first))) yield [first, ...rest];
}

const length = (ways: readonly number[], places: number, order: readonly number[], back: boolean): number =>
  [0, ...order, ...(back ? [0] : [])].reduce((sum, place, i, all) => (i === 0 ? 0 : sum + ways[all[i - 1]! * places + place]!), 0);

const matrix = fc.integer({ min: 2, max: 7 }).chain((places) =>
  fc.record({
    places: fc.constant(places),
    // Whole numbers: many ties; some ways closed; never the same both ways.
    ways: fc.array(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }) }, { weight: 1, arbitrary: fc.constant(Infinity) }), { minLength: places * places, maxLength: places * places }),
    back: fc.boolean(),
  }));

describe("shortestTour", () => {
  it("is the shortest of every order, or there is none", () => {
    fc.assert(fc.property(matrix, ({ places, ways, back }) => {
      const stops = Array.from({ length: places - 1 }, (_, i) => i + 1);
      const best = Math.min(...Array.from(permutations(stops), (order) => length(ways, places, order, back)));
      const tour = shortestTour(ways, places, back);
      if (best === Infinity) expect(tour).toBeNull();
      else {
        expect(tour?.total).toBe(best);
        expect(tour?.order.toSorted((a, b) => a - b)).toEqual(stops);
        expect(length(ways, places, tour!.order, back)).toBe(best);
      }
    }), { seed: 401, numRuns: 400 });
  });

  it("without coming back is never longer", () => {
    fc.assert(fc.property(matrix, ({ places, ways }) => {
      const [open, closed] = [shortestTour(ways, places, false), shortestTour(ways, places, true)];
      if (closed !== null) expect(open!.total).toBeLessThanOrEqual(closed.total);
    }), { seed: 402, numRuns: 100 });
  });

  it("makes as many stops as it says, along a line", () => {
    const places = STOPS_MAX + 1;
    // Places on a line, in disorder: the way out and back is twice the farthest.
    const at = Array.from({ length: places }, (_, i) => (i === 0 ? 0 : ((i * 5) % 13) + 1));
    const ways = at.flatMap((a) => at.map((b) => Math.abs(a - b)));
    expect(shortestTour(ways, places, true)?.total).toBe(2 * Math.max(...at));
    expect(shortestTour(ways, places, false)?.order.map((i) => at[i])).toEqual(at.slice(1).toSorted((a, b) => a - b));
  });

  it("of no stop stays where it is", () => {
    expect(shortestTour([5], 1, true)).toEqual({ order: [], total: 0 });
  });

  it("refuses more", () => {
    expect(() => shortestTour(new Float64Array(14 * 14), 14, true)).toThrow("13 stops");
  });
});
