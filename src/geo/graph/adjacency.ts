import { type Adjacency, ARC_SHIFT, ENTERS_BIT, LEAVES_BIT, ONE_WAY_BIT } from "./road-graph";

interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly attributes: Uint8Array;
}

/**
 * Fills the rows by counting, then placing: an edge gives an arc to each of its ends. Arcs of a node come in edge order. `into`
 * must be zeroed and sized (nodes + 1, two arcs an edge); ticks are left as they are.
 */
export function fillAdjacency({ from, to, attributes }: Edges, { start, arcs, edge }: Adjacency): void {
  for (let e = 0; e < from.length; e += 1) {
    start[from[e]!]! += 1;
    start[to[e]!]! += 1;
  }
  // Each row is then filled from its end: where the row ends is brought back to where it starts.
  for (let n = 1; n < start.length; n += 1) start[n]! += start[n - 1]!;
  const place = (node: number, other: number, e: number, bit: number): void => {
    const arc = start[node]! - 1;
    start[node] = arc;
    arcs[2 * arc] = (other << ARC_SHIFT) | bit;
    edge[arc] = e;
  };
  for (let e = from.length - 1; e >= 0; e -= 1) {
    const oneWay = (attributes[e]! & ONE_WAY_BIT) !== 0;
    place(to[e]!, from[e]!, e, oneWay ? ENTERS_BIT : 0);
    place(from[e]!, to[e]!, e, oneWay ? LEAVES_BIT : 0);
  }
}
