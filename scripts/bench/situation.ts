import type { Attachments } from "../../src/geo/attachments";
import { nodeLat, nodeLon, ONE_WAY_BIT, type RoadGraph } from "../../src/geo/graph/road-graph";
import type { RoadNetwork } from "../../src/geo/road-network";
import { snapPoints } from "../../src/geo/snap";
import { network, type Points, pointsOf, readRows } from "./donnees";

/** What the travel-time benches share: the network of Haute-Vienne + 50 km, 195 communes, 150 sites, all as nodes. */
export interface Situation {
  readonly roads: RoadNetwork;
  /** The chefs-lieux of Haute-Vienne. */
  readonly communes: readonly number[];
  /** Pharmacies, one in five of those of the box. */
  readonly sites: readonly number[];
  /** Limoges. */
  readonly origin: number;
}

const SITES = 150;

/** `count` values spread over the list. */
export function spread<T>(values: readonly T[], count: number): readonly T[] {
  return Array.from({ length: count }, (_, k) => values[Math.floor((k * values.length) / count)]!);
}

/** A node for each point of the box: the start of the road it stands on. */
function nodesOf({ graph, edges }: RoadNetwork, { lon, lat }: Points): readonly number[] {
  const { edge } = snapPoints(graph, lon, lat, edges);
  return Array.from(edge).flatMap((e) => (e < 0 ? [] : [graph.from[e]!]));
}

/** The places of the benches on a network, which may be another than the embedded one. */
export function pointsFor(roads: RoadNetwork): Omit<Situation, "roads"> {
  const communes = nodesOf(roads, pointsOf(readRows("communes.csv").filter((row) => row["dep"] === "87")));
  // Two pharmacies on one node are one site.
  const pharmacies = [...new Set(nodesOf(roads, pointsOf(readRows("etablissements.csv").filter((row) => row["genre"] === "pharmacie"))))];
  const [origin = -1] = nodesOf(roads, { lon: [1.2611], lat: [45.8336] });
  return { communes, sites: spread(pharmacies, SITES), origin };
}

export function situation(): Situation {
  const roads = network();
  return { roads, ...pointsFor(roads) };
}

/** Nodes as points of the network: the place of each, on a road that meets there. */
export function attachmentsAt({ graph, edges }: RoadNetwork, nodes: readonly number[]): Attachments {
  return snapPoints(graph, nodes.map((node) => nodeLon(graph, node)), nodes.map((node) => nodeLat(graph, node)), edges);
}

/** Every arc of the network, one-ways respected: of two roads between the same two nodes, the quicker; no loop. */
export function quickestArcs(graph: RoadGraph, seconds: Float32Array): readonly (readonly [from: number, to: number, seconds: number])[] {
  const quickest = new Map<number, number>();
  const add = (from: number, to: number, weight: number): void => {
    const key = from * graph.nodeCount + to;
    if (from !== to && weight < (quickest.get(key) ?? Infinity)) quickest.set(key, weight);
  };
  for (let e = 0; e < graph.edgeCount; e += 1) {
    const [from, to, weight] = [graph.from[e]!, graph.to[e]!, seconds[e]!];
    add(from, to, weight);
    if ((graph.attributes[e]! & ONE_WAY_BIT) === 0) add(to, from, weight);
  }
  return [...quickest].map(([key, weight]) => [Math.floor(key / graph.nodeCount), key % graph.nodeCount, weight] as const);
}

/** Why two lists of seconds are not the same (ours is summed in Float32: a few millionths); null when they are. */
export function differenceOfSeconds(ours: ArrayLike<number>, peer: ArrayLike<number>): string | null {
  if (ours.length !== peer.length) return `${String(ours.length)} temps et ${String(peer.length)}`;
  for (let i = 0; i < ours.length; i += 1) {
    const [mine, theirs] = [ours[i]!, peer[i]!];
    // Written so that a NaN is a difference.
    if (!(mine === theirs || Math.abs(mine - theirs) <= 1e-5 * mine + 1e-3)) return `rang ${String(i)} : ${String(mine)} s et ${String(theirs)} s`;
  }
  return null;
}
