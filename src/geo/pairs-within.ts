import { type Attachments, single } from "./attachments";
import type { RoadNetwork } from "./road-network";
import { type Direction, emptyLabels } from "./search";
import { settleNow } from "./settle";
import { reachPoint, SiteSearch, siteSeeds } from "./site-search";
import { TICKS_PER_SECOND, toSeconds, UNREACHED } from "./ticks";

/** Points within reach of each site, site after site: those of site j are at `start[j] … start[j + 1] − 1`. */
export interface Pairs {
  readonly start: Int32Array;
  /** Ascending within a site. */
  readonly point: Int32Array;
  /** Float32 seconds of road; the trip constant is not in them: see `pathMinutes`. */
  readonly seconds: Float32Array;
}

/** Points that may be reached by way of each node: compressed rows. */
interface PointsOfNodes {
  readonly start: Int32Array;
  readonly point: Int32Array;
}

function pointsOfNodes({ graph }: RoadNetwork, { edge }: Attachments): PointsOfNodes {
  const start = new Int32Array(graph.nodeCount + 1);
  const ends = (e: number): readonly number[] => (e < 0 ? [] : [graph.from[e]!, graph.to[e]!]);
  for (const e of edge) for (const node of ends(e)) start[node + 1]! += 1;
  for (let node = 0; node < graph.nodeCount; node += 1) start[node + 1]! += start[node]!;
  const next = start.slice(0, -1);
  const point = new Int32Array(start.at(-1)!);
  edge.forEach((e, i) => {
    for (const node of ends(e)) {
      point[next[node]!] = i;
      next[node]! += 1;
    }
  });
  return { start, point };
}

/** Points that a search may have reached: those of the edges that end at some nodes, each once. */
class Candidates {
  private readonly near: PointsOfNodes;
  private readonly round: Int32Array;

  constructor(network: RoadNetwork, points: Attachments) {
    this.near = pointsOfNodes(network, points);
    this.round = new Int32Array(points.edge.length).fill(-1);
  }

  /** Ascending. @param round another number at each call */
  of(nodes: readonly number[], round: number): readonly number[] {
    const { start, point } = this.near;
    const found: number[] = [];
    for (const node of nodes) {
      for (let at = start[node]!; at < start[node + 1]!; at += 1) {
        const i = point[at]!;
        if (this.round[i] === round) continue;
        this.round[i] = round;
        found.push(i);
      }
    }
    return found.toSorted((a, b) => a - b);
  }
}

/**
 * Every (site, point) at `within` seconds of road at most, exactly that many included: one search a site, stopped at
 * the limit, so that the work grows with what is near and not with the graph. Sites and points off the network
 * (edge −1) are in no pair. Yields the share of the sites done after each.
 */
export function* pairsWithin(network: RoadNetwork, sites: Attachments, points: Attachments, direction: Direction, within: number): Generator<number, Pairs, void> {
  const limit = Math.min(Math.floor(within * TICKS_PER_SECOND), UNREACHED - 1);
  const candidates = new Candidates(network, points);
  const found = emptyLabels(points.edge.length);
  const count = sites.edge.length;
  const start = new Int32Array(count + 1);
  const point: number[] = [];
  const seconds: number[] = [];
  for (let j = 0; j < count; j += 1) {
    const site = single(sites, j);
    const { labels, nodes } = settleNow(network, direction, siteSeeds(network, site, direction), limit);
    const search = new SiteSearch(network, direction, site, labels, limit);
    // The ends of its own edge too: a point beside the site may be reached without passing by a node.
    const edge = site.edge[0]!;
    const ends = edge < 0 ? [] : [network.graph.from[edge]!, network.graph.to[edge]!];
    for (const i of candidates.of([...nodes, ...ends], j)) {
      reachPoint(search, points, i, found);
      if (found.ticks[i]! > limit) continue;
      point.push(i);
      seconds.push(toSeconds(found.ticks[i]!));
    }
    start[j + 1] = point.length;
    yield (j + 1) / count;
  }
  return { start, point: Int32Array.from(point), seconds: Float32Array.from(seconds) };
}
