import type { Adjacency } from "./road-graph";

/** Arcs of one direction: a two-way edge makes two. */
export function countArcs(oneWay: (edge: number) => boolean, edgeCount: number): number {
  let arcs = 0;
  for (let edge = 0; edge < edgeCount; edge += 1) arcs += oneWay(edge) ? 1 : 2;
  return arcs;
}

export interface ArcSource {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly oneWay: (edge: number) => boolean;
}

/** Writes the arcs leaving (`forward`) or entering each node into `target`, by counting sort on the node. */
export function fillAdjacency(source: ArcSource, forward: boolean, target: Adjacency): Adjacency {
  const { start, node, edge: edges } = target;
  const tails = forward ? source.from : source.to;
  const heads = forward ? source.to : source.from;
  for (let e = 0; e < source.edgeCount; e += 1) {
    start[tails[e]! + 1] = start[tails[e]! + 1]! + 1;
    if (!source.oneWay(e)) start[heads[e]! + 1] = start[heads[e]! + 1]! + 1;
  }
  for (let n = 0; n < source.nodeCount; n += 1) start[n + 1] = start[n + 1]! + start[n]!;
  const next = start.slice(0, source.nodeCount);
  const put = (at: number, other: number, e: number): void => {
    const slot = next[at]!;
    node[slot] = other;
    edges[slot] = e;
    next[at] = slot + 1;
  };
  for (let e = 0; e < source.edgeCount; e += 1) {
    put(tails[e]!, heads[e]!, e);
    if (!source.oneWay(e)) put(heads[e]!, tails[e]!, e);
  }
  return target;
}
