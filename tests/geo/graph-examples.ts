import * as fc from "fast-check";
import { decodeGraph } from "../../src/geo/graph/decode";
import { encodeGraph } from "../../src/geo/graph/encode";
import { nodeLat, nodeLon, type RawEdge, type RawGraph, type RoadGraph } from "../../src/geo/graph/road-graph";
import { buildRoadNetwork, type RoadNetwork } from "../../src/geo/road-network";
import type { SpeedTable } from "../../src/geo/speeds";

export const SPEEDS: SpeedTable = {
  kmh: [90, 120, 70, 110, 45, 60, 44, 58, 42, 57, 24, 41, 50],
  dense: [80, 50, 30, 32, 25, 18],
  thr: 70,
  secPer90: 3,
  secPerCityKm: 36,
  constMin: 0.5,
};

/** Degrees that are whole 1e-5: the quantisation of the format then loses nothing. */
const e5 = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: Math.round(min * 1e5), max: Math.round(max * 1e5) }).map((v) => v / 1e5);

const rawEdge = (nodes: number): fc.Arbitrary<RawEdge> =>
  fc.record({
    from: fc.nat({ max: nodes - 1 }),
    to: fc.nat({ max: nodes - 1 }),
    metres: fc.nat({ max: 300_000 }).map((dm) => dm / 10),
    roadClass: fc.nat({ max: 5 }),
    ramp: fc.boolean(),
    oneWay: fc.boolean(),
    dense: fc.boolean(),
    city: fc.boolean(),
    urban: fc.nat({ max: 100 }).map((percent) => percent / 100),
    curvature: fc.nat({ max: 5000 }).map((cents) => cents / 100),
    shape: fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 })), { maxLength: 5 }).map((steps) => steps.flat()),
  });

/** Random graphs of 1 to 14 nodes: one-ways, loops, parallel edges, islands, nodes at the same place. */
export const rawGraph: fc.Arbitrary<RawGraph> = fc.integer({ min: 1, max: 14 }).chain((nodes) =>
  fc.record({
    lon: fc.array(e5(1, 1.25), { minLength: nodes, maxLength: nodes }),
    lat: fc.array(e5(45, 45.25), { minLength: nodes, maxLength: nodes }),
    edges: fc.array(rawEdge(nodes), { maxLength: 40 }),
  }),
);

export function graphOf(raw: RawGraph): RoadGraph {
  const decoded = decodeGraph(encodeGraph(raw));
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
  return decoded.value;
}

export function networkOf(raw: RawGraph): RoadNetwork {
  return buildRoadNetwork(graphOf(raw), SPEEDS);
}

/** A two-way minor road of one kilometre, for graphs written by hand. */
export function road(from: number, to: number, more: Partial<RawEdge> = {}): RawEdge {
  return { from, to, metres: 1000, roadClass: 5, ramp: false, oneWay: false, dense: false, city: false, urban: 0, curvature: 0, shape: [], ...more };
}

/** The node of the packed graph at a place; nodes are renumbered by the format. */
export function nodeAt(graph: RoadGraph, lon: number, lat: number): number {
  for (let node = 0; node < graph.nodeCount; node += 1) {
    if (nodeLon(graph, node) === lon && nodeLat(graph, node) === lat) return node;
  }
  throw new Error(`no node at ${String(lon)}, ${String(lat)}`);
}
