import type { RoadNetwork } from "./road-network";
import { type Direction, type Labels, type Reach, reachOf } from "./search";
import { settle } from "./settle";
import { UNREACHED } from "./ticks";

/** Times from some nodes, without any point: for the edge of the data. Nodes at −1 are skipped. Yields the share done. */
export function* searchNodes(network: RoadNetwork, nodes: ArrayLike<number>, direction: Direction): Generator<number, Labels, void> {
  const known = Array.from(nodes, (node, source) => ({ node, source })).filter(({ node }) => node >= 0);
  const seeds = { node: known.map(({ node }) => node), ticks: known.map(() => 0), source: known.map(({ source }) => source) };
  return yield* settle(network, direction, seeds, UNREACHED);
}

/**
 * Seconds from every node **to** the nearest of some nodes: one reverse search from all of them. Nodes at −1 are
 * skipped. Steppable: yields the share done, so that a worker can report progress and let a cancel through.
 */
export function* nearestSite(network: RoadNetwork, siteNodes: ArrayLike<number>): Generator<number, Reach, void> {
  return reachOf(yield* searchNodes(network, siteNodes, "to-sites"));
}

/** Seconds **from** one node to every other. */
export function* oneToAll(network: RoadNetwork, node: number): Generator<number, Reach, void> {
  return reachOf(yield* searchNodes(network, [node], "from-sites"));
}

/** Runs a steppable search to its end. */
export function runToEnd<T>(steps: Generator<unknown, T, void>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
