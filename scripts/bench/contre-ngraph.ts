import FlatQueue from "flatqueue";
import type { RoadNetwork } from "../../src/geo/road-network";
import { nodeLat, nodeLon } from "../../src/geo/graph/road-graph";
import { oneToAll, runToEnd } from "../../src/geo/nearest-site";
import { settleNow } from "../../src/geo/settle";
import { toSeconds, UNREACHED } from "../../src/geo/ticks";
import { type Bench, inProcess, match, ours } from "./bench";
import { loadPeer } from "./pairs";
import { differenceOfSeconds, quickestArcs, situation, spread } from "./situation";

// What the benches call of ngraph: its own types are not there when it is not installed.
interface Place {
  readonly x: number;
  readonly y: number;
}
interface NgraphNode {
  readonly id: number;
  readonly data: Place;
}
interface NgraphLink {
  readonly data: number;
}
interface Ngraph {
  addNode(id: number, data: Place): void;
  addLink(from: number, to: number, seconds: number): void;
  getLink(from: number, to: number): NgraphLink | undefined;
  forEachLinkedNode(node: number, visit: (next: NgraphNode, link: NgraphLink) => boolean, oriented: boolean): void;
}
interface Finder {
  /** From the last node to the first. */
  find(from: number, to: number): readonly NgraphNode[];
}
interface FinderOptions {
  readonly oriented: boolean;
  distance(from: NgraphNode, to: NgraphNode, link: NgraphLink): number;
  heuristic?(from: NgraphNode, to: NgraphNode): number;
}
interface NgraphPath {
  aStar(graph: Ngraph, options: FinderOptions): Finder;
  nba(graph: Ngraph, options: FinderOptions): Finder;
}

/** The same arcs; places in metres, so that a straight line is a bound. */
function toNgraph({ graph, seconds }: RoadNetwork): Ngraph {
  const made = loadPeer<() => Ngraph>("ngraph.graph")();
  // Distances shrink northwards: the scale of the northern edge never says more than the road.
  const scale = 111_195 * Math.cos((graph.bbox[3] * Math.PI) / 180);
  for (let node = 0; node < graph.nodeCount; node += 1) made.addNode(node, { x: nodeLon(graph, node) * scale, y: nodeLat(graph, node) * 111_195 });
  for (const [from, to, weight] of quickestArcs(graph, seconds)) made.addLink(from, to, weight);
  return made;
}

const distance: FinderOptions["distance"] = (_from, _to, link) => link.data;
/** No stretch is driven faster: 130 km/h, in seconds. */
const heuristic = (a: NgraphNode, b: NgraphNode): number => Math.hypot(a.data.x - b.data.x, a.data.y - b.data.y) / (130 / 3.6);

/** Seconds of a path given backwards, as ngraph.path does. */
function secondsOf(graph: Ngraph, path: readonly NgraphNode[]): number {
  let total = 0;
  for (let k = path.length - 1; k > 0; k -= 1) total += graph.getLink(path[k]!.id, path[k - 1]!.id)?.data ?? Number.NaN;
  return path.length === 0 ? Number.NaN : total;
}

/** Dijkstra one to all on ngraph.graph, with the fastest heap at hand: ngraph.path only goes from one to one. */
function dijkstra(graph: Ngraph, origin: number, nodeCount: number): Float64Array {
  const seconds = new Float64Array(nodeCount).fill(Infinity);
  const queue = new FlatQueue<number>();
  seconds[origin] = 0;
  queue.push(origin, 0);
  for (let reached = queue.peekValue(), node = queue.pop(); node !== undefined && reached !== undefined; reached = queue.peekValue(), node = queue.pop()) {
    const soFar = reached;
    if (soFar > (seconds[node] ?? 0)) continue;
    graph.forEachLinkedNode(
      node,
      ({ id }, link) => {
        const total = soFar + link.data;
        if (total < (seconds[id] ?? 0)) {
          seconds[id] = total;
          queue.push(id, total);
        }
        return false;
      },
      true,
    );
  }
  return seconds;
}

const unVersTous = match({
  nom: "un-vers-tous",
  titre: "secondes de Limoges à tous les carrefours",
  pair: "Dijkstra sur ngraph.graph",
  prepare() {
    const { roads, origin } = situation();
    const graph = toNgraph(roads);
    const { nodeCount } = roads.graph;
    return Promise.resolve({ n: nodeCount, ours: ours(() => runToEnd(oneToAll(roads, origin)).seconds), peer: inProcess(() => dijkstra(graph, origin, nodeCount), 1), difference: differenceOfSeconds });
  },
});

/** The nearest of many, asked of an engine that goes from one to one: every site leads to one more node in zero seconds. */
const sitesNgraph = match({
  nom: "150-sites-ngraph",
  titre: "de 195 communes au plus proche de 150 sites",
  pair: "ngraph.path (A*)",
  prepare() {
    const { roads, communes, sites } = situation();
    const graph = toNgraph(roads);
    const arrival = roads.graph.nodeCount;
    graph.addNode(arrival, { x: 0, y: 0 });
    for (const site of sites) graph.addLink(site, arrival, 0);
    const finder = loadPeer<NgraphPath>("ngraph.path").aStar(graph, { oriented: true, distance });
    return Promise.resolve({
      n: communes.length,
      ours: ours(() => {
        const seeds = { node: [...sites], ticks: sites.map(() => 0), source: [...sites.keys()] };
        const { ticks } = settleNow(roads, "to-sites", seeds, UNREACHED, communes).labels;
        return communes.map((node) => toSeconds(ticks[node]!));
      }),
      peer: inProcess(() => communes.map((node) => secondsOf(graph, finder.find(node, arrival))), 1),
      difference: differenceOfSeconds,
    });
  },
});

/** A table of trips: ours makes one search a site, theirs one a trip. */
function trips(nom: string, titre: string, from: number, to: number): Bench {
  return match({
    nom,
    titre,
    pair: "ngraph.path (NBA*)",
    prepare() {
      const { roads, communes, sites } = situation();
      const graph = toNgraph(roads);
      const finder = loadPeer<NgraphPath>("ngraph.path").nba(graph, { oriented: true, distance, heuristic });
      const [origins, targets] = [spread(communes, from), spread(sites, to)];
      return Promise.resolve({
        n: from * to,
        ours: ours(() => secondsTable(roads, origins, targets)),
        peer: inProcess(() => targets.flatMap((site) => origins.map((node) => secondsOf(graph, finder.find(node, site)))), 1),
        difference: differenceOfSeconds,
      });
    },
  });
}

/** Seconds from each origin to each target, targets first: as the app's `travelMatrix`, one reverse search a target, until every origin is settled. */
export function secondsTable(roads: RoadNetwork, origins: readonly number[], targets: readonly number[]): readonly number[] {
  return targets.flatMap((site) => {
    const { ticks } = settleNow(roads, "to-sites", { node: [site], ticks: [0], source: [0] }, UNREACHED, origins).labels;
    return origins.map((node) => toSeconds(ticks[node]!));
  });
}

export const CONTRE_NGRAPH: readonly Bench[] = [
  unVersTous,
  sitesNgraph,
  trips("trajets-ngraph", "60 trajets : 20 communes × 3 sites", 20, 3),
  trips("un-trajet-ngraph", "un seul trajet, d'une commune à un site", 1, 1),
];
