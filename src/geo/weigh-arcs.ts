import type { RoadGraph } from "./graph/road-graph";
import type { RoadNetwork } from "./road-network";
import { toTicks } from "./ticks";

const weighed = new WeakMap<RoadGraph, RoadNetwork>();

/**
 * Writes beside each arc of a graph its ticks on a network, the same both ways; UNREACHED on a closed road. There is room for
 * those of one network, the last one asked for: whoever yields must ask again.
 */
export function weighArcs(network: RoadNetwork): void {
  const { graph, seconds } = network;
  if (weighed.get(graph) === network) return;
  const { arcs, edge } = graph.forward;
  for (let arc = 0; arc < edge.length; arc += 1) arcs[2 * arc + 1] = toTicks(seconds[edge[arc]!]!);
  weighed.set(graph, network);
}
