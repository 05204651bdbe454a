import { booleanPointInPolygon } from "@turf/turf";
import { describe, expect, it } from "vitest";
import { areaKm2 } from "../../src/geo/area";
import { bboxOf } from "../../src/geo/outlines";
import { type SampledGrid, zonesWithin } from "../../src/geo/isolines";

const SIDE = 41;
/** Samples a hundredth of a degree apart, from 1° E, 45° N; value = distance in steps to the middle sample. */
function cone(change: (value: number, column: number, row: number) => number = (v) => v): SampledGrid {
  const middle = (SIDE - 1) / 2;
  const values = Array.from({ length: SIDE * SIDE }, (_, k) => {
    const [column, row] = [k % SIDE, Math.floor(k / SIDE)];
    return change(Math.hypot(column - middle, row - middle), column, row);
  });
  return { columns: SIDE, rows: SIDE, values, toLngLat: (column, row) => [1 + column / 100, 45 + row / 100] };
}
const has = (grid: SampledGrid, limit: number, column: number, row: number): boolean =>
  booleanPointInPolygon([...grid.toLngLat(column, row)], zonesWithin(grid, [limit]).features[0]!);

/** Twice the signed area of a ring: positive when it turns counterclockwise. */
const turn = (ring: readonly (readonly number[])[]): number => ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0);

describe("zonesWithin", () => {
  it("draws the circle of a cone", () => {
    const [zone] = zonesWithin(cone(), [10]).features;
    const step = 6371.0088 * (Math.PI / 180 / 100);
    const circle = Math.PI * 100 * step * step * Math.cos((45.2 * Math.PI) / 180);
    expect(areaKm2(zone!) / circle).toBeCloseTo(1, 2);
  });

  it("sets the samples where they are", () => {
    // The cone's zone is as far from its middle on every side.
    const box = bboxOf(zonesWithin(cone(), [10]));
    expect(box?.map((v) => Number(v.toFixed(4)))).toEqual([1.1, 45.1, 1.3, 45.3]);
  });

  it("keeps samples at exactly the limit inside", () => {
    const plateau = cone((value) => (value <= 3 ? 15 : 99));
    expect([has(plateau, 15, 20, 20), zonesWithin(plateau, [14.999]).features[0]!.geometry.coordinates.length]).toEqual([true, 0]);
  });

  it("leaves samples without data outside", () => {
    const half = cone((value, column) => (column < 20 ? Number.NaN : value));
    expect([has(half, 10, 15, 20), has(half, 10, 25, 20)]).toEqual([false, true]);
  });

  it("nests the zones of rising limits", () => {
    const areas = zonesWithin(cone(), [5, 10, 15]).features.map((f) => areaKm2(f));
    expect(areas.toSorted((a, b) => a - b)).toEqual(areas);
  });

  it("cuts a hole where the value rises above the limit, wound the other way", () => {
    const ring = cone((value) => Math.abs(value - 10));
    const [outer, hole] = zonesWithin(ring, [3]).features[0]!.geometry.coordinates[0]!;
    expect([turn(outer!) > 0, turn(hole!) < 0]).toEqual([true, true]);
  });
});
