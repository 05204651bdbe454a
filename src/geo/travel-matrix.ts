import { type Attachments, single } from "./attachments";
import type { RoadNetwork } from "./road-network";
import { type Direction, emptyLabels, type Labels } from "./search";
import { settleNow } from "./settle";
import { reachPoint, SiteSearch, siteSeeds } from "./site-search";
import { toSeconds, UNREACHED } from "./ticks";

/** Ends of the edges of some points, each once. */
function endsOf({ graph }: RoadNetwork, { edge }: Attachments): readonly number[] {
  return [...new Set(Array.from(edge).flatMap((e) => (e < 0 ? [] : [graph.from[e]!, graph.to[e]!])))];
}

/**
 * Seconds (Float32) from each origin to each destination, row by row: origin i to destination j at
 * `i * destinations + j`; Infinity where there is no way. One search from each point of the shorter list, stopped
 * when the other list is settled. Yields the share done after each.
 */
export function* travelMatrix(network: RoadNetwork, origins: Attachments, destinations: Attachments): Generator<number, Float32Array, void> {
  const [rows, columns] = [origins.edge.length, destinations.edge.length];
  const byRow = rows <= columns;
  const [near, far] = byRow ? [origins, destinations] : [destinations, origins];
  const direction: Direction = byRow ? "from-sites" : "to-sites";
  const matrix = new Float32Array(rows * columns);
  const targets = endsOf(network, far);
  const found: Labels = emptyLabels(far.edge.length);
  for (let i = 0; i < near.edge.length; i += 1) {
    const site = single(near, i);
    const { labels } = settleNow(network, direction, siteSeeds(network, site, direction), UNREACHED, targets);
    const search = new SiteSearch(network, direction, site, labels);
    for (let j = 0; j < far.edge.length; j += 1) {
      reachPoint(search, far, j, found);
      matrix[byRow ? i * columns + j : j * columns + i] = toSeconds(found.ticks[j]!);
    }
    yield (i + 1) / near.edge.length;
  }
  return matrix;
}
