import * as fc from "fast-check";
import { expect, test } from "vitest";
import { kmBetween } from "../../../src/geo/point-index";
import { tooNear } from "../../../src/geo/siting/spacing";

const coordinate = (min: number): fc.Arbitrary<number> => fc.double({ min, max: min + 0.4, noNaN: true });

test("the pairs less than so many kilometres apart, by the distance of each pair", () => {
  fc.assert(fc.property(fc.array(fc.tuple(coordinate(1), coordinate(45)), { maxLength: 12 }), fc.integer({ min: 0, max: 30 }), (places, km) => {
    const [lon, lat] = [places.map(([x]) => x), places.map(([, y]) => y)];
    const apart = (i: number, j: number): number => kmBetween([lon[i]!], [lat[i]!], [lon[j]!], [lat[j]!])[0]!;
    const expected = places.map((_, i) => places.flatMap((__, j) => (i !== j && km > 0 && apart(i, j) <= km ? [j] : [])));
    expect(tooNear(lon, lat, km)).toEqual(expected);
  }), { seed: 3, numRuns: 200 });
});
