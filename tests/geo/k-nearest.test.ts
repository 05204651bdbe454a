import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestSites } from "../../src/geo/k-nearest";
import { runToEnd } from "../../src/geo/nearest-site";
import type { Direction } from "../../src/geo/search";
import { reachPoints, searchSites } from "../../src/geo/site-search";
import { travelMatrix } from "../../src/geo/travel-matrix";
import { allPairs, close, doorToDoor, places } from "./door-to-door";

const cases = fc.tuple(places, fc.integer({ min: 1, max: 5 }), fc.constantFrom<Direction>("to-sites", "from-sites"));

describe("nearestSites", () => {
  it("gives the k least times of all sites, each with a site that is that far, none twice", () => {
    fc.assert(fc.property(cases, ([{ network, sites, points }, k, direction]) => {
      const pairs = allPairs(network);
      const { seconds, source } = runToEnd(nearestSites(network, sites, points, direction, k));
      expect([seconds.length, source.length]).toEqual([k * points.edge.length, k * points.edge.length]);
      points.edge.forEach((_, i) => {
        const all = Array.from(sites.edge, (__, j) =>
          direction === "to-sites" ? doorToDoor(network, pairs, points, i, sites, j) : doorToDoor(network, pairs, sites, j, points, i),
        );
        const least = [...all.toSorted((a, b) => a - b), ...Array.from({ length: k }, () => Infinity)].slice(0, k);
        const row = Array.from(source.slice(i * k, i * k + k));
        expect(Array.from(seconds.slice(i * k, i * k + k)).every((found, rank) => close(found, least[rank]!))).toBe(true);
        expect(row.every((site, rank) => (site < 0 ? least[rank] === Infinity : close(all[site]!, least[rank]!)))).toBe(true);
        expect(new Set(row.filter((site) => site >= 0)).size).toBe(row.filter((site) => site >= 0).length);
      });
    }), { seed: 61, numRuns: 400 });
  });

  it("orders by time then by index, to the bit of the matrix", () => {
    fc.assert(fc.property(cases, ([{ network, sites, points }, k]) => {
      const { seconds, source } = runToEnd(nearestSites(network, sites, points, "to-sites", k));
      const matrix = runToEnd(travelMatrix(network, points, sites));
      points.edge.forEach((_, i) => {
        const row = Array.from(sites.edge, (__, site) => ({ site, time: matrix[i * sites.edge.length + site]! })).filter(({ time }) => time < Infinity);
        const best = row.toSorted((a, b) => a.time - b.time || a.site - b.site).slice(0, k);
        expect(Array.from(source.slice(i * k, i * k + k)).filter((site) => site >= 0)).toEqual(best.map(({ site }) => site));
        expect(Array.from(seconds.slice(i * k, i * k + best.length))).toEqual(best.map(({ time }) => time));
      });
    }), { seed: 62, numRuns: 300 });
  });

  it("begins with the nearest site of the plain search", () => {
    fc.assert(fc.property(cases, ([{ network, sites, points }, k, direction]) => {
      const { seconds, source } = runToEnd(nearestSites(network, sites, points, direction, k));
      const first = (values: ArrayLike<number>): number[] => Array.from(points.edge, (_, i) => values[i * k]!);
      const plain = reachPoints(runToEnd(searchSites(network, sites, direction)), points);
      expect([first(seconds), first(source)]).toEqual([[...plain.seconds], [...plain.source]]);
    }), { seed: 63, numRuns: 200 });
  });
});

describe("travelMatrix", () => {
  it("gives every origin to every destination, whichever list is shorter", () => {
    fc.assert(fc.property(places, ({ network, sites, points }) => {
      const pairs = allPairs(network);
      const matrix = runToEnd(travelMatrix(network, points, sites));
      expect(matrix.length).toBe(points.edge.length * sites.edge.length);
      points.edge.forEach((_, i) => sites.edge.forEach((__, j) => {
        expect(close(matrix[i * sites.edge.length + j]!, doorToDoor(network, pairs, points, i, sites, j))).toBe(true);
      }));
    }), { seed: 64, numRuns: 300 });
  });

  it("is the same to the bit by one search a row or one a column", () => {
    fc.assert(fc.property(places, ({ network, points }) => {
      const n = points.edge.length;
      fc.pre(n > 1);
      const all = runToEnd(travelMatrix(network, points, points));
      // One column alone: more rows than columns, hence searches from the destination.
      for (let j = 0; j < n; j += 1) {
        const one = { edge: points.edge.slice(j, j + 1), share: points.share.slice(j, j + 1), metres: points.metres.slice(j, j + 1) };
        expect([...runToEnd(travelMatrix(network, points, one))]).toEqual(Array.from({ length: n }, (_, i) => all[i * n + j]!));
      }
    }), { seed: 65, numRuns: 200 });
  });

  it("keeps the triangle inequality between points on the road", () => {
    fc.assert(fc.property(places, ({ network, points }) => {
      const onRoad = { ...points, metres: points.metres.map((metres) => (Number.isNaN(metres) ? metres : 0)) };
      const n = points.edge.length;
      const m = runToEnd(travelMatrix(network, onRoad, onRoad));
      for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) for (let k = 0; k < n; k += 1) {
        expect(m[i * n + k]!).toBeLessThanOrEqual(m[i * n + j]! + m[j * n + k]!);
      }
    }), { seed: 66, numRuns: 200 });
  });
});
