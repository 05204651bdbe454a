import { type Attachments, directTicks, legTicks } from "./attachments";
import type { BucketQueue } from "./bucket-queue";
import { type Adjacency, ARC_SHIFT } from "./graph/road-graph";
import type { RoadNetwork } from "./road-network";
import { arcsOf, type Direction, queueFor, reachOf } from "./search";
import { sitesByEdge, siteSeeds } from "./site-search";
import { UNREACHED } from "./ticks";

/** The k nearest sites of each point, nearest first: those of point i at `i * k … i * k + k − 1`. */
export interface NearestTable {
  readonly k: number;
  /** Float32; Infinity where there are fewer than k sites within reach. */
  readonly seconds: Float32Array;
  /** −1 where there are fewer. Of equal sites, the lowest index first. */
  readonly source: Int32Array;
}

/** For each node or point, its k best pairs (time, site), each site once, sorted; side by side, to be read at once. */
class Ranking {
  readonly k: number;
  /** Slot s has its ticks at 2s; at 2s + 1, twice its site, plus one while the pair has not been passed on; −2 for none. */
  readonly pairs: Int32Array;

  constructor(count: number, k: number) {
    this.k = k;
    this.pairs = new Int32Array(2 * count * k);
    for (let i = 0; i < this.pairs.length; i += 2) {
      this.pairs[i] = UNREACHED;
      this.pairs[i + 1] = -2;
    }
  }

  /** Puts a pair in its place; false when it is not among the k best, or when its site is there with a better time. */
  insert(at: number, total: number, whose: number): boolean {
    const { k, pairs } = this;
    const first = 2 * at * k;
    const last = first + 2 * k - 2;
    if (total > pairs[last]! || (total === pairs[last]! && whose >= pairs[last + 1]! >> 1)) return false;
    // Where the pair goes, and the place it takes: that of its own site, or the last one.
    let place = first;
    while (total > pairs[place]! || (total === pairs[place]! && whose > pairs[place + 1]! >> 1)) {
      if (pairs[place + 1]! >> 1 === whose) return false;
      place += 2;
    }
    let gone = place;
    while (gone < last && pairs[gone + 1]! >> 1 !== whose) gone += 2;
    if (pairs[gone] === total && pairs[gone + 1]! >> 1 === whose) return false;
    for (let i = gone + 1; i > place + 1; i -= 1) pairs[i] = pairs[i - 2]!;
    pairs[place] = total;
    pairs[place + 1] = 2 * whose + 1;
    return true;
  }
}

/**
 * A bucket holds 2^17 ticks: 128 s. Pairs are worked on neighbour after neighbour rather than wave after wave: some
 * are passed on twice, but memory is read where it was just read. Half the time of buckets of 2 s on the region.
 */
const BUCKET_SHIFT = 17;

/** Pairs passed on between two yields: some milliseconds of work. */
const SLICE = 8_000;

/** Passes on to the neighbours what is in the current bucket, until it is empty or a slice is done; gives how many pairs. */
function passOn({ start, arcs, barred }: Adjacency, queue: BucketQueue, bucket: number, ranking: Ranking): number {
  const { k, pairs } = ranking;
  let passed = 0;
  for (let node = queue.take(); node >= 0; node = passed < SLICE ? queue.take() : -1) {
    for (let at = 2 * node * k, past = at + 2 * k; at < past; at += 2) {
      const reached = pairs[at]!;
      if ((pairs[at + 1]! & 1) === 0 || reached >>> BUCKET_SHIFT !== bucket) continue;
      pairs[at + 1]! -= 1;
      passed += 1;
      const whose = pairs[at + 1]! >> 1;
      for (let arc = 2 * start[node]!, end = 2 * start[node + 1]!; arc < end; arc += 2) {
        const head = arcs[arc]!;
        const next = head >> ARC_SHIFT;
        const total = (reached + arcs[arc + 1]!) | 0;
        if ((head & barred) === 0 && ranking.insert(next, total, whose)) queue.push(next, total);
      }
    }
  }
  return passed;
}

function* rankNodes(network: RoadNetwork, sites: Attachments, direction: Direction, k: number): Generator<number, Ranking, void> {
  const { nodeCount } = network.graph;
  const seeds = siteSeeds(network, sites, direction);
  const queue = queueFor(network, seeds.ticks, BUCKET_SHIFT);
  const ranking = new Ranking(nodeCount, k);
  seeds.node.forEach((node, i) => {
    if (ranking.insert(node, seeds.ticks[i]!, seeds.source[i]!)) queue.push(node, seeds.ticks[i]!);
  });
  let passed = 0;
  for (let bucket = queue.next(); bucket >= 0; bucket = queue.next()) {
    passed += passOn(arcsOf(network, direction), queue, bucket, ranking);
    yield Math.min(passed / (nodeCount * k), 1);
  }
  return ranking;
}

/**
 * The k sites nearest to each point (k ≤ 5 in the app), exactly: one search in which every node keeps its k best sites.
 * Yields the share done.
 */
export function* nearestSites(network: RoadNetwork, sites: Attachments, points: Attachments, direction: Direction, k: number): Generator<number, NearestTable, void> {
  const nodes = yield* rankNodes(network, sites, direction, k);
  const byEdge = sitesByEdge(sites);
  const ranking = new Ranking(points.edge.length, k);
  points.edge.forEach((edge, i) => {
    if (edge < 0) return;
    for (const end of ["from", "to"] as const) {
      const leg = legTicks(network, points, i, end, direction === "to-sites" ? "leaving" : "arriving");
      if (leg === UNREACHED) continue;
      const first = 2 * network.graph[end][edge]! * k;
      for (let at = first; at < first + 2 * k && nodes.pairs[at]! < UNREACHED; at += 2) ranking.insert(i, leg + nodes.pairs[at]!, nodes.pairs[at + 1]! >> 1);
    }
    for (const site of byEdge.get(edge) ?? []) {
      const ticks = direction === "to-sites" ? directTicks(network, points, i, sites, site) : directTicks(network, sites, site, points, i);
      if (ticks !== UNREACHED) ranking.insert(i, ticks, site);
    }
  });
  const column = (at: number): Int32Array => Int32Array.from({ length: points.edge.length * k }, (_, slot) => ranking.pairs[2 * slot + at]!);
  return { k, ...reachOf({ ticks: column(0), source: column(1).map((site) => site >> 1) }) };
}
