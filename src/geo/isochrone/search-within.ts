import type { Attachments } from "../attachments";
import type { RoadNetwork } from "../road-network";
import { type Direction, reachOf, Search, settle } from "../search";
import { sitesByEdge, siteSeeds, type SiteSearch } from "../site-search";
import { toTicks } from "../ticks";

/**
 * Nearest of some sites as long as it is at most `limit` seconds away, access included: beyond, nodes are as if no
 * road led to them. The search stops there: it costs what is reached. Yields the share of the nodes settled.
 */
export function* searchWithin(network: RoadNetwork, sites: Attachments, direction: Direction, limit: number): Generator<number, SiteSearch, void> {
  const search = new Search(network, direction, siteSeeds(network, sites, direction));
  yield* settle(search, toTicks(limit));
  const reach = reachOf(search.labels);
  // The last bucket, and what it led to, may be beyond the limit.
  reach.seconds.forEach((seconds, node) => {
    if (seconds <= limit) return;
    reach.seconds[node] = Number.POSITIVE_INFINITY;
    reach.source[node] = -1;
  });
  return { network, direction, sites, reach, byEdge: sitesByEdge(sites) };
}
