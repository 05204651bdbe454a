import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodesNearBorder } from "../../src/geo/data-edge";
import { nodeLat, nodeLon, type RoadGraph } from "../../src/geo/graph/road-graph";
import { snapPoints } from "../../src/geo/snap";
import { graphOf, rawGraph } from "./graph-examples";

/** Haversine on a sphere of radius 6 371 km. */
function metresBetween(lon: number, lat: number, lon2: number, lat2: number): number {
  const rad = Math.PI / 180;
  const h = Math.sin(((lat2 - lat) * rad) / 2) ** 2 + Math.cos(lat * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon) * rad) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h));
}

const metresTo = (graph: RoadGraph, lon: number, lat: number): number[] =>
  Array.from({ length: graph.nodeCount }, (_, n) => metresBetween(lon, lat, nodeLon(graph, n), nodeLat(graph, n)));

describe("snapPoints", () => {
  it("finds a node that is nearest by the great circle, and its distance", () => {
    fc.assert(fc.property(rawGraph, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (raw, u, v) => {
      const graph = graphOf(raw);
      const [west, south, east, north] = graph.bbox;
      // Inside the box even after rounding.
      const lon = Math.min(Math.max(west + u * (east - west), west), east);
      const lat = Math.min(Math.max(south + v * (north - south), south), north);
      const { node, metres } = snapPoints(graph, [lon], [lat]);
      const all = metresTo(graph, lon, lat);
      const least = Math.min(...all);
      expect(Math.abs(all[node[0]!]! - least)).toBeLessThan(0.01);
      expect(Math.abs(metres[0]! - least)).toBeLessThan(0.05);
    }), { seed: 21, numRuns: 300 });
  });

  it("leaves out points outside the box of the graph and points without coordinates", () => {
    const graph = graphOf({ lon: [1, 2], lat: [45, 46], edges: [] });
    const { node, metres } = snapPoints(graph, [0.99999, 1, 1.5, Number.NaN], [45.5, 45, 46.00001, 45.5]);
    expect([...node].map((n) => n >= 0)).toEqual([false, true, false, false]);
    expect([...metres]).toEqual([Number.NaN, 0, Number.NaN, Number.NaN]);
  });
});

describe("nodesNearBorder", () => {
  it("keeps the nodes within a kilometre of the border of the box", () => {
    // 0.01° of latitude is 1.1 km; 0.01° of longitude at 45.5° is 0.8 km.
    const graph = graphOf({ lon: [1, 2, 1.5, 1.5, 1.01, 1.02], lat: [45, 46, 45.5, 45.009, 45.5, 45.5], edges: [] });
    const near = [...nodesNearBorder(graph)].map((n) => `${String(nodeLon(graph, n))} ${String(nodeLat(graph, n))}`);
    // The node at 45.009 is 1 001 m away, hence out.
    expect(near.toSorted()).toEqual(["1 45", "1.01 45.5", "2 46"]);
  });
});
