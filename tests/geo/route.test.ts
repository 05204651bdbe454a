import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ONE_WAY_BIT } from "../../src/geo/graph/road-graph";
import { runToEnd } from "../../src/geo/nearest-site";
import { findRoute } from "../../src/geo/route";
import { snapPoints } from "../../src/geo/snap";
import { travelMatrix } from "../../src/geo/travel-matrix";
import { places } from "./door-to-door";
import { networkOf, road } from "./graph-examples";

describe("findRoute", () => {
  it("takes the time of the search, and its legs add up to it exactly", () => {
    fc.assert(fc.property(places, ({ network, sites, points }) => {
      const matrix = runToEnd(travelMatrix(network, points, sites));
      points.edge.forEach((_, i) => sites.edge.forEach((__, j) => {
        const route = runToEnd(findRoute(network, points, i, sites, j));
        const expected = matrix[i * sites.edge.length + j]!;
        expect(route?.seconds ?? Infinity).toBe(expected);
        if (route === null) return;
        const { accessSeconds, legs } = route;
        expect(Math.fround(accessSeconds.start + legs.reduce((sum, { seconds }) => sum + seconds, 0) + accessSeconds.end)).toBe(expected);
      }));
    }), { seed: 71, numRuns: 300 });
  });

  it("drives from one point to the other, edge after edge, never against a one-way", () => {
    fc.assert(fc.property(places, ({ network, sites, points }) => {
      const { graph } = network;
      const nodeAt = (edge: number, share: number): number => (share === 0 ? graph.from[edge]! : share === 1 ? graph.to[edge]! : -1);
      points.edge.forEach((_, i) => sites.edge.forEach((__, j) => {
        const legs = runToEnd(findRoute(network, points, i, sites, j))?.legs ?? [];
        for (const { edge, start, end } of legs) expect(start < end || (graph.attributes[edge]! & ONE_WAY_BIT) === 0).toBe(true);
        legs.slice(1).forEach(({ edge, start }, k) => expect(nodeAt(edge, start)).toBe(nodeAt(legs[k]!.edge, legs[k]!.end)));
        if (legs.length === 0) return;
        const [first, last] = [legs[0]!, legs.at(-1)!];
        const starts = first.edge === points.edge[i] && first.start === points.share[i];
        const ends = last.edge === sites.edge[j] && last.end === sites.share[j];
        // A point at an end of its edge is at the node: any edge of it may be the first, or the last.
        expect(starts || nodeAt(first.edge, first.start) === nodeAt(points.edge[i]!, points.share[i]!)).toBe(true);
        expect(ends || nodeAt(last.edge, last.end) === nodeAt(sites.edge[j]!, sites.share[j]!)).toBe(true);
      }));
    }), { seed: 72, numRuns: 300 });
  });

  it("draws the road, bends included, and measures it", () => {
    // East then north along a bend, then on to the east.
    const network = networkOf({ lon: [1, 1.01, 1.03], lat: [0, 0.01, 0.01], edges: [road(0, 1, { metres: 2400, shape: [1000, 0] }), road(1, 2, { metres: 2300 })] });
    const at = (lon: number, lat: number) => snapPoints(network.graph, [lon], [lat], network.edges);
    const route = runToEnd(findRoute(network, at(1.005, 0), 0, at(1.02, 0.01), 0))!;
    const rounded = route.line.map(([x, y]) => [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5]);
    expect(rounded).toEqual([[1.005, 0], [1.01, 0], [1.01, 0.01], [1.02, 0.01]]);
    expect(route.metres).toBeCloseTo(0.75 * 2400 + 0.5 * 2300, 0);
  });

  it("stays on the edge when both points are on it", () => {
    const network = networkOf({ lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1, { metres: 8000 })] });
    const at = (lon: number) => snapPoints(network.graph, [lon], [45], network.edges);
    const route = runToEnd(findRoute(network, at(1.075), 0, at(1.025), 0))!;
    expect([route.legs.length, route.line.length]).toEqual([1, 2]);
    expect(route.line[0]![0]).toBeCloseTo(1.075, 6);
    expect(route.metres).toBeCloseTo(4000, 1);
  });

  it("has no answer where one-ways forbid it", () => {
    const network = networkOf({ lon: [1, 1.1], lat: [45, 45], edges: [road(0, 1, { oneWay: true })] });
    const at = (lon: number) => snapPoints(network.graph, [lon], [45], network.edges);
    expect(runToEnd(findRoute(network, at(1.075), 0, at(1.025), 0))).toBe(null);
  });
});
