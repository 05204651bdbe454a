import { ONE_WAY_BIT } from "../graph/road-graph";
import type { RoadNetwork } from "../road-network";
import type { SiteSearch } from "../site-search";

/**
 * The roads reached within a limit, wholly or in part. Parallel arrays. At the share x of an edge (0 at its node
 * `from`, 1 at `to`) the time is `min(fromEnd + x·seconds, toEnd + (1 − x)·seconds)`.
 */
export interface ReachedEdges {
  readonly edge: Int32Array;
  /** Seconds at each end of the edge; Infinity where a one-way forbids to come or go that way, or beyond the limit. */
  readonly fromEnd: Float32Array;
  readonly toEnd: Float32Array;
  /** [west, south, east, north] of all of it, 1e-5 degree; null when nothing is reached. */
  readonly box: readonly [number, number, number, number] | null;
}

/**
 * Every edge that has an end within the limit of a search (`searchSites`, `within`) from which it can be driven. On the very edge
 * where a site stands, times are those of its ends: late by the length of that edge at most.
 */
export function reachedEdges({ network: { graph, seconds: weights }, reach: { seconds }, direction }: SiteSearch): ReachedEdges {
  const { edgeCount, from, to, attributes } = graph;
  const edge = new Int32Array(edgeCount);
  const fromEnd = new Float32Array(edgeCount);
  const toEnd = new Float32Array(edgeCount);
  const towards = direction === "to-sites";
  let count = 0;
  for (let e = 0; e < edgeCount; e += 1) {
    const start = seconds[from[e]!]!;
    const end = seconds[to[e]!]!;
    if (start === Infinity && end === Infinity) continue;
    const oneWay = (attributes[e]! & ONE_WAY_BIT) !== 0;
    // A one-way is left by its end towards a site, entered by its start from one.
    if (weights[e] === Infinity || (oneWay && (towards ? end : start) === Infinity)) continue;
    edge[count] = e;
    fromEnd[count] = oneWay && towards ? Infinity : start;
    toEnd[count] = oneWay && !towards ? Infinity : end;
    count += 1;
  }
  const kept = edge.subarray(0, count);
  return { edge: kept, fromEnd: fromEnd.subarray(0, count), toEnd: toEnd.subarray(0, count), box: boxOf(graph, kept) };
}

/** No edge bends farther from its ends than it is long: units of 1e-5 degree of longitude in a decimetre, up to 50° N. */
const UNITS_PER_DM = 0.15;

/** West, south, east, north, 1e-5 degree, as they grow: typed: an object of four numbers boxes them. */
type Box = Int32Array;

/** Lines of edges may leave the box of their nodes: those long enough to do so are followed point by point. */
function boxOf(graph: RoadNetwork["graph"], edges: Int32Array): ReachedEdges["box"] {
  if (edges.length === 0) return null;
  const { from, to, lonE5, latE5, lengthDm } = graph;
  const box = Int32Array.of(2 ** 31 - 1, 2 ** 31 - 1, -(2 ** 31), -(2 ** 31));
  for (let i = 0; i < edges.length; i += 1) {
    const e = edges[i]!;
    extend(box, lonE5[from[e]!]!, latE5[from[e]!]!);
    extend(box, lonE5[to[e]!]!, latE5[to[e]!]!);
  }
  for (let i = 0; i < edges.length; i += 1) {
    const e = edges[i]!;
    const x = lonE5[from[e]!]!;
    const y = latE5[from[e]!]!;
    const far = lengthDm[e]! * UNITS_PER_DM;
    if (x - far < box[0]! || x + far > box[2]! || y - far < box[1]! || y + far > box[3]!) extendByLine(box, graph, e);
  }
  return [box[0]!, box[1]!, box[2]!, box[3]!];
}

function extend(box: Box, x: number, y: number): void {
  if (x < box[0]!) box[0] = x;
  if (y < box[1]!) box[1] = y;
  if (x > box[2]!) box[2] = x;
  if (y > box[3]!) box[3] = y;
}

function extendByLine(box: Box, { from, lonE5, latE5, shapeStart, shapeDx, shapeDy }: RoadNetwork["graph"], edge: number): void {
  let x = lonE5[from[edge]!]!;
  let y = latE5[from[edge]!]!;
  for (let p = shapeStart[edge]!, end = shapeStart[edge + 1]!; p < end; p += 1) {
    x += shapeDx[p]!;
    y += shapeDy[p]!;
    extend(box, x, y);
  }
}
