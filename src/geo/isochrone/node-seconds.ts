import { BucketQueue } from "../bucket-queue";
import type { RoadNetwork } from "../road-network";

/** Which way the road is driven: to the site (a patient who comes) or from it (a doctor on call). */
export type Direction = "vers" | "depuis";

/** Nodes taken from the queue between two yields: about a millisecond of work. */
const SLICE = 8_000;

/**
 * Seconds of road between each node and the nearest of some nodes, as long as they are at most `limit`; Infinity
 * beyond. The search stops there: it costs what is reached. Nodes at −1 are skipped. Steppable: yields the share done.
 */
export function* secondsWithin(network: RoadNetwork, siteNodes: ArrayLike<number>, direction: Direction, limit: number): Generator<number, Float32Array, void> {
  const { graph, seconds: weights } = network;
  const { start, node: heads, edge: edges } = direction === "vers" ? graph.reverse : graph.forward;
  const seconds = new Float32Array(graph.nodeCount).fill(Number.POSITIVE_INFINITY);
  const queue = new BucketQueue(weights.reduce((most, weight) => (weight < Infinity && weight > most ? weight : most), 0), 65_536);
  if (limit < 0) return seconds;
  for (let k = 0; k < siteNodes.length; k += 1) {
    const node = siteNodes[k]!;
    if (node < 0 || seconds[node] === 0) continue;
    seconds[node] = 0;
    queue.push(node, 0);
  }
  let taken = 0;
  for (let node = queue.pop(seconds); node >= 0; node = queue.pop(seconds)) {
    taken += 1;
    if (taken % SLICE === 0) yield Math.min(taken / graph.nodeCount, 1);
    const reached = seconds[node]!;
    for (let arc = start[node]!, end = start[node + 1]!; arc < end; arc += 1) {
      const next = heads[arc]!;
      const total = Math.fround(reached + weights[edges[arc]!]!);
      // Never kept beyond the limit: the queue empties by itself.
      if (total >= seconds[next]! || total > limit) continue;
      seconds[next] = total;
      queue.push(next, total);
    }
  }
  return seconds;
}
