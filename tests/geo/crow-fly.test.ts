import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crowFlyMinutes, crowFlyRoadKm, nearestCrowFly } from "../../src/geo/crow-fly";
import { runToEnd } from "../../src/geo/nearest-site";

/** Haversine on a sphere of 6 371 km, written apart. */
function kilometres(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const rad = Math.PI / 180;
  const a = Math.sin(((lat2 - lat1) * rad) / 2) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(a));
}

describe("the estimate as the crow flies", () => {
  test.each([[0, 3.1], [10, 15.9], [50, 67.1]])("%i km are %f minutes", (km, minutes) => {
    expect(crowFlyMinutes(km)).toBeCloseTo(minutes, 9);
  });

  test.each([[4, 5.44], [5, 6.55], [20, 26.2], [21, 26.88], [40, 51.2], [41, 51.66], [80, 100.8], [100, 123]])("%i km are %f km by road", (km, road) => {
    expect(crowFlyRoadKm(km)).toBeCloseTo(road, 9);
  });

  test("what is not known stays so", () => {
    expect([crowFlyMinutes(Number.NaN), crowFlyRoadKm(Number.NaN)]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe("the nearest as the crow flies", () => {
  const place = fc.record({ lon: fc.double({ min: -2, max: 3, noNaN: true }), lat: fc.double({ min: 42, max: 47, noNaN: true }) });

  test("are those of a look at every pair, nearest first", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), fc.array(place, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (from, to, k) => {
        const { index, km } = runToEnd(nearestCrowFly(from.map(({ lon }) => lon), from.map(({ lat }) => lat), to.map(({ lon }) => lon), to.map(({ lat }) => lat), k));
        from.forEach((point, i) => {
          const all = to.map(({ lon, lat }) => kilometres(point.lon, point.lat, lon, lat)).toSorted((a, b) => a - b);
          for (let rank = 0; rank < k; rank += 1) {
            const found = to[index[i * k + rank]!];
            if (rank >= to.length) expect([index[i * k + rank], km[i * k + rank]]).toEqual([-1, Number.NaN]);
            else {
              expect(km[i * k + rank]).toBeCloseTo(all[rank]!, 5);
              expect(km[i * k + rank]).toBeCloseTo(kilometres(point.lon, point.lat, found!.lon, found!.lat), 5);
            }
          }
        });
      }),
      { seed: 87, numRuns: 60 },
    );
  });

  test("a point without coordinates has none", () => {
    const { index, km } = runToEnd(nearestCrowFly([Number.NaN, 1], [45, Number.NaN], [1], [45], 1));
    expect([...index, ...km]).toEqual([-1, -1, Number.NaN, Number.NaN]);
  });

  test("says how far it is on a long list", () => {
    const steps = nearestCrowFly(new Float64Array(2500).fill(1), new Float64Array(2500).fill(45), [1], [45], 1);
    expect([steps.next(), steps.next()].map(({ value }) => value)).toEqual([0.4, 0.8]);
  });
});
