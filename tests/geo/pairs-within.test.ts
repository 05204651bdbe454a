import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crowFlyMinutes, crowFlyPairs } from "../../src/geo/crow-fly";
import { runToEnd } from "../../src/geo/nearest-site";
import { pairsWithin } from "../../src/geo/pairs-within";
import { kmBetween } from "../../src/geo/point-index";
import { travelMatrix } from "../../src/geo/travel-matrix";
import { places } from "./door-to-door";

interface Row {
  readonly site: number;
  readonly point: number;
  readonly value: number;
}

function rowsOf(start: Int32Array, point: Int32Array, values: ArrayLike<number>): readonly Row[] {
  return Array.from(start.slice(0, -1)).flatMap((from, site) => Array.from(point.slice(from, start[site + 1]), (to, k) => ({ site, point: to, value: values[from + k]! })));
}

const byPair = (a: Row, b: Row): number => a.site - b.site || a.point - b.point;

describe("pairsWithin", () => {
  const limit = fc.oneof(fc.double({ min: 0, max: 4000, noNaN: true }), fc.constant(1e6));

  it("is the matrix, to the bit, cut at the limit", () => {
    fc.assert(fc.property(places, limit, ({ network, sites, points }, within) => {
      const { start, point, seconds } = runToEnd(pairsWithin(network, sites, points, "to-sites", within));
      const matrix = runToEnd(travelMatrix(network, points, sites));
      const expected = Array.from(sites.edge, (_, site) => site).flatMap((site) =>
        Array.from(points.edge, (_, i) => ({ site, point: i, value: matrix[i * sites.edge.length + site]! })).filter(({ value }) => value <= within),
      );
      expect(rowsOf(start, point, seconds)).toEqual(expected);
    }), { seed: 411, numRuns: 400 });
  });

  it("away from the sites too", () => {
    fc.assert(fc.property(places, limit, ({ network, sites, points }, within) => {
      const { start, point, seconds } = runToEnd(pairsWithin(network, sites, points, "from-sites", within));
      const matrix = runToEnd(travelMatrix(network, sites, points));
      const expected = rowsOf(start, point, seconds).map(({ site, point: i }) => matrix[site * points.edge.length + i]!);
      expect(Array.from(seconds)).toEqual(expected);
      expect(point.length).toBe(matrix.filter((value) => value <= within).length);
    }), { seed: 412, numRuns: 200 });
  });

  it("a pair at exactly the limit is in", () => {
    fc.assert(fc.property(places, ({ network, sites, points }) => {
      const all = runToEnd(pairsWithin(network, sites, points, "to-sites", 1e6));
      for (const value of all.seconds) {
        const { seconds } = runToEnd(pairsWithin(network, sites, points, "to-sites", value));
        expect(Array.from(seconds)).toContain(value);
        expect(seconds.every((found) => found <= value)).toBe(true);
      }
    }), { seed: 413, numRuns: 40 });
  });
});

describe("crowFlyPairs", () => {
  const places2 = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 45, max: 46, noNaN: true })), { minLength: 1, maxLength: 12 });
  it("is every pair within the estimated minutes", () => {
    fc.assert(fc.property(places2, places2, fc.double({ min: 0, max: 90, noNaN: true }), (sites, points, minutes) => {
      const column = (list: readonly (readonly [number, number])[], k: 0 | 1): number[] => list.map((one) => one[k]);
      const { start, point, km } = runToEnd(crowFlyPairs(column(sites, 0), column(sites, 1), column(points, 0), column(points, 1), minutes));
      const expected = sites.flatMap(([lon, lat], site) =>
        points.map(([x, y], i) => ({ site, point: i, value: kmBetween([lon], [lat], [x], [y])[0]! })).filter(({ value }) => crowFlyMinutes(value) <= minutes),
      );
      expect(rowsOf(start, point, km).toSorted(byPair)).toEqual(expected);
    }), { seed: 414, numRuns: 200 });
  });
});
