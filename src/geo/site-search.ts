import { type Attachments, directTicks, legTicks } from "./attachments";
import type { RoadNetwork } from "./road-network";
import { type Direction, emptyLabels, type Labels, type Reach, reachOf, type Seeds } from "./search";
import { settle } from "./settle";
import { TICKS_PER_SECOND, UNREACHED } from "./ticks";

export function sitesByEdge({ edge }: Attachments): ReadonlyMap<number, readonly number[]> {
  const sites = new Map<number, number[]>();
  edge.forEach((e, site) => {
    if (e < 0) return;
    const known = sites.get(e);
    if (known === undefined) sites.set(e, [site]);
    else known.push(site);
  });
  return sites;
}

/** A search from sites, ended: what any point of the network needs to know its time. */
export class SiteSearch {
  readonly network: RoadNetwork;
  /** « vers le site » or « depuis le site »: with one-ways the two differ. */
  readonly direction: Direction;
  readonly sites: Attachments;
  readonly labels: Labels;
  /** Times above this many ticks were not looked for. */
  readonly limit: number;
  /** Sites of each edge that has some, ascending. */
  readonly byEdge: ReadonlyMap<number, readonly number[]>;
  private nodes: Reach | null = null;

  constructor(network: RoadNetwork, direction: Direction, sites: Attachments, labels: Labels, limit: number = UNREACHED) {
    this.network = network;
    this.direction = direction;
    this.sites = sites;
    this.labels = labels;
    this.limit = limit;
    this.byEdge = sitesByEdge(sites);
  }

  /** Seconds and site of every node. */
  get reach(): Reach {
    this.nodes ??= reachOf(this.labels);
    return this.nodes;
  }
}

/** The ends of the edges of sites, with the time between each and its site, access included. */
export function siteSeeds(network: RoadNetwork, sites: Attachments, direction: Direction): Seeds {
  const seeds: Seeds = { node: [], ticks: [], source: [] };
  const way = direction === "to-sites" ? "arriving" : "leaving";
  sites.edge.forEach((edge, site) => {
    if (edge < 0) return;
    for (const end of ["from", "to"] as const) {
      const ticks = legTicks(network, sites, site, end, way);
      if (ticks === UNREACHED) continue;
      seeds.node.push(network.graph[end][edge]!);
      seeds.ticks.push(ticks);
      seeds.source.push(site);
    }
  });
  return seeds;
}

/** Forgets the times above a limit: where a search stops early they may not be final. */
function cut({ ticks, source }: Labels, limit: number): void {
  for (let node = 0; node < ticks.length; node += 1) {
    if (ticks[node]! <= limit) continue;
    ticks[node] = UNREACHED;
    source[node] = -1;
  }
}

/**
 * Nearest of many sites, the winner kept: one search from all of them, access legs included, so that the site that
 * is nearest door to door wins; of equal ones, the lowest index. Sites off the network (edge −1) are skipped.
 * With one site this is one-to-all (« from-sites ») or all-to-one (« to-sites »). With `within` it stops early:
 * only what is at that many seconds at most is reached, exactly that many included. Yields the share done.
 */
export function* searchSites(network: RoadNetwork, sites: Attachments, direction: Direction, within: number = Number.POSITIVE_INFINITY): Generator<number, SiteSearch, void> {
  const limit = Math.min(Math.floor(within * TICKS_PER_SECOND), UNREACHED);
  const labels = yield* settle(network, direction, siteSeeds(network, sites, direction), limit);
  if (limit < UNREACHED) cut(labels, limit);
  return new SiteSearch(network, direction, sites, labels, limit);
}

/** Writes the time and the site of point i: by either end of its edge, or straight along it when the site is on the same edge. */
export function reachPoint({ network, direction, sites, labels, limit, byEdge }: SiteSearch, points: Attachments, i: number, into: Labels): void {
  const edge = points.edge[i]!;
  let [best, winner] = [UNREACHED, -1];
  const keep = (ticks: number, site: number): void => {
    if (ticks > limit || ticks > best || (ticks === best && site >= winner)) return;
    best = ticks;
    winner = site;
  };
  if (edge >= 0) {
    for (const end of ["from", "to"] as const) {
      const node = network.graph[end][edge]!;
      if (labels.source[node]! < 0) continue;
      const leg = legTicks(network, points, i, end, direction === "to-sites" ? "leaving" : "arriving");
      if (leg !== UNREACHED) keep(leg + labels.ticks[node]!, labels.source[node]!);
    }
    for (const site of byEdge.get(edge) ?? []) {
      const ticks = direction === "to-sites" ? directTicks(network, points, i, sites, site) : directTicks(network, sites, site, points, i);
      if (ticks !== UNREACHED) keep(ticks, site);
    }
  }
  into.ticks[i] = best;
  into.source[i] = winner;
}

/** Seconds (Float32) and site of each point. Infinity and −1 for a point off the network, or that no site can be reached from. */
export function reachPoints(search: SiteSearch, points: Attachments): Reach {
  const found = emptyLabels(points.edge.length);
  for (let i = 0; i < points.edge.length; i += 1) reachPoint(search, points, i, found);
  return reachOf(found);
}
