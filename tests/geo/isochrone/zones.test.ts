import { booleanPointInPolygon } from "@turf/turf";
import * as fc from "fast-check";
import type { MultiPolygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { lngLatOf } from "../../../src/geo/isochrone/grid";
import { BUFFER, type Field } from "../../../src/geo/isochrone/spread";
import { zonesOf } from "../../../src/geo/isochrone/zones";
import { runToEnd } from "../../../src/geo/nearest-site";
import { allStretches, type Case, cases, computed, planeOf, samplesOf, STEP } from "./exemples";

const zones = (field: Field, limits: readonly number[], speck?: number): readonly MultiPolygon[] => runToEnd(zonesOf(field, limits, speck));
const has = (zone: MultiPolygon, place: readonly number[]): boolean => booleanPointInPolygon([...place], zone);

/** Twice the signed area of a ring: positive when it turns counterclockwise. */
const turn = (ring: readonly Position[]): number => ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0);

/** A grid drawn by hand, one character a sample, north at the top: a digit is minutes, a dot is out of reach. */
function drawn(...lines: readonly string[]): Field {
  const [columns, rows] = [lines[0]!.length, lines.length];
  const grid = { columns, rows, step: 100, west: 100_000, south: 4_500_000, stepsPerLon: 0.008, stepsPerLat: 0.0111 };
  const cells = lines.toReversed().join("").split("");
  const seconds = Float32Array.from(cells, (cell) => (cell === "." ? Infinity : Number(cell) * 60));
  return { grid, seconds, squares: seconds.map((value) => (value === Infinity ? Infinity : 0)), secondsPerStep: 20 };
}

/** Places on the contours of a zone. */
const border = ({ coordinates }: MultiPolygon): readonly Position[] =>
  coordinates.flat(2).slice(0, 400);

