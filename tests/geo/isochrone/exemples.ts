import * as fc from "fast-check";
import { CLASS_MASK, edgeLine, ONE_WAY_BIT, RAMP_BIT, type RawEdge, type RawGraph } from "../../../src/geo/graph/road-graph";
import { lngLatOf } from "../../../src/geo/isochrone/grid";
import type { Attachments } from "../../../src/geo/attachments";
import { reachedEdges, type ReachedEdges } from "../../../src/geo/isochrone/reached-edges";
import { searchSites } from "../../../src/geo/site-search";
import { type Field, spreadSeconds } from "../../../src/geo/isochrone/spread";
import { runToEnd } from "../../../src/geo/nearest-site";
import type { RoadNetwork } from "../../../src/geo/road-network";
import type { Direction } from "../../../src/geo/search";
import { networkOf } from "../graph-examples";

export const STEP = 250;

/** Some kilometres of roads as they are: bent a little, driven at 20 to 120 km/h, some one way. */
const aroundHere = fc.integer({ min: 2, max: 9 }).chain((nodes) => {
  const place = (from: number): fc.Arbitrary<number> => fc.integer({ min: from * 1e5, max: from * 1e5 + 12_000 }).map((v) => v / 1e5);
  const bend = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }));
  const edge: fc.Arbitrary<RawEdge> = fc.record({
    from: fc.nat({ max: nodes - 1 }),
    to: fc.nat({ max: nodes - 1 }),
    metres: fc.integer({ min: 100, max: 15_000 }),
    roadClass: fc.nat({ max: 5 }),
    ramp: fc.boolean(),
    oneWay: fc.boolean(),
    dense: fc.boolean(),
    city: fc.constant(false),
    urban: fc.constantFrom(0, 0.5, 1),
    curvature: fc.constant(0),
    shape: fc.array(bend, { maxLength: 3 }).map((steps) => steps.flat()),
  });
  return fc.record({
    lon: fc.array(place(1), { minLength: nodes, maxLength: nodes }),
    lat: fc.array(place(45), { minLength: nodes, maxLength: nodes }),
    edges: fc.array(edge, { minLength: 1, maxLength: 14 }),
  });
});

export interface Case {
  readonly raw: RawGraph;
  readonly sites: readonly number[];
  readonly direction: Direction;
  /** Seconds, ascending. */
  readonly limits: readonly number[];
}

export const cases: fc.Arbitrary<Case> = aroundHere.chain((raw) =>
  fc.record({
    raw: fc.constant(raw),
    sites: fc.array(fc.nat({ max: raw.lon.length - 1 }), { minLength: 1, maxLength: 3 }),
    direction: fc.constantFrom("to-sites", "from-sites"),
    limits: fc.uniqueArray(fc.integer({ min: 20, max: 1500 }), { minLength: 1, maxLength: 4 }).map((limits) => limits.toSorted((a, b) => a - b)),
  }),
);

export interface Computed {
  readonly network: RoadNetwork;
  readonly reached: ReachedEdges;
  readonly field: Field;
}

/** Sites that stand at nodes: at one end of one of their roads. */
function standing({ graph }: RoadNetwork, nodes: readonly number[]): Attachments {
  const places = nodes.map((node) => {
    const start = graph.from.indexOf(node);
    return start >= 0 ? { edge: start, share: 0 } : { edge: graph.to.indexOf(node), share: 1 };
  });
  return { edge: Int32Array.from(places, ({ edge }) => edge), share: Float32Array.from(places, ({ share }) => share), metres: new Float32Array(nodes.length) };
}

export function reachedBy(network: RoadNetwork, { sites, direction, limits }: Omit<Case, "raw">): ReachedEdges {
  return reachedEdges(runToEnd(searchSites(network, standing(network, sites), direction, limits.at(-1)!)));
}

/** Null when no road is reached. */
export function computed({ raw, ...ask }: Case): Computed | null {
  const network = networkOf(raw);
  const reached = reachedBy(network, ask);
  const field = runToEnd(spreadSeconds(network, reached, ask.limits.at(-1)!, STEP));
  return field === null ? null : { network, reached, field };
}

