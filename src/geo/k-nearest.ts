import { type Attachments, directTicks, legTicks } from "./attachments";
import { BUCKET_SHIFT } from "./bucket-queue";
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

/** For each node or point, its k best pairs (time, site), each site once, sorted. */
class Ranking {
  readonly k: number;
  readonly ticks: Int32Array;
  /** Twice the site, plus one while the pair has not been passed on to the neighbours; −2 where there is none. */
  readonly site: Int32Array;

  constructor(count: number, k: number) {
    this.k = k;
    this.ticks = new Int32Array(count * k).fill(UNREACHED);
    this.site = new Int32Array(count * k).fill(-2);
  }

  /** Puts a pair in its place; false when it is not among the k best, or when its site is there with a better time. */
  insert(at: number, total: number, whose: number): boolean {
    const { k, ticks, site } = this;
    const first = at * k;
    const last = first + k - 1;
    if (total > ticks[last]! || (total === ticks[last]! && whose >= site[last]! >> 1)) return false;
    // Where the pair goes, and the place it takes: that of its own site, or the last one.
    let place = first;
    while (total > ticks[place]! || (total === ticks[place]! && whose > site[place]! >> 1)) {
      if (site[place]! >> 1 === whose) return false;
      place += 1;
    }
    let gone = place;
    while (gone < last && site[gone]! >> 1 !== whose) gone += 1;
    if (ticks[gone] === total && site[gone]! >> 1 === whose) return false;
    for (let slot = gone; slot > place; slot -= 1) {
      ticks[slot] = ticks[slot - 1]!;
      site[slot] = site[slot - 1]!;
    }
    ticks[place] = total;
    site[place] = 2 * whose + 1;
    return true;
  }
}

/** Pairs passed on between two yields: about a millisecond of work. */
const SLICE = 8_000;

function* rankNodes(network: RoadNetwork, sites: Attachments, direction: Direction, k: number): Generator<number, Ranking, void> {
  const { nodeCount } = network.graph;
  const { start, node: heads, ticks: weights } = arcsOf(network, direction);
  const seeds = siteSeeds(network, sites, direction);
  const queue = queueFor(network, seeds.ticks);
  const ranking = new Ranking(nodeCount, k);
  const { ticks, site } = ranking;
  seeds.node.forEach((node, i) => {
    if (ranking.insert(node, seeds.ticks[i]!, seeds.source[i]!)) queue.push(node, seeds.ticks[i]!);
  });
  let [passed, since] = [0, 0];
  for (let bucket = queue.next(); bucket >= 0; bucket = queue.next()) {
    for (let node = queue.take(); node >= 0; node = queue.take()) {
      for (let slot = node * k; slot < node * k + k; slot += 1) {
        if ((site[slot]! & 1) === 0 || ticks[slot]! >>> BUCKET_SHIFT !== bucket) continue;
        site[slot]! -= 1;
        since += 1;
        const reached = ticks[slot]!;
        const whose = site[slot]! >> 1;
        for (let arc = start[node]!, end = start[node + 1]!; arc < end; arc += 1) {
          const total = (reached + weights[arc]!) | 0;
          if (ranking.insert(heads[arc]!, total, whose)) queue.push(heads[arc]!, total);
        }
      }
    }
    if (since < SLICE) continue;
    passed += since;
    since = 0;
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
      const first = network.graph[end][edge]! * k;
      for (let slot = first; slot < first + k && nodes.ticks[slot]! < UNREACHED; slot += 1) ranking.insert(i, leg + nodes.ticks[slot]!, nodes.site[slot]! >> 1);
    }
    for (const site of byEdge.get(edge) ?? []) {
      const ticks = direction === "to-sites" ? directTicks(network, points, i, sites, site) : directTicks(network, sites, site, points, i);
      if (ticks !== UNREACHED) ranking.insert(i, ticks, site);
    }
  });
  return { k, ...reachOf({ ticks: ranking.ticks, source: ranking.site.map((site) => site >> 1) }) };
}
