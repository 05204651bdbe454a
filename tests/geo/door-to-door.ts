import * as fc from "fast-check";
import type { Attachments } from "../../src/geo/attachments";
import { ONE_WAY_BIT, type RawGraph } from "../../src/geo/graph/road-graph";
import type { RoadNetwork } from "../../src/geo/road-network";
import { networkOf, rawGraph, road, SPEEDS } from "./graph-examples";

/** All pairs by Floyd and Warshall in doubles, straight from the edge columns: no adjacency, no queue, no ticks. */
export function allPairs({ graph, seconds }: RoadNetwork): readonly Float64Array[] {
  const n = graph.nodeCount;
  const d = Array.from({ length: n }, (_, i) => new Float64Array(n).fill(Infinity).fill(0, i, i + 1));
  const shorten = (a: number, b: number, w: number): void => {
    d[a]![b] = Math.min(d[a]![b]!, w);
  };
  for (let e = 0; e < graph.edgeCount; e += 1) {
    shorten(graph.from[e]!, graph.to[e]!, seconds[e]!);
    if ((graph.attributes[e]! & ONE_WAY_BIT) === 0) shorten(graph.to[e]!, graph.from[e]!, seconds[e]!);
  }
  for (let k = 0; k < n; k += 1) for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) shorten(i, j, d[i]![k]! + d[k]![j]!);
  return d;
}

/** Sums of a few dozen roundings to a tick. */
export const close = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 0.05;

const isOneWay = ({ graph }: RoadNetwork, e: number): boolean => (graph.attributes[e]! & ONE_WAY_BIT) !== 0;
const access = (metres: number): number => (metres * 3.6) / (SPEEDS.accesKmh ?? 20);

/** Seconds from point i of `a` to point j of `b` by the shortest way, in doubles. */
export function doorToDoor(network: RoadNetwork, pairs: readonly Float64Array[], a: Attachments, i: number, b: Attachments, j: number): number {
  const { graph, seconds } = network;
  const [e, f] = [a.edge[i]!, b.edge[j]!];
  if (e < 0 || f < 0) return Infinity;
  const [t, u] = [a.share[i]!, b.share[j]!];
  const out: [number, number][] = [[graph.to[e]!, (1 - t) * seconds[e]!]];
  if (!isOneWay(network, e) || t === 0) out.push([graph.from[e]!, t * seconds[e]!]);
  const into: [number, number][] = [[graph.from[f]!, u * seconds[f]!]];
  if (!isOneWay(network, f) || u === 1) into.push([graph.to[f]!, (1 - u) * seconds[f]!]);
  let best = e === f && (u >= t || !isOneWay(network, e)) ? Math.abs(u - t) * seconds[e]! : Infinity;
  for (const [node, s] of out) for (const [next, r] of into) best = Math.min(best, s + pairs[node]![next]! + r);
  return best + access(a.metres[i]!) + access(b.metres[j]!);
}

const share = fc.oneof(fc.constantFrom(0, 1, 0.5), fc.double({ min: 0, max: 1, noNaN: true }));
export const point = fc.record({ pick: fc.option(fc.nat(), { freq: 10 }), share, metres: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 30_000, noNaN: true })) });
export type Point = typeof point extends fc.Arbitrary<infer T> ? T : never;

/** Points on edges of a graph; some off the network. */
export function attach({ graph }: RoadNetwork, points: readonly Point[]): Attachments {
  const edge = Int32Array.from(points, ({ pick }) => (pick === null || graph.edgeCount === 0 ? -1 : pick % graph.edgeCount));
  return {
    edge,
    share: Float32Array.from(points, (one) => one.share),
    metres: Float32Array.from(points, (one, i) => (edge[i]! < 0 ? Number.NaN : one.metres)),
  };
}

interface Case {
  readonly network: RoadNetwork;
  readonly sites: Attachments;
  readonly points: Attachments;
}

const list = (max: number): fc.Arbitrary<Point[]> => fc.array(point, { maxLength: max });

/** All roads alike: many ways and many sites are equal. */
function evened(raw: RawGraph): RawGraph {
  return { ...raw, edges: raw.edges.map(({ from, to, oneWay }) => road(from, to, { oneWay })) };
}

/** A random graph with sites and points on it; one in three is full of ties. */
export const places: fc.Arbitrary<Case> = fc
  .tuple(rawGraph, list(6), list(8), fc.nat({ max: 2 }))
  .map(([raw, sites, points, kind]: [RawGraph, Point[], Point[], number]) => {
    const network = networkOf(kind === 0 ? evened(raw) : raw);
    return { network, sites: attach(network, sites), points: attach(network, points) };
  });
