import { type Adjacency, ONE_WAY_BIT } from "./road-graph";

interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly attributes: Uint8Array;
}

/**
 * Fills the compressed rows of one direction by counting, then placing. `forward` lists the arcs that
 * leave a node, the other direction those that enter it; a two-way edge gives an arc each way.
 * Arcs of a node come in edge order. `into` must be zeroed and sized (nodes + 1, arcs, arcs).
 */
export function fillAdjacency(edges: Edges, forward: boolean, into: Adjacency): void {
  const tail = forward ? edges.from : edges.to;
  const head = forward ? edges.to : edges.from;
  const { start, node, edge } = into;
  const nodeCount = start.length - 1;
  for (let e = 0; e < tail.length; e += 1) {
    start[tail[e]! + 1]! += 1;
    if ((edges.attributes[e]! & ONE_WAY_BIT) === 0) start[head[e]! + 1]! += 1;
  }
  for (let n = 0; n < nodeCount; n += 1) start[n + 1]! += start[n]!;
  const next = start.slice(0, nodeCount);
  const place = (at: number, other: number, e: number): void => {
    const arc = next[at]!;
    next[at] = arc + 1;
    node[arc] = other;
    edge[arc] = e;
  };
  for (let e = 0; e < tail.length; e += 1) {
    place(tail[e]!, head[e]!, e);
    if ((edges.attributes[e]! & ONE_WAY_BIT) === 0) place(head[e]!, tail[e]!, e);
  }
}
