import type { Attachments } from "../attachments";
import type { RoadNetwork } from "../road-network";
import { type Direction, Search, settle } from "../search";
import { siteSeeds, SiteSearch } from "../site-search";
import { toTicks, UNREACHED } from "../ticks";

/**
 * Nearest of some sites as long as it is at most `limit` seconds away, access included: beyond, nodes are as if no
 * road led to them. The search stops there: it costs what is reached. Yields the share of the nodes settled.
 */
export function* searchWithin(network: RoadNetwork, sites: Attachments, direction: Direction, limit: number): Generator<number, SiteSearch, void> {
  const search = new Search(network, direction, siteSeeds(network, sites, direction));
  const last = toTicks(limit);
  yield* settle(search, last);
  const { ticks, source } = search.labels;
  // The last bucket, and what it led to, may be beyond the limit.
  for (let node = 0; node < ticks.length; node += 1) {
    if (ticks[node]! <= last) continue;
    ticks[node] = UNREACHED;
    source[node] = -1;
  }
  return new SiteSearch(network, direction, sites, search.labels, last);
}
