import type { SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import { nearestSite, type Reach } from "../../geo/nearest-site";
import type { RoadNetwork } from "../../geo/road-network";
import { snapPoints } from "../../geo/snap";
import { pathMinutes } from "../../geo/speeds";
import type { Rattachement } from "./points";

/** Beyond this, the crow-fly metres between a point and its road are shown. */
export const ELOIGNEMENT_MAX = 1000;

/** Minutes to the nearest site from any node of the network. */
export interface Trajets {
  readonly sites: SiteList;
  /** Where each site joins the network. */
  readonly rattachement: Rattachement;
  /** Sites that are in the network. */
  readonly nombre: number;
  /** Minutes by road, trip constant included; NaN from nowhere (node −1). */
  minutes(node: number): number;
  /** Index in `sites` of the nearest; −1 from nowhere. */
  site(node: number): number;
  /** Kilometres by road to the nearest; absent where they are not known. */
  km?(node: number): number;
  /** Whether the edge of the data is nearer than the site. */
  limite(node: number): boolean;
}

/** Seconds from every node to the edge of the data: the same for every list of sites, so it is remembered. */
const borders = new WeakMap<RoadNetwork, Float32Array>();

function* borderSeconds(network: RoadNetwork): Generator<number, Float32Array, void> {
  const known = borders.get(network);
  if (known !== undefined) return known;
  const { seconds } = yield* nearestSite(network, network.borderNodes);
  borders.set(network, seconds);
  return seconds;
}

function read(network: RoadNetwork, sites: SiteList, rattachement: Rattachement, reach: Reach, border: Float32Array): Trajets {
  return {
    sites,
    rattachement,
    nombre: rattachement.node.reduce((count, node) => (node < 0 ? count : count + 1), 0),
    minutes: (node) => (node < 0 ? Number.NaN : pathMinutes(reach.seconds[node] ?? Number.NaN, network.speeds)),
    site: (node) => (node < 0 ? -1 : (reach.source[node] ?? -1)),
    limite: (node) => node >= 0 && (border[node] ?? 0) < (reach.seconds[node] ?? 0),
  };
}

/** One reverse multi-source search on the network. Yields the share of the nodes settled. */
export function* searchTrajets(network: RoadNetwork, sites: SiteList): Generator<number, Trajets, void> {
  const rattachement = snapPoints(network.graph, sites.lon, sites.lat, network.nodes);
  const reach = yield* nearestSite(network, rattachement.node);
  return read(network, sites, rattachement, reach, yield* borderSeconds(network));
}

/** What the reader must know of how points joined the road: how many are far from it, and how far at most. */
export function farIssue(points: readonly Rattachement[]): Issue | null {
  const far = points.flatMap(({ metres }) => Array.from(metres).filter((metre) => metre > ELOIGNEMENT_MAX));
  return far.length === 0 ? null : issue("point-eloigne", "information", { nombre: far.length, metres: Math.round(Math.max(...far)) });
}

/** Forwards progress from `start` to `end` while a generator that yields shares runs; gives its result. */
export function* scaled<S, T>(steps: Generator<number, T, void>, wrap: (part: number) => S, start: number, end: number): Generator<S, T, void> {
  let step = steps.next();
  while (step.done !== true) {
    yield wrap(start + (end - start) * step.value);
    step = steps.next();
  }
  return step.value;
}
