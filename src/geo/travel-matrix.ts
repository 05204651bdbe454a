import { type Attachments, single } from "./attachments";
import type { RoadNetwork } from "./road-network";
import { type Direction, emptyLabels, type Labels, Search } from "./search";
import { reachPoint, SiteSearch, siteSeeds } from "./site-search";
import { toSeconds, UNREACHED } from "./ticks";

/** Nodes by which some points are reached, and which round each was last settled in. */
interface Targets {
  readonly wanted: Uint8Array;
  readonly count: number;
  readonly round: Int32Array;
}

function targetsOf({ graph }: RoadNetwork, { edge }: Attachments): Targets {
  const wanted = new Uint8Array(graph.nodeCount);
  for (const e of edge) {
    if (e < 0) continue;
    wanted[graph.from[e]!] = 1;
    wanted[graph.to[e]!] = 1;
  }
  return { wanted, count: wanted.reduce((sum, one) => sum + one, 0), round: new Int32Array(graph.nodeCount).fill(-1) };
}

/** Runs a search until every target is settled. */
function settleTargets(search: Search, { wanted, count, round }: Targets, now: number): void {
  let left = count;
  while (left > 0 && search.advance()) {
    for (let i = 0; i < search.count; i += 1) {
      const node = search.taken[i]!;
      if (wanted[node] === 0 || round[node] === now) continue;
      round[node] = now;
      left -= 1;
    }
  }
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
  const targets = targetsOf(network, far);
  const nodes = emptyLabels(network.graph.nodeCount);
  const found: Labels = emptyLabels(far.edge.length);
  for (let i = 0; i < near.edge.length; i += 1) {
    const site = single(near, i);
    nodes.ticks.fill(UNREACHED);
    nodes.source.fill(-1);
    settleTargets(new Search(network, direction, siteSeeds(network, site, direction), nodes), targets, i);
    const search = new SiteSearch(network, direction, site, nodes);
    for (let j = 0; j < far.edge.length; j += 1) {
      reachPoint(search, far, j, found);
      matrix[byRow ? i * columns + j : j * columns + i] = toSeconds(found.ticks[j]!);
    }
    yield (i + 1) / near.edge.length;
  }
  return matrix;
}
