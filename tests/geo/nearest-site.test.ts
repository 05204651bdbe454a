import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestSite, oneToAll, runToEnd } from "../../src/geo/nearest-site";
import { allPairs } from "./door-to-door";
import { networkOf, nodeAt, rawGraph, road } from "./graph-examples";

const close = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b));

const cases = rawGraph.chain((raw) => fc.tuple(fc.constant(raw), fc.array(fc.integer({ min: -1, max: raw.lon.length - 1 }), { maxLength: 4 })));

describe("nearestSite", () => {
  it("gives the time to the nearest site, one-ways respected", () => {
    fc.assert(fc.property(cases, ([raw, sites]) => {
      const network = networkOf(raw);
      const truth = allPairs(network);
      const { seconds } = runToEnd(nearestSite(network, sites));
      seconds.forEach((found, node) => {
        const expected = Math.min(Infinity, ...sites.filter((s) => s >= 0).map((s) => truth[node]![s]!));
        expect(close(found, expected), `node ${String(node)}: ${String(found)} and not ${String(expected)}`).toBe(true);
      });
    }), { seed: 11, numRuns: 300 });
  });

  it("names a site that is that far, and none where no site can be reached", () => {
    fc.assert(fc.property(cases, ([raw, sites]) => {
      const network = networkOf(raw);
      const truth = allPairs(network);
      const { seconds, source } = runToEnd(nearestSite(network, sites));
      seconds.forEach((found, node) => {
        if (found === Infinity) expect(source[node]).toBe(-1);
        else expect(close(truth[node]![sites[source[node]!]!]!, found)).toBe(true);
      });
    }), { seed: 12, numRuns: 200 });
  });

  it("never gives more seconds when a site is added", () => {
    fc.assert(fc.property(cases, ([raw, sites]) => {
      fc.pre(sites.length > 0);
      const network = networkOf(raw);
      const before = runToEnd(nearestSite(network, sites.slice(1))).seconds;
      const after = runToEnd(nearestSite(network, sites)).seconds;
      expect(after.every((value, node) => value <= before[node]!)).toBe(true);
    }), { seed: 13, numRuns: 200 });
  });

  it("names the first of two sites that stand on the same node", () => {
    const network = networkOf({ lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1)] });
    expect([...runToEnd(nearestSite(network, [-1, 1, 1])).source]).toEqual([1, 1]);
  });

  it("goes towards the site: a one-way street that leaves it does not help", () => {
    const network = networkOf({ lon: [1, 1.1, 1.2], lat: [45, 45, 45], edges: [road(0, 1, { oneWay: true }), road(1, 2, { oneWay: true })] });
    const at = (lon: number): number => nodeAt(network.graph, lon, 45);
    const { seconds } = runToEnd(nearestSite(network, [at(1.1)]));
    expect([seconds[at(1)] !== Infinity, seconds[at(1.2)]]).toEqual([true, Infinity]);
  });

  it("yields shares that never fall below 0 nor exceed 1", () => {
    // A long street of 20 000 houses: several slices.
    const count = 20_000;
    const network = networkOf({
      lon: Array.from({ length: count }, (_, i) => i / 1e5),
      lat: Array.from({ length: count }, () => 45),
      edges: Array.from({ length: count - 1 }, (_, i) => road(i, i + 1, { metres: 1 })),
    });
    const shares = [...nearestSite(network, [0])];
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  });
});

describe("oneToAll", () => {
  it("gives the time from the node to every other", () => {
    fc.assert(fc.property(rawGraph, fc.nat(), (raw, pick) => {
      const network = networkOf(raw);
      const origin = pick % raw.lon.length;
      const truth = allPairs(network)[origin]!;
      const { seconds } = runToEnd(oneToAll(network, origin));
      expect(seconds.every((found, node) => close(found, truth[node]!))).toBe(true);
    }), { seed: 14, numRuns: 200 });
  });
});
