import { accessTicks, type Attachments, directTicks, legTicks, single } from "./attachments";
import { edgeLine, type RoadGraph } from "./graph/road-graph";
import type { RoadNetwork } from "./road-network";
import { Search } from "./search";
import { siteSeeds } from "./site-search";
import { toSeconds, toTicks, UNREACHED } from "./ticks";

/** A stretch of a route: part of one edge, driven from share `start` to share `end` (backwards when start > end). */
export interface RouteLeg {
  readonly edge: number;
  readonly start: number;
  readonly end: number;
  readonly seconds: number;
  readonly metres: number;
}

/** The quickest way from one point to another. */
export interface Route {
  /** Door to door, without the trip constant: accesses and legs added up, exactly. */
  readonly seconds: number;
  /** Metres of road: those of the legs. */
  readonly metres: number;
  readonly accessSeconds: { readonly start: number; readonly end: number };
  /** In the order driven; those of no length (a start or an end at a junction) are left out. */
  readonly legs: readonly RouteLeg[];
  /** The road driven: [lon, lat] in degrees, from the first place on the road to the last. */
  readonly line: readonly (readonly [number, number])[];
}

type End = "from" | "to";
type Place = readonly [number, number];

const ENDS: readonly End[] = ["from", "to"];
const other = (end: End): End => (end === "from" ? "to" : "from");
const shareAt = (end: End): number => (end === "from" ? 0 : 1);

/** The line of an edge between two shares of its length, in the order driven. */
function partOf(graph: RoadGraph, { edge, start, end }: Pick<RouteLeg, "edge" | "start" | "end">): readonly Place[] {
  const line = edgeLine(graph, edge);
  const cos = Math.cos((line[0]![1] * Math.PI) / 180);
  const lengths = line.slice(1).map(([x, y], k) => Math.hypot((x - line[k]![0]) * cos, y - line[k]![1]));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const part: Place[] = [];
  let reached = 0;
  lengths.forEach((length, k) => {
    const [before, after] = whole === 0 ? [0, 1] : [reached / whole, (reached + length) / whole];
    const at = (share: number): Place => {
      const t = after === before ? 0 : Math.min(Math.max((share - before) / (after - before), 0), 1);
      const [[x1, y1], [x2, y2]] = [line[k]!, line[k + 1]!];
      return t === 1 ? [x2, y2] : [x1 + t * (x2 - x1), y1 + t * (y2 - y1)];
    };
    reached += length;
    if (before > high || after < low) return;
    if (part.length === 0) part.push(at(low));
    part.push(at(high));
  });
  return start <= end ? part : part.toReversed();
}

/** A way found: its ticks, and by which end the last edge is entered; `end` null when it stays on one edge. */
interface Arrival {
  readonly ticks: number;
  readonly end: End | null;
}

/** The best way known, among nodes whose time is final. */
function bestArrival(network: RoadNetwork, search: Search, b: Attachments, j: number, direct: number): Arrival {
  let best: Arrival = { ticks: direct, end: null };
  for (const end of ENDS) {
    const known = search.labels.ticks[network.graph[end][b.edge[j]!]!]!;
    const leg = legTicks(network, b, j, end, "arriving");
    if (known < search.horizon && leg < UNREACHED && known + leg < best.ticks) best = { ticks: known + leg, end };
  }
  return best;
}

/** Edges from the start to a node, each with the end it is left by, in the order driven; the last node met on the way back. */
function wayBack(graph: RoadGraph, search: Search, node: number): { readonly edges: readonly (readonly [number, End])[]; readonly first: number } {
  const edges: (readonly [number, End])[] = [];
  let at = node;
  for (let edge = search.via![at]!; edge >= 0; edge = search.via![at]!) {
    const end: End = graph.to[edge] === at ? "to" : "from";
    // Both ends of a loop are one node: no shortest way drives it.
    edges.push([edge, end]);
    at = graph[other(end)][edge]!;
  }
  return { edges: edges.toReversed(), first: at };
}

/** The end by which the search left the edge of the start towards a node. */
function firstEnd(network: RoadNetwork, search: Search, a: Attachments, i: number, node: number): End {
  const left = ENDS.find((end) => network.graph[end][a.edge[i]!] === node && legTicks(network, a, i, end, "leaving") === search.labels.ticks[node]);
  if (left === undefined) throw new Error(`route: node ${String(node)} is not where the search started`);
  return left;
}

function legOf({ graph }: RoadNetwork, edge: number, start: number, end: number, ticks: number): RouteLeg {
  return { edge, start, end, seconds: toSeconds(ticks), metres: (Math.abs(end - start) * graph.lengthDm[edge]!) / 10 };
}

function assemble(network: RoadNetwork, total: number, accesses: readonly [number, number], legs: readonly RouteLeg[]): Route {
  const driven = legs.filter(({ start, end }) => start !== end);
  const points = (driven.length === 0 ? legs.slice(0, 1) : driven).flatMap((leg) => partOf(network.graph, leg));
  const line = points.filter(([x, y], k) => k === 0 || x !== points[k - 1]![0] || y !== points[k - 1]![1]);
  return {
    seconds: toSeconds(total),
    metres: driven.reduce((sum, { metres }) => sum + metres, 0),
    accessSeconds: { start: toSeconds(accesses[0]), end: toSeconds(accesses[1]) },
    legs: driven,
    line,
  };
}

/**
 * The quickest way from point i of `a` to point j of `b`, one-ways respected; null when there is none. Yields the
 * share of the network looked at.
 */
export function* findRoute(network: RoadNetwork, a: Attachments, i: number, b: Attachments, j: number): Generator<number, Route | null, void> {
  const [e, f] = [a.edge[i]!, b.edge[j]!];
  if (e < 0 || f < 0) return null;
  const origin = single(a, i);
  const via = new Int32Array(network.graph.nodeCount).fill(-1);
  const search = new Search(network, "from-sites", siteSeeds(network, origin, "from-sites"), undefined, via);
  const direct = directTicks(network, a, i, b, j);
  let [best, taken] = [bestArrival(network, search, b, j, direct), 0];
  while (best.ticks >= search.horizon && search.advance()) {
    best = bestArrival(network, search, b, j, direct);
    taken += search.count;
    if (taken % 8192 < search.count) yield Math.min(taken / network.graph.nodeCount, 1);
  }
  if (best.ticks >= UNREACHED) return null;
  const accesses = [accessTicks(network, a, i), accessTicks(network, b, j)] as const;
  const [start, end] = [a.share[i]!, b.share[j]!];
  if (best.end === null) return assemble(network, best.ticks, accesses, [legOf(network, e, start, end, best.ticks - accesses[0] - accesses[1])]);
  const last = network.graph[best.end][f]!;
  const { edges, first } = wayBack(network.graph, search, last);
  const left = firstEnd(network, search, a, i, first);
  return assemble(network, best.ticks, accesses, [
    legOf(network, e, start, shareAt(left), search.labels.ticks[first]! - accesses[0]),
    ...edges.map(([edge, to]) => legOf(network, edge, shareAt(other(to)), shareAt(to), toTicks(network.seconds[edge]!))),
    legOf(network, f, shareAt(best.end), end, legTicks(network, b, j, best.end, "arriving") - accesses[1]),
  ]);
}
