import { BucketQueue } from "./bucket-queue";
import type { Adjacency } from "./graph/road-graph";
import type { RoadNetwork } from "./road-network";

/** Seconds of road by node and, for each, which source it belongs to. */
export interface Reach {
  /** Float32 seconds by node; Infinity where no source reaches. The trip constant is not in it: see `pathMinutes`. */
  readonly seconds: Float32Array;
  /** Index in the list of sources of the winner; −1 where none. Of sources on one node, the first. */
  readonly source: Int32Array;
}

/** Nodes taken from the queue between two yields: about a millisecond of work. */
const SLICE = 8_000;

function largestOf(values: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i += 1) if (values[i]! > largest) largest = values[i]!;
  return largest;
}

/**
 * Dijkstra from many sources at once on typed arrays. Steppable: yields the share of nodes settled (about:
 * a node may be taken twice) so that a worker can report progress and let a cancel through. Sources at −1
 * are skipped. The sum is rounded to Float32 before it is compared: comparing a Float64 sum with a Float32
 * store would end the search early.
 */
function* search(network: RoadNetwork, adjacency: Adjacency, sources: ArrayLike<number>): Generator<number, Reach, void> {
  const { nodeCount } = network.graph;
  const { start, node: heads, edge: edges } = adjacency;
  const weights = network.seconds;
  const seconds = new Float32Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  const source = new Int32Array(nodeCount).fill(-1);
  const queue = new BucketQueue(largestOf(weights), nodeCount);
  for (let k = 0; k < sources.length; k += 1) {
    const node = sources[k]!;
    if (node < 0 || seconds[node] === 0) continue;
    seconds[node] = 0;
    source[node] = k;
    queue.push(node, 0);
  }
  let taken = 0;
  for (let node = queue.pop(seconds); node >= 0; node = queue.pop(seconds)) {
    taken += 1;
    if (taken % SLICE === 0) yield Math.min(taken / nodeCount, 1);
    const reached = seconds[node]!;
    for (let arc = start[node]!; arc < start[node + 1]!; arc += 1) {
      const next = heads[arc]!;
      const total = Math.fround(reached + weights[edges[arc]!]!);
      if (total < seconds[next]!) {
        seconds[next] = total;
        source[next] = source[node]!;
        queue.push(next, total);
      }
    }
  }
  return { seconds, source };
}

/** Seconds from every node **to** the nearest of the sites: one reverse search from all of them. */
export function nearestSite(network: RoadNetwork, siteNodes: ArrayLike<number>): Generator<number, Reach, void> {
  return search(network, network.graph.reverse, siteNodes);
}

/** Seconds **from** one node to every other. */
export function oneToAll(network: RoadNetwork, node: number): Generator<number, Reach, void> {
  return search(network, network.graph.forward, [node]);
}

/** Runs a steppable search to its end. */
export function runToEnd<T>(steps: Generator<unknown, T, void>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
