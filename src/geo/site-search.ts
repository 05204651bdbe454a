import { type Attachments, directTicks, legTicks } from "./attachments";
import type { RoadNetwork } from "./road-network";
import { type Direction, emptyLabels, type Labels, type Reach, reachOf, Search, type Seeds, settle } from "./search";
import { toTicks, UNREACHED } from "./ticks";

/** A search from sites, ended: what any point of the network needs to know its time. */
export interface SiteSearch {
  readonly network: RoadNetwork;
  /** « vers le site » or « depuis le site »: with one-ways the two differ. */
  readonly direction: Direction;
  readonly sites: Attachments;
  readonly reach: Reach;
  /** Sites of each edge that has some, ascending. */
  readonly byEdge: ReadonlyMap<number, readonly number[]>;
}

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

/** The ends of the edges of sites, with the time between each and its site, access included. */
export function siteSeeds(network: RoadNetwork, sites: Attachments, direction: Direction, only: readonly number[] = [...sites.edge.keys()]): Seeds {
  const seeds: Seeds = { node: [], ticks: [], source: [] };
  const way = direction === "to-sites" ? "arriving" : "leaving";
  for (const site of only) {
    const edge = sites.edge[site]!;
    if (edge < 0) continue;
    for (const end of ["from", "to"] as const) {
      const ticks = legTicks(network, sites, site, end, way);
      if (ticks === UNREACHED) continue;
      seeds.node.push(network.graph[end][edge]!);
      seeds.ticks.push(ticks);
      seeds.source.push(site);
    }
  }
  return seeds;
}

/**
 * Nearest of many sites, the winner kept: one search from all of them, access legs included, so that the site that
 * is nearest door to door wins; of equal ones, the lowest index. Sites off the network (edge −1) are skipped.
 * With one site this is one-to-all (« from-sites ») or all-to-one (« to-sites »). Yields the share done.
 */
export function* searchSites(network: RoadNetwork, sites: Attachments, direction: Direction): Generator<number, SiteSearch, void> {
  const search = new Search(network, direction, siteSeeds(network, sites, direction));
  yield* settle(search);
  return { network, direction, sites, reach: reachOf(search.labels), byEdge: sitesByEdge(sites) };
}

/**
 * Seconds (Float32) and site of each point: by either end of its edge, or straight along it when the site is on the
 * same edge. Infinity and −1 for a point off the network, or that no site can be reached from.
 */
export function reachPoints({ network, direction, sites, reach, byEdge }: SiteSearch, points: Attachments): Reach {
  const { length } = points.edge;
  const found: Labels = emptyLabels(length);
  const keep = (i: number, ticks: number, site: number): void => {
    if (ticks > found.ticks[i]! || (ticks === found.ticks[i]! && site >= found.source[i]!)) return;
    found.ticks[i] = ticks;
    found.source[i] = site;
  };
  const way = direction === "to-sites" ? "leaving" : "arriving";
  for (let i = 0; i < length; i += 1) {
    const edge = points.edge[i]!;
    if (edge < 0) continue;
    for (const end of ["from", "to"] as const) {
      const node = network.graph[end][edge]!;
      const leg = legTicks(network, points, i, end, way);
      // Neither a forbidden end nor an unreached node gives a time.
      if (leg !== UNREACHED && reach.source[node]! >= 0) keep(i, leg + toTicks(reach.seconds[node]!), reach.source[node]!);
    }
    for (const site of byEdge.get(edge) ?? []) {
      const ticks = direction === "to-sites" ? directTicks(network, points, i, sites, site) : directTicks(network, sites, site, points, i);
      if (ticks !== UNREACHED) keep(i, ticks, site);
    }
  }
  return reachOf(found);
}
