import * as fc from "fast-check";
import type { MultiLineString, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { reachedRoads } from "../../../src/geo/isochrone/reached-roads";
import { networkOf, nodeAt, road } from "../graph-examples";
import { allStretches, type Case, cases, nearestOn, planeOf, reachedBy } from "./exemples";

function roads({ raw, ...ask }: Case, most?: number): readonly MultiLineString[] {
  const network = networkOf(raw);
  return reachedRoads(network, reachedBy(network, ask), ask.limits, most);
}

const middle = ([a, b]: readonly Position[]): Position => [(a![0]! + b![0]!) / 2, (a![1]! + b![1]!) / 2];

describe("reachedRoads", () => {
  it("draws on the roads, each piece at a time of its band", () => {
    fc.assert(fc.property(cases, (one) => {
      const network = networkOf(one.raw);
      const stretches = allStretches(network, one);
      const place = planeOf(network);
      roads(one).forEach(({ coordinates }, level) => {
        for (const line of coordinates) {
          const here = place(middle(line));
          const under = stretches.map((stretch) => ({ stretch, ...nearestOn(stretch, here) })).filter(({ metres }) => metres < 2);
          // Rounding moves a place by two metres along its road.
          const times = under.flatMap(({ stretch, share }) => {
            const shift = 2 / Math.max(Math.hypot(stretch.b[0] - stretch.a[0], stretch.b[1] - stretch.a[1]), 2);
            const around = [share - shift, share, share + shift].map((at) => stretch.timeAt(Math.min(Math.max(at, 0), 1)));
            return [[Math.min(...around), Math.max(...around)] as const];
          });
          expect(times.some(([least, most]) => least <= one.limits[level]! + 1 && most >= (one.limits[level - 1] ?? 0) - 1)).toBe(true);
        }
      });
    }), { seed: 41, numRuns: 100 });
  });

  const row = { lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1, { metres: 8000 })] };
  const whole = networkOf(row).seconds[0]!;
  const site = nodeAt(networkOf(row).graph, 1, 45);

  it("cuts a road where the limit is met", () => {
    const [first, second] = roads({ raw: row, sites: [site], direction: "to-sites", limits: [whole / 4, whole / 2] });
    expect([first!.coordinates, second!.coordinates]).toEqual([[[[1, 45], [1.025, 45]]], [[[1.025, 45], [1.05, 45]]]]);
  });

  it("meets in the middle of a road reached from both ends, once", () => {
    const [only] = roads({ raw: row, sites: [0, 1], direction: "to-sites", limits: [whole] });
    expect(only!.coordinates).toEqual([[[1, 45], [1.1, 45]]]);
  });

  it("follows a one-way in the direction asked for", () => {
    const raw = { ...row, edges: [road(0, 1, { metres: 8000, oneWay: true })] };
    const length = (direction: Case["direction"]): number => roads({ raw, sites: [site], direction, limits: [whole / 2] })[0]!.coordinates.length;
    expect([length("from-sites"), length("to-sites")]).toEqual([1, 0]);
  });

  it("leaves out the smaller roads when there are too many points", () => {
    const raw = { lon: [1, 1.1, 1.2], lat: [45, 45, 45], edges: [road(0, 1, { roadClass: 2 }), road(1, 2, { roadClass: 5 })] };
    const lines = (most: number): number => roads({ raw, sites: [0], direction: "to-sites", limits: [9000] }, most)[0]!.coordinates.length;
    expect([lines(4), lines(3)]).toEqual([2, 1]);
  });
});