describe("zonesOf", () => {
  it("holds exactly the samples at each limit or under it", () => {
    fc.assert(fc.property(cases, (one) => {
      const field = computed(one)?.field;
      if (field === undefined) return;
      const samples = samplesOf(field);
      zones(field, one.limits, 0).forEach((zone, level) => {
        samples.forEach((place, at) => expect(has(zone, place), `sample ${String(at)}`).toBe(field.seconds[at]! <= one.limits[level]!));
      });
    }), { seed: 31, numRuns: 60 });
  });

  it("holds no place farther than the buffer and a step from every road reached", () => {
    fc.assert(fc.property(cases, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 60, maxLength: 60 }), (one, shares) => {
      const found = computed(one);
      if (found === null) return;
      const { grid } = found.field;
      const stretches = allStretches(found.network, one);
      const place = planeOf(found.network);
      const drawnZones = zones(found.field, one.limits, 0);
      for (const [x, y] of shares) {
        const at = lngLatOf(grid, x * (grid.columns - 1), y * (grid.rows - 1));
        one.limits.forEach((limit, level) => {
          if (!has(drawnZones[level]!, at)) return;
          // A hundred places a stretch: those reached at the limit or under it.
          const near = Math.min(...stretches.map((stretch) => Math.min(...Array.from({ length: 101 }, (_, k) => {
            const share = k / 100;
            if (stretch.timeAt(share) > limit) return Infinity;
            const [px, py] = place(at);
            return Math.hypot(px - stretch.a[0] - share * (stretch.b[0] - stretch.a[0]), py - stretch.a[1] - share * (stretch.b[1] - stretch.a[1]));
          }))));
          expect(near).toBeLessThanOrEqual(BUFFER + STEP);
        });
      }
    }), { seed: 32, numRuns: 60 });
  });

  const nested = (inner: MultiPolygon, outer: MultiPolygon): void => {
    for (const place of border(inner)) {
      const inside = has(outer, place) || outer.coordinates.flat(2).some(([x, y]) => x === place[0] && y === place[1]);
      expect(inside, JSON.stringify(place)).toBe(true);
    }
  };

  it("nests the zones of rising limits, to their very borders", () => {
    fc.assert(fc.property(cases, (one) => {
      const field = computed(one)?.field;
      if (field === undefined) return;
      const all = zones(field, one.limits);
      all.slice(1).forEach((zone, level) => nested(all[level]!, zone));
    }), { seed: 33, numRuns: 60 });
  });

  it("only gains ground when a site is added", () => {
    fc.assert(fc.property(cases, (one: Case) => {
      const more = computed(one)?.field;
      const fewer = computed({ ...one, sites: one.sites.slice(1) })?.field;
      if (more === undefined || fewer === undefined) return;
      const wide = zones(more, one.limits);
      zones(fewer, one.limits).forEach((zone, level) => nested(zone, wide[level]!));
    }), { seed: 34, numRuns: 60 });
  });

  it("winds outer rings counterclockwise and holes clockwise, closed, without a repeated place", () => {
    fc.assert(fc.property(cases, (one) => {
      const field = computed(one)?.field;
      if (field === undefined) return;
      for (const { coordinates } of zones(field, one.limits)) {
        for (const [outer, ...holes] of coordinates) {
          expect([turn(outer!) > 0, ...holes.map((hole) => turn(hole) < 0)]).not.toContain(false);
          for (const ring of [outer!, ...holes]) {
            expect(ring.at(-1)).toEqual(ring[0]);
            expect(ring.slice(1).every(([x, y], i) => x !== ring[i]![0] || y !== ring[i]![1])).toBe(true);
          }
        }
      }
    }), { seed: 35, numRuns: 60 });
  });

  it("keeps a sample at exactly the limit", () => {
    expect(zones(drawn("....", ".55.", ".55.", "...."), [300, 299.9].toReversed(), 0).map(({ coordinates }) => coordinates.length)).toEqual([0, 1]);
  });

  it("never joins two samples by their corner", () => {
    const corner = (field: Field): number => zones(field, [300], 0)[0]!.coordinates.length;
    expect([corner(drawn("....", "..1.", ".1..", "....")), corner(drawn("....", ".1..", "..1.", "...."))]).toEqual([2, 2]);
  });

  it("keeps a hole, and an island in the hole", () => {
    const field = drawn(
      "...........",
      ".111111111.",
      ".1.......1.",
      ".1.......1.",
      ".1..111..1.",
      ".1..111..1.",
      ".1.......1.",
      ".1.......1.",
      ".111111111.",
      "...........",
    );
    const [zone] = zones(field, [300], 0);
    expect(zone!.coordinates.map((polygon) => polygon.length).toSorted()).toEqual([1, 2]);
  });

  it("gives each hole to the polygon it is in, past another hole and another island", () => {
    const field = drawn(
      "...................",
      ".1111111111.111111.",
      ".1..11...11.1....1.",
      ".1..11...11.1....1.",
      ".1..11...11.1....1.",
      ".1111111111.111111.",
      "...................",
    );
    const [zone] = zones(field, [300], 0);
    expect(zone!.coordinates.map((polygon) => polygon.length)).toEqual([3, 2]);
    for (const [outer, ...holes] of zone!.coordinates) for (const hole of holes) expect(booleanPointInPolygon(hole[0]!, { type: "Polygon", coordinates: [outer!] })).toBe(true);
  });

  it("drops specks by their own size", () => {
    const field = drawn(
      ".............",
      ".1....111111.",
      "......111111.",
      "......11.111.",
      "......111111.",
      ".............",
    );
    expect(zones(field, [300], 2)[0]!.coordinates.map((polygon) => polygon.length)).toEqual([1]);
    expect(zones(field, [300], 0)[0]!.coordinates.map((polygon) => polygon.length).toSorted()).toEqual([1, 2]);
  });

  it("puts the border where the ground runs out of time", () => {
    // A step takes 20 s: with 10 s left one stands half way.
    const field = drawn("....", ".11.", ".11.", "....");
    const east = Math.max(...zones(field, [70], 0)[0]!.coordinates.flat(2).map(([x]) => x!));
    expect(east).toBeCloseTo(lngLatOf(field.grid, 2.5, 0)[0], 4);
  });
});
