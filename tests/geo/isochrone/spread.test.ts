import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridFor, stepFor } from "../../../src/geo/isochrone/grid";
import { BUFFER } from "../../../src/geo/isochrone/spread";
import { accessSeconds } from "../../../src/geo/speeds";
import { SPEEDS } from "../graph-examples";
import { allStretches, cases, computed, nearestOn, planeOf, samplesOf, STEP } from "./exemples";

/** Metres: samples are compared where rounding to 1e-5 degree cannot change the answer. */
const NEAR = 2;
/** Seconds that two metres off the road, or along a slow one, and Float32 sums may add. */
const SOON = 2;

describe("spreadSeconds", () => {
  it("gives each sample the least of road and ground, as every stretch of road tells it", () => {
    fc.assert(fc.property(cases, (one) => {
      const found = computed(one);
      if (found === null) return;
      const limit = one.limits.at(-1)!;
      const stretches = allStretches(found.network, one).filter(({ joins }) => joins);
      const place = planeOf(found.network);
      samplesOf(found.field).forEach((lngLat, at) => {
        const times = stretches.flatMap((stretch) => {
          const { metres, share } = nearestOn(stretch, place(lngLat));
          return [[metres, stretch.timeAt(share) + accessSeconds(metres, SPEEDS)] as const];
        });
        const least = (reach: number): number => Math.min(Infinity, ...times.filter(([metres]) => metres <= reach).map(([, seconds]) => seconds));
        const [strict, wide] = [least(BUFFER - NEAR), least(BUFFER + NEAR)];
        const value = found.field.seconds[at]!;
        if (strict < limit - SOON) expect(value).toBeLessThanOrEqual(strict + SOON);
        if (value !== Infinity) expect(value).toBeGreaterThanOrEqual(wide - SOON);
      });
    }), { seed: 21, numRuns: 150 });
  });

  it("keeps no sample beyond the buffer or the limit", () => {
    fc.assert(fc.property(cases, (one) => {
      const field = computed(one)?.field;
      field?.seconds.forEach((value, at) => {
        if (value === Infinity) return;
        expect(value).toBeLessThanOrEqual(one.limits.at(-1)!);
        expect(Math.sqrt(field.squares[at]!) * STEP).toBeLessThanOrEqual(BUFFER + 0.1);
      });
    }), { seed: 22, numRuns: 100 });
  });

  it("leaves the rim of the grid empty, so that every contour closes", () => {
    fc.assert(fc.property(cases, (one) => {
      const field = computed(one)?.field;
      if (field === undefined) return;
      const { columns, rows } = field.grid;
      field.seconds.forEach((value, at) => {
        const [column, row] = [at % columns, Math.floor(at / columns)];
        if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) expect(value).toBe(Infinity);
      });
    }), { seed: 23, numRuns: 100 });
  });

  it("has nothing to spread when no site is in the network", () => {
    expect(computed({ raw: { lon: [1, 1.1], lat: [45, 45], edges: [] }, sites: [-1], direction: "to-sites", limits: [600] })).toBeNull();
  });
});

describe("the grid", () => {
  it("is fine near, coarse far, and never has more than a million and a half samples", () => {
    expect([[20_000, 20_000], [90_000, 60_000], [160_000, 200_000], [420_000, 640_000], [2_000_000, 2_000_000]].map(([w, h]) => stepFor(w!, h!))).toEqual([125, 250, 500, 500, 2000]);
  });

  it("shares its samples with another extent of the same graph", () => {
    const graph = computed({ raw: { lon: [1, 1.2], lat: [45, 45.2], edges: [{ from: 0, to: 1, metres: 9000, roadClass: 3, ramp: false, oneWay: false, dense: false, city: false, urban: 0, curvature: 0, shape: [] }] }, sites: [0], direction: "to-sites", limits: [9000] })!.network.graph;
    const [one, other] = [gridFor(graph, [100_000, 4_500_000, 110_000, 4_510_000], 400, STEP), gridFor(graph, [104_321, 4_503_333, 120_000, 4_520_000], 400, STEP)];
    const columns = (other.west - one.west) * one.stepsPerLon;
    const rows = (other.south - one.south) * one.stepsPerLat;
    expect([Math.abs(columns - Math.round(columns)) < 1e-6, Math.abs(rows - Math.round(rows)) < 1e-6]).toEqual([true, true]);
  });
});
