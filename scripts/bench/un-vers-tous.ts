import FlatQueue from "flatqueue";
import createGraph from "ngraph.graph";
import type { Graph } from "ngraph.graph";
import { ONE_WAY_BIT } from "../../src/geo/graph/road-graph";
import { oneToAll, runToEnd } from "../../src/geo/nearest-site";
import type { RoadNetwork } from "../../src/geo/road-network";
import { snapPoints } from "../../src/geo/snap";
import { duel } from "./bench";
import { network } from "./donnees";

/** The same roads as directed links weighted in seconds. */
function toNgraph({ graph, seconds }: RoadNetwork): Graph<undefined, number> {
  const made = createGraph<undefined, number>({ multigraph: true });
  for (let node = 0; node < graph.nodeCount; node += 1) made.addNode(node);
  for (let e = 0; e < graph.edgeCount; e += 1) {
    const [from, to] = [graph.from[e] ?? 0, graph.to[e] ?? 0];
    made.addLink(from, to, seconds[e]);
    if (((graph.attributes[e] ?? 0) & ONE_WAY_BIT) === 0) made.addLink(to, from, seconds[e]);
  }
  return made;
}

/** Dijkstra one to all on ngraph.graph, with the fastest heap at hand: ngraph.path only goes from one to one. */
function dijkstra(graph: Graph<undefined, number>, origin: number, nodeCount: number): Float64Array {
  const seconds = new Float64Array(nodeCount).fill(Infinity);
  const queue = new FlatQueue<number>();
  seconds[origin] = 0;
  queue.push(origin, 0);
  for (let reached = queue.peekValue(), node = queue.pop(); node !== undefined && reached !== undefined; reached = queue.peekValue(), node = queue.pop()) {
    const soFar = reached;
    if (soFar > (seconds[node] ?? 0)) continue;
    graph.forEachLinkedNode(
      node,
      (next, link) => {
        const id = next.id as number;
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

export const unVersTous = duel({
  nom: "un-vers-tous",
  titre: "secondes de Limoges à tous les carrefours du graphe",
  pair: "Dijkstra sur ngraph.graph",
  prepare() {
    const roads = network();
    const { nodeCount } = roads.graph;
    const origin = roads.graph.from[snapPoints(roads.graph, [1.2611], [45.8336], roads.edges).edge[0] ?? 0] ?? 0;
    const peerGraph = toNgraph(roads);
    return {
      n: nodeCount,
      ours: () => runToEnd(oneToAll(roads, origin)).seconds,
      peer: () => dijkstra(peerGraph, origin, nodeCount),
      difference(ours, peer) {
        // Ours sums in Float32: a few millionths.
        const wrong = ours.findIndex((value, node) => Math.abs(value - (peer[node] ?? Number.NaN)) > 1e-5 * value + 1e-3);
        return wrong < 0 ? null : `nœud ${String(wrong)} : ${String(ours[wrong])} s et ${String(peer[wrong])} s`;
      },
    };
  },
});
