import { weighArcs } from "./weigh-arcs";
import { BucketQueue } from "./bucket-queue";
import { type Adjacency, ARC_SHIFT } from "./graph/road-graph";
import type { RoadNetwork } from "./road-network";
import { toSeconds, UNREACHED } from "./ticks";

/** Which way the road is driven: towards the places the search starts from, or away from them. */
export type Direction = "to-sites" | "from-sites";

/** First places of a search: parallel arrays. Two seeds may stand on one node. */
export interface Seeds {
  readonly node: number[];
  readonly ticks: number[];
  /** Index of the site each seed belongs to. */
  readonly source: number[];
}

/** Times of the nodes, and whose they are. */
export interface Labels {
  /** UNREACHED where no road leads. */
  readonly ticks: Int32Array;
  /** Of equal times, that of the lowest index; −1 where no road leads. */
  readonly source: Int32Array;
}

/** Seconds of road by node and, for each, which source it belongs to. */
export interface Reach {
  /** Float32 seconds by node; Infinity where no source reaches. The trip constant is not in it: see `pathMinutes`. */
  readonly seconds: Float32Array;
  /** Index in the list of sources of the winner; −1 where none. Of equal sources, the lowest index. */
  readonly source: Int32Array;
}

export function emptyLabels(nodeCount: number): Labels {
  return { ticks: new Int32Array(nodeCount).fill(UNREACHED), source: new Int32Array(nodeCount).fill(-1) };
}

export function reachOf({ ticks, source }: Labels): Reach {
  const seconds = new Float32Array(ticks.length);
  for (let node = 0; node < ticks.length; node += 1) seconds[node] = toSeconds(ticks[node]!);
  return { seconds, source };
}

/** The arcs in the way a search follows them. */
export function rowsOf({ graph }: RoadNetwork, direction: Direction): Adjacency {
  return direction === "to-sites" ? graph.reverse : graph.forward;
}

/** The arcs in the way a search follows them, with their ticks: to be asked again after each yield (`weighArcs`). */
export function arcsOf(network: RoadNetwork, direction: Direction): Adjacency {
  weighArcs(network);
  return rowsOf(network, direction);
}

/** A bucket of a plain search holds 2^11 ticks: 2 s. 0.25 to 30 s measured the same; short ones stop closer to a limit. */
const BUCKET_SHIFT = 11;

/** A queue for some seeds: its ring covers their spread and the longest edge. A bucket holds 2^shift ticks. */
export function queueFor({ longest }: RoadNetwork, ticks: readonly number[], shift: number): BucketQueue {
  const start = ticks.reduce((least, value) => Math.min(least, value), UNREACHED);
  const end = ticks.reduce((most, value) => Math.max(most, value), 0);
  return new BucketQueue(start, Math.max(end - start, longest), shift);
}

/**
 * Dijkstra from many seeds at once on typed arrays, bucket after bucket of 2 s: for repairs and routes, and wherever the
 * kernel (kernel/search.wat, the same loop) cannot be used. A node keeps the lowest pair
 * (time, source): with exact sums, that is the same whatever the order of the work. It starts from labels that may
 * hold times already, which it only improves: that is how a search is repaired.
 */
export class Search {
  readonly labels: Labels;
  /** Edge by which each node was reached, when asked for; −1 at a seed. */
  readonly via: Int32Array | null;
  /** Nodes of the last bucket, the first `count` of them; one may be there twice. */
  taken: Int32Array = new Int32Array(1024);
  count = 0;
  /** Every time under this one is final. */
  horizon = 0;
  private readonly network: RoadNetwork;
  private readonly direction: Direction;
  private readonly queue: BucketQueue;

  constructor(network: RoadNetwork, direction: Direction, seeds: Seeds, labels: Labels = emptyLabels(network.graph.nodeCount), via: Int32Array | null = null) {
    this.labels = labels;
    this.via = via;
    this.network = network;
    this.direction = direction;
    this.queue = queueFor(network, seeds.ticks, BUCKET_SHIFT);
    seeds.node.forEach((node, i) => {
      if (this.improve(node, seeds.ticks[i]!, seeds.source[i]!)) this.queue.push(node, seeds.ticks[i]!);
    });
  }

  private improve(node: number, total: number, whose: number): boolean {
    const { ticks, source } = this.labels;
    if (total > ticks[node]! || (total === ticks[node]! && whose >= source[node]!)) return false;
    ticks[node] = total;
    source[node] = whose;
    return true;
  }

  /** Settles the next bucket, unless it starts after `limit` ticks; false when there is none. */
  advance(limit: number = UNREACHED): boolean {
    const { queue, via } = this;
    const { ticks, source } = this.labels;
    const { start, arcs, edge: edges, barred } = arcsOf(this.network, this.direction);
    const bucket = queue.next();
    if (bucket < 0 || bucket << BUCKET_SHIFT > limit) return false;
    let count = 0;
    for (let node = queue.take(); node >= 0; node = queue.take()) {
      // Found a shorter way since it was pushed: met in an earlier bucket.
      if (ticks[node]! >>> BUCKET_SHIFT !== bucket) continue;
      if (count === this.taken.length) this.growTaken();
      this.taken[count] = node;
      count += 1;
      const reached = ticks[node]!;
      const whose = source[node]!;
      for (let arc = start[node]!, end = start[node + 1]!; arc < end; arc += 1) {
        const head = arcs[2 * arc]!;
        if ((head & barred) !== 0) continue;
        const next = head >> ARC_SHIFT;
        // With a closed road the sum is never better than what is known.
        const total = (reached + arcs[2 * arc + 1]!) | 0;
        const known = ticks[next]!;
        if (total > known || (total === known && whose >= source[next]!)) continue;
        ticks[next] = total;
        source[next] = whose;
        if (via !== null) via[next] = edges[arc]!;
        queue.push(next, total);
      }
    }
    this.count = count;
    this.horizon = (bucket + 1) << BUCKET_SHIFT;
    return true;
  }

  private growTaken(): void {
    const more = new Int32Array(2 * this.taken.length);
    more.set(this.taken);
    this.taken = more;
  }
}
