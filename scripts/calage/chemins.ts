import FlatQueue from "flatqueue";
import type { RoadGraph } from "../../src/geo/graph/road-graph";

/** Nodes where trips may end, each with the minutes it costs to end there. Parallel arrays. */
export interface Arrivees {
  readonly node: Int32Array;
  readonly minutes: Float64Array;
}

/** Shortest paths to the nearest arrival, as far as the last node asked for. */
export interface Foret {
  /** Minutes from each node; Infinity where the search did not go. */
  readonly minutes: Float64Array;
  /** First edge of the way, and the node it leads to; −1 at an arrival. */
  readonly edge: Int32Array;
  readonly next: Int32Array;
  /** Index in `Arrivees` of the arrival of each node; −1 where unknown. */
  readonly arrivee: Int32Array;
}

/** Reverse Dijkstra in 64-bit from every arrival at once; stops when all of `wanted` are settled. */
export function growForest(graph: RoadGraph, weight: Float64Array, arrivees: Arrivees, wanted: Int32Array): Foret {
  const { start, node: from, edge: along } = graph.reverse;
  const minutes = new Float64Array(graph.nodeCount).fill(Number.POSITIVE_INFINITY);
  const edge = new Int32Array(graph.nodeCount).fill(-1);
  const next = new Int32Array(graph.nodeCount).fill(-1);
  const arrivee = new Int32Array(graph.nodeCount).fill(-1);
  const waiting = new Uint8Array(graph.nodeCount);
  for (const node of wanted) waiting[node] = 1;
  let left = waiting.reduce((sum, one) => sum + one, 0);
  const queue = new FlatQueue<number>();
  arrivees.node.forEach((node, k) => {
    if (arrivees.minutes[k]! >= minutes[node]!) return;
    minutes[node] = arrivees.minutes[k]!;
    arrivee[node] = k;
    queue.push(node, minutes[node]!);
  });
  while (left > 0 && queue.length > 0) {
    const reached = queue.peekValue()!;
    const node = queue.pop()!;
    if (reached > minutes[node]!) continue;
    if (waiting[node] === 1) {
      waiting[node] = 0;
      left -= 1;
    }
    for (let arc = start[node]!; arc < start[node + 1]!; arc += 1) {
      const other = from[arc]!;
      const sum = reached + weight[along[arc]!]!;
      if (sum >= minutes[other]!) continue;
      minutes[other] = sum;
      edge[other] = along[arc]!;
      next[other] = node;
      arrivee[other] = arrivee[node]!;
      queue.push(other, sum);
    }
  }
  return { minutes, edge, next, arrivee };
}
