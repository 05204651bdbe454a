import fc from "fast-check";
import type { MultiPolygon } from "geojson";
import { describe, expect, it } from "vitest";
import { areaKm2 } from "../../src/geo/area";
import { insideAny } from "../../src/geo/inside";
import { runToEnd } from "../../src/geo/nearest-site";
import { uniteZones } from "../../src/geo/unite";

const box = (x: number, y: number, width: number, height: number): MultiPolygon => ({ type: "MultiPolygon", coordinates: [[[[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]]] });
const hundredth = (most: number) => fc.integer({ min: 1, max: most }).map((value) => value / 100);

describe("zones made one", () => {
  it("hold what one of them holds, and nothing else", () => {
    const boxes = fc.array(fc.tuple(hundredth(200), hundredth(200), hundredth(60), hundredth(60)).map(([x, y, w, h]) => box(1 + x, 45 + y, w, h)), { minLength: 1, maxLength: 9 });
    // Between the hundredths: on no border.
    const points = fc.array(fc.tuple(hundredth(260), hundredth(260)).map(([x, y]) => [1.005 + x, 45.005 + y] as const), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(boxes, points, (zones, places) => {
        const [lon, lat] = [places.map(([x]) => x), places.map(([, y]) => y)];
        expect([...runToEnd(insideAny([runToEnd(uniteZones(zones))], lon, lat))]).toEqual([...runToEnd(insideAny(zones, lon, lat))]);
      }),
      { seed: 87, numRuns: 100 },
    );
  });

  it("count the ground they share once", () => {
    const whole = runToEnd(uniteZones([box(1, 45, 0.4, 0.2), box(1.2, 45, 0.4, 0.2)]));
    expect(areaKm2(whole) / areaKm2(box(1, 45, 0.6, 0.2))).toBeCloseTo(1, 6);
    expect(whole.coordinates).toHaveLength(1);
  });

  it("alone, one is left as it came", () => {
    const one = box(1, 45, 0.4, 0.2);
    expect(runToEnd(uniteZones([one]))).toBe(one);
  });

  it("of none is an empty one", () => {
    expect(runToEnd(uniteZones([]))).toEqual({ type: "MultiPolygon", coordinates: [] });
  });
});
