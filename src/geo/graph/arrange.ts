import { hilbertOrder } from "./hilbert";
import { type RawEdge, type RawGraph, UNITS_PER_DEGREE } from "./road-graph";

/** A graph in the order of the format. */
export interface Arranged {
  readonly lonE5: Int32Array;
  readonly latE5: Int32Array;
  readonly edges: readonly RawEdge[];
  /** Index in the raw graph of each node. */
  readonly order: Uint32Array;
}

/** The same road driven the other way. Only for two-way edges. */
function reversed(edge: RawEdge, x: Int32Array, y: Int32Array): RawEdge {
  const { from, to, shape } = edge;
  let restX = x[to]! - x[from]!;
  let restY = y[to]! - y[from]!;
  const steps: (readonly [number, number])[] = [];
  for (let p = 0; p < shape.length; p += 2) {
    restX -= shape[p]!;
    restY -= shape[p + 1]!;
    steps.push([-shape[p]!, -shape[p + 1]!]);
  }
  // The steps of the reversed line: the last stretch first, then the others, but for the first one.
  const back = [[-restX, -restY] as const, ...steps.toReversed()].slice(0, steps.length);
  return { ...edge, from: to, to: from, shape: back.flat() };
}

/** Nodes renumbered along the Hilbert curve; two-way edges turned so that from ≤ to; edges sorted by (from, to). */
export function arrange(raw: RawGraph): Arranged {
  const x = Int32Array.from(raw.lon, (lon) => Math.round(lon * UNITS_PER_DEGREE));
  const y = Int32Array.from(raw.lat, (lat) => Math.round(lat * UNITS_PER_DEGREE));
  const order = hilbertOrder(x, y);
  const rank = new Int32Array(order.length);
  order.forEach((node, k) => (rank[node] = k));
  const lonE5 = Int32Array.from(order, (node) => x[node]!);
  const latE5 = Int32Array.from(order, (node) => y[node]!);
  const edges = raw.edges
    .map((edge): RawEdge => ({ ...edge, from: rank[edge.from]!, to: rank[edge.to]! }))
    .map((edge) => (edge.oneWay || edge.from <= edge.to ? edge : reversed(edge, lonE5, latE5)))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  return { lonE5, latE5, edges, order };
}
