import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodesNearBorder } from "../../src/geo/data-edge";
import { buildEdgeIndex } from "../../src/geo/edge-index";
import { CLASS_MASK, edgeLine, nodeLat, nodeLon, RAMP_BIT, type RoadGraph } from "../../src/geo/graph/road-graph";
import { snapPoints } from "../../src/geo/snap";
import { graphOf, rawGraph, road } from "./graph-examples";

/** Haversine on a sphere of radius 6 371 km. */
function metresBetween(lon: number, lat: number, lon2: number, lat2: number): number {
  const rad = Math.PI / 180;
  const h = Math.sin(((lat2 - lat) * rad) / 2) ** 2 + Math.cos(lat * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon) * rad) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h));
}

/** Place at a share of the length of a line, cut in small steps: nothing of src/geo/snap. */
function placeAt(line: readonly (readonly [number, number])[], share: number): readonly [number, number] {
  const lengths = line.slice(1).map(([x, y], k) => metresBetween(line[k]![0], line[k]![1], x, y));
  let rest = share * lengths.reduce((sum, length) => sum + length, 0);
  for (let k = 0; k < lengths.length; k += 1) {
    if (rest <= lengths[k]! || k === lengths.length - 1) {
      const t = lengths[k] === 0 ? 0 : Math.min(rest / lengths[k]!, 1);
      const [[x1, y1], [x2, y2]] = [line[k]!, line[k + 1]!];
      return [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];
    }
    rest -= lengths[k]!;
  }
  return line[0]!;
}

/** Metres to a straight stretch: the great circle has one lowest point on it, found by thirds. */
function metresToStretch(lon: number, lat: number, [x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
  const at = (t: number): number => metresBetween(lon, lat, x1 + t * (x2 - x1), y1 + t * (y2 - y1));
  let [low, high] = [0, 1];
  for (let k = 0; k < 60; k += 1) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(a) < at(b)) high = b;
    else low = a;
  }
  return at((low + high) / 2);
}

const joinable = (graph: RoadGraph, edge: number): boolean => (graph.attributes[edge]! & RAMP_BIT) === 0 && (graph.attributes[edge]! & CLASS_MASK) !== 0;

/** Metres to the nearest road that can be joined, by brute force; Infinity without one. */
function leastMetres(graph: RoadGraph, lon: number, lat: number): number {
  let least = Infinity;
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    if (!joinable(graph, edge)) continue;
    const line = edgeLine(graph, edge);
    for (let k = 1; k < line.length; k += 1) least = Math.min(least, metresToStretch(lon, lat, line[k - 1]!, line[k]!));
  }
  return least;
}

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const snapIn = (graph: RoadGraph, lon: readonly number[], lat: readonly number[]) => snapPoints(graph, lon, lat, buildEdgeIndex(graph));

describe("snapPoints", () => {
  it("finds the nearest place on the roads, its distance and its share of the edge", () => {
    fc.assert(fc.property(rawGraph, unit, unit, (raw, u, v) => {
      const graph = graphOf(raw);
      const [west, south, east, north] = graph.bbox;
      // Inside the box even after rounding.
      const lon = Math.min(Math.max(west + u * (east - west), west), east);
      const lat = Math.min(Math.max(south + v * (north - south), south), north);
      const { edge, share, metres } = snapIn(graph, [lon], [lat]);
      const least = leastMetres(graph, lon, lat);
      if (least === Infinity) {
        expect([edge[0], metres[0]]).toEqual([-1, Number.NaN]);
        return;
      }
      expect(joinable(graph, edge[0]!)).toBe(true);
      expect(Math.abs(metres[0]! - least)).toBeLessThan(0.001 * least + 0.05);
      const [x, y] = placeAt(edgeLine(graph, edge[0]!), share[0]!);
      // A foot is flat: a little way along the road does not change the distance.
      expect(Math.abs(metresBetween(lon, lat, x, y) - metres[0]!)).toBeLessThan(0.001 * least + 1);
    }), { seed: 21, numRuns: 400 });
  });

  it("leaves out points outside the box of the graph and points without coordinates", () => {
    const graph = graphOf({ lon: [1, 2], lat: [45, 46], edges: [road(0, 1)] });
    const { edge, metres } = snapIn(graph, [0.99999, 1, 1.5, Number.NaN], [45.5, 45, 46.00001, 45.5]);
    expect([...edge]).toEqual([-1, 0, -1, -1]);
    expect([...metres]).toEqual([Number.NaN, 0, Number.NaN, Number.NaN]);
  });

  it("does not join a motorway nor a ramp, however near", () => {
    const graph = graphOf({
      lon: [1, 1.1, 1, 1.1, 1, 1.1],
      lat: [45, 45, 45.001, 45.001, 45.02, 45.02],
      edges: [road(0, 1, { roadClass: 0 }), road(2, 3, { roadClass: 1, ramp: true }), road(4, 5)],
    });
    const { edge, metres } = snapIn(graph, [1.05], [45.0005]);
    expect([graph.latE5[graph.from[edge[0]!]!], Math.round(metres[0]!)]).toEqual([4_502_000, 2168]);
  });

  it("measures the share along the bends of the road", () => {
    // Ten units east then ten north: the bend is half way, the crow would say otherwise.
    const graph = graphOf({ lon: [1, 1.01], lat: [0, 0.01], edges: [road(0, 1, { shape: [1000, 0] })] });
    const { share } = snapIn(graph, [1.01, 1.005, 1, 1.01], [0, 0, 0, 0.01]);
    const turned = graph.lonE5[graph.from[0]!] !== 100_000;
    const shares = [...share].map((value) => (turned ? 1 - value : value));
    [0.5, 0.25, 0, 1].forEach((expected, i) => expect(shares[i]).toBeCloseTo(expected, 5));
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
