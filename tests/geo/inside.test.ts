import { booleanPointInPolygon, multiPolygon } from "@turf/turf";
import fc from "fast-check";
import type { MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import { insideAny } from "../../src/geo/inside";
import { runToEnd } from "../../src/geo/nearest-site";

/** A star around a place, with a square hole in its middle when `hole` is not 0. */
function star(x: number, y: number, radii: readonly number[], hole: number): number[][][] {
  const ring = radii.map((radius, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
  const square = [[-1, -1], [-1, 1], [1, 1], [1, -1], [-1, -1]].map(([dx = 0, dy = 0]) => [x + hole * dx, y + hole * dy]);
  return [[...ring, ring[0]!], ...(hole === 0 ? [] : [square])];
}

const zone = (...coordinates: number[][][][]): MultiPolygon => ({ type: "MultiPolygon", coordinates });
const around = fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 44, max: 47, noNaN: true }), fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 }), fc.constantFrom(0, 0.05, 0.1));

describe("points inside of some zones", () => {
  it("are those that Turf finds in one of them", () => {
    fc.assert(
      fc.property(fc.array(fc.array(around, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), fc.array(fc.tuple(fc.double({ min: -1, max: 4, noNaN: true }), fc.double({ min: 43, max: 48, noNaN: true })), { maxLength: 60 }), (stars, points) => {
        const zones = stars.map((parts) => zone(...parts.map((part) => star(...part))));
        const found = runToEnd(insideAny(zones, points.map(([x]) => x), points.map(([, y]) => y)));
        const expected = points.map((point) => (zones.some(({ coordinates }) => booleanPointInPolygon(point, multiPolygon(coordinates))) ? 1 : 0));
        expect([...found]).toEqual(expected);
      }),
      { seed: 87, numRuns: 150 },
    );
  });

  it("on a border are in, in a hole are out, without coordinates are out", () => {
    const one = zone(star(1, 45, [1, 1, 1, 1], 0.2));
    expect([...runToEnd(insideAny([one], [2, 1, 1.2, 1.5, Number.NaN], [45, 45, 45, 45, 45]))]).toEqual([1, 0, 1, 1, 0]);
  });

  it("are none without a zone", () => {
    expect([...runToEnd(insideAny([], [1], [45]))]).toEqual([0]);
  });
});
