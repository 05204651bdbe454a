import { booleanPointInPolygon, distance, point } from "@turf/turf";
import * as fc from "fast-check";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { describe, expect, it } from "vitest";
import { nearestOf, tagPoints } from "../../src/geo/point-index";
import { square } from "./topology-examples";

const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 70 })), { minLength: 1, maxLength: 30 });
/** Twentieths of a degree from 1° E, 45° N: many points fall on borders and corners. */
const lonOf = (list: readonly (readonly [number, number])[]): number[] => list.map(([i]) => 1 + i / 100);
const latOf = (list: readonly (readonly [number, number])[]): number[] => list.map(([, j]) => 45 + j / 100);

/** Overlapping squares, some with a hole or a second part. */
const polygons = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.constantFrom("plain", "hole", "parts")), { size: "max", maxLength: 40 }).map(
  (list): FeatureCollection<Polygon | MultiPolygon> => ({
    type: "FeatureCollection",
    features: list.map(([i, j, kind]) => ({
      type: "Feature",
      properties: {},
      geometry:
        kind === "plain" ? square(i, j)
        : kind === "hole" ? { type: "Polygon", coordinates: [...square(i, j, 3).coordinates, square(i + 1, j + 1).coordinates[0]!.toReversed()] }
        : { type: "MultiPolygon", coordinates: [square(i, j).coordinates, square(i + 3, j).coordinates] },
    })),
  }),
);

describe("tagPoints", () => {
  it("says the first polygon that has the point, as trying them all does", () => {
    fc.assert(fc.property(polygons, places, (collection, list) => {
      const [lon, lat] = [lonOf(list), latOf(list)];
      const expected = lon.map((x, k) => collection.features.findIndex((f) => booleanPointInPolygon(point([x, lat[k]!]), f)));
      expect([...tagPoints(collection, lon, lat)]).toEqual(expected);
    }), { seed: 41, numRuns: 200 });
  });
});

describe("nearestOf", () => {
  it("finds a point that is nearest, and how far it is", () => {
    fc.assert(fc.property(places, places, (from, to) => {
      const { index, km } = nearestOf(lonOf(from), latOf(from), lonOf(to), latOf(to));
      const [lon, lat] = [lonOf(to), latOf(to)];
      lonOf(from).forEach((x, k) => {
        const all = lon.map((x2, j) => distance([x, latOf(from)[k]!], [x2, lat[j]!]));
        expect(Math.abs(all[index[k]!]! - Math.min(...all))).toBeLessThan(1e-3);
        expect(km[k]).toBeCloseTo(Math.min(...all), 2);
      });
    }), { seed: 42, numRuns: 100 });
  });

  it("says « pas de donnée » for an empty list", () => {
    const { index, km } = nearestOf([1], [45], [], []);
    expect([[...index], [...km]]).toEqual([[-1], [Number.NaN]]);
  });
});
