import { accessTicks, legTicks } from "../../src/geo/attachments";
import type { RoadNetwork } from "../../src/geo/road-network";
import { emptyLabels, Search } from "../../src/geo/search";
import { siteSeeds } from "../../src/geo/site-search";
import { toSeconds, UNREACHED } from "../../src/geo/ticks";
import type { Rattachements } from "./comparer";
import { addEdge, CONSTANTE, LARGEUR } from "./modele";

/** Share of its own edge that a point drives to one end of it, or from it. */
const shareTo = (end: "from" | "to", share: number): number => (end === "from" ? share : 1 - share);

export interface Trajets {
  /** What each trip holds of each coefficient: communes × LARGEUR. */
  readonly x: Float64Array;
  /** Minutes between the chef-lieu and its road, at both ends: their speed is not fitted. */
  readonly acces: Float64Array;
}

/**
 * What each commune's trip to its nearest site holds of each coefficient, at the speeds of the network, the
 * way the app drives it (the rare trip along one single edge apart, which is taken by its ends).
 */
export function measureTrips(network: RoadNetwork, { communes, sites }: Rattachements): Trajets {
  const { graph } = network;
  const via = new Int32Array(graph.nodeCount).fill(-1);
  const search = new Search(network, "to-sites", siteSeeds(network, sites, "to-sites"), emptyLabels(graph.nodeCount), via);
  while (search.advance());
  const { ticks, source } = search.labels;
  const x = new Float64Array(communes.edge.length * LARGEUR);
  const acces = new Float64Array(communes.edge.length);
  communes.edge.forEach((edge, i) => {
    const at = i * LARGEUR;
    let [best, end] = [UNREACHED, "from" as "from" | "to"];
    for (const side of ["from", "to"] as const) {
      const node = graph[side][edge]!;
      const leg = legTicks(network, communes, i, side, "leaving");
      if (leg === UNREACHED || source[node]! < 0 || leg + ticks[node]! >= best) continue;
      best = leg + ticks[node]!;
      end = side;
    }
    let node = graph[end][edge]!;
    const site = source[node]!;
    addEdge(graph, edge, shareTo(end, communes.share[i]!), x, at);
    while (via[node]! >= 0) {
      const along = via[node]!;
      addEdge(graph, along, 1, x, at);
      node = (node === graph.from[along] ? graph.to : graph.from)[along]!;
    }
    const last = sites.edge[site]!;
    addEdge(graph, last, shareTo(node === graph.from[last] ? "from" : "to", sites.share[site]!), x, at);
    x[at + CONSTANTE] = 1;
    acces[i] = toSeconds(accessTicks(network, communes, i) + accessTicks(network, sites, site)) / 60;
  });
  return { x, acces };
}