/** Seconds from every node to every other by Floyd and Warshall in doubles: no queue, no limit, no Float32 sum. */
function allPairs({ graph, seconds }: RoadNetwork): readonly Float64Array[] {
  const n = graph.nodeCount;
  const d = Array.from({ length: n }, (_, i) => new Float64Array(n).fill(Infinity).fill(0, i, i + 1));
  const shorten = (a: number, b: number, w: number): void => void (d[a]![b] = Math.min(d[a]![b]!, w));
  for (let e = 0; e < graph.edgeCount; e += 1) {
    shorten(graph.from[e]!, graph.to[e]!, seconds[e]!);
    if ((graph.attributes[e]! & ONE_WAY_BIT) === 0) shorten(graph.to[e]!, graph.from[e]!, seconds[e]!);
  }
  for (let k = 0; k < n; k += 1) for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) shorten(i, j, d[i]![k]! + d[k]![j]!);
  return d;
}

/** A straight stretch of road in metres of a plane, with the time along it. */
export interface Stretch {
  readonly a: readonly [x: number, y: number];
  readonly b: readonly [x: number, y: number];
  /** Whether the ground beside it is reached from it: not from a motorway nor a ramp. */
  readonly joins: boolean;
  /** Seconds at a share of the stretch; Infinity where it cannot be driven. */
  timeAt(share: number): number;
}

/** Metres east and north of the corner of the graph, with the longitudes shrunk at its middle as the grid does. */
export function planeOf({ graph }: RoadNetwork): (lngLat: readonly number[]) => readonly [number, number] {
  const [west, south, , north] = graph.bbox;
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  return ([lon = 0, lat = 0]) => [(lon - west) * 111_195 * shrink, (lat - south) * 111_195];
}

/** Every stretch of every road with its times, from the edge columns alone. */
export function allStretches(network: RoadNetwork, { sites, direction }: Omit<Case, "raw">): readonly Stretch[] {
  const { graph, seconds } = network;
  const d = allPairs(network);
  const place = planeOf(network);
  const nearest = (node: number): number => Math.min(...sites.map((site) => (direction === "to-sites" ? d[node]![site]! : d[site]![node]!)));
  return Array.from({ length: graph.edgeCount }, (_, e) => e).flatMap((e) => {
    const oneWay = (graph.attributes[e]! & ONE_WAY_BIT) !== 0;
    const fromEnd = oneWay && direction === "to-sites" ? Infinity : nearest(graph.from[e]!);
    const toEnd = oneWay && direction === "from-sites" ? Infinity : nearest(graph.to[e]!);
    const line = edgeLine(graph, e).map(place);
    const lengths = line.slice(1).map(([x, y], i) => Math.hypot(x - line[i]![0], y - line[i]![1]));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    let driven = 0;
    return lengths.map((length, i): Stretch => {
      const start = driven;
      driven += length;
      const timeAt = (share: number): number => {
        const x = total > 0 ? (start + share * length) / total : 0;
        return Math.min(fromEnd + x * seconds[e]!, toEnd + (1 - x) * seconds[e]!);
      };
      const bits = graph.attributes[e]!;
      return { a: line[i]!, b: line[i + 1]!, joins: (bits & CLASS_MASK) !== 0 && (bits & RAMP_BIT) === 0, timeAt };
    });
  });
}

/** Distance from a place to a stretch, and the share where it is nearest. */
export function nearestOn({ a, b }: Stretch, [x, y]: readonly [number, number]): { readonly metres: number; readonly share: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(Math.max(((x - a[0]) * dx + (y - a[1]) * dy) / square, 0), 1);
  return { metres: Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy), share };
}

/** Degrees of each sample of a grid, row by row. */
export function samplesOf({ grid }: Field): readonly (readonly [number, number])[] {
  return Array.from({ length: grid.columns * grid.rows }, (_, at) => lngLatOf(grid, at % grid.columns, Math.floor(at / grid.columns)));
}
