import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BuiltUpRoads, CITY_KM, cityEdges } from "../../../src/geo/graph/build/cities";

/** Roads of one kilometre and a percentage of built-up each, all around the same place, `away` degrees of latitude from it. */
function roads(...groups: readonly (readonly [count: number, urban: number, away: number])[]): BuiltUpRoads {
  const rows = groups.flatMap(([count, urban, away]) => Array.from({ length: count }, () => ({ urban, lat: 4_500_000 + Math.round(away * 1e5) })));
  return {
    lonE5: Int32Array.from(rows.flatMap(() => [100_000, 100_000])),
    latE5: Int32Array.from(rows.flatMap(({ lat }) => [lat, lat])),
    from: rows.map((_, e) => 2 * e),
    to: rows.map((_, e) => 2 * e + 1),
    lengthDm: rows.map(() => 10_000),
    urban: rows.map(({ urban }) => urban),
  };
}
const flagged = (columns: BuiltUpRoads): number => cityEdges(columns, CITY_KM).reduce((sum, flag) => sum + flag, 0);

describe("cityEdges", () => {
  it("flags 300 km of built-up roads together, and not 299", () => {
    expect([flagged(roads([300, 100, 0])), flagged(roads([299, 100, 0]))]).toEqual([300, 0]);
  });
  it("counts the built-up share of the roads, not their length", () => {
    expect([flagged(roads([600, 50, 0])), flagged(roads([599, 50, 0]))]).toEqual([600, 0]);
  });
  it("flags no road of open country, even there", () => {
    expect(cityEdges(roads([300, 100, 0], [1, 0, 0]), CITY_KM).at(-1)).toBe(0);
  });
  it("looks at 5 km around, no farther", () => {
    expect([flagged(roads([299, 100, 0], [1, 100, 4.7 / 111.2])), flagged(roads([299, 100, 0], [1, 100, 5.8 / 111.2]))]).toEqual([300, 0]);
  });
  it("says nothing of a graph without roads", () => {
    expect(cityEdges(roads(), CITY_KM)).toEqual(new Uint8Array(0));
  });
  it("agrees with a sum over all roads, but for those a cell away from the edge of the window", () => {
    const place = fc.integer({ min: 0, max: 25_000 });
    fc.assert(fc.property(fc.array(fc.tuple(place, place, fc.integer({ min: 1, max: 100 })), { minLength: 1, maxLength: 60 }), (rows) => {
      const columns: BuiltUpRoads = {
        lonE5: Int32Array.from(rows.flatMap(([x]) => [100_000 + x, 100_000 + x])),
        latE5: Int32Array.from(rows.flatMap(([, y]) => [4_500_000 + y, 4_500_000 + y])),
        from: rows.map((_, e) => 2 * e),
        to: rows.map((_, e) => 2 * e + 1),
        lengthDm: rows.map(() => 200_000),
        urban: rows.map(([, , urban]) => urban),
      };
      const kmWithin = (e: number, reach: number): number =>
        rows.reduce((sum, [x, y, urban]) => {
          const [east, north] = [(x - rows[e]![0]) * 1e-5 * 111.19 * Math.cos((45.125 * Math.PI) / 180), (y - rows[e]![1]) * 1e-5 * 111.19];
          return Math.max(Math.abs(east), Math.abs(north)) < reach ? sum + (20 * urban) / 100 : sum;
        }, 0);
      cityEdges(columns, CITY_KM).forEach((flag, e) => {
        if (kmWithin(e, 4.7) >= 300.01) expect(flag).toBe(1);
        if (kmWithin(e, 5.8) < 299.99) expect(flag).toBe(0);
      });
    }), { seed: 5, numRuns: 200 });
  });
});
