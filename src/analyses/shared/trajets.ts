import type { SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import type { Attachments } from "../../geo/attachments";
import { searchNodes } from "../../geo/nearest-site";
import type { RoadNetwork } from "../../geo/road-network";
import { reachPoints, searchSites, SiteSearch } from "../../geo/site-search";
import { snapPoints } from "../../geo/snap";
import { pathMinutes } from "../../geo/speeds";

/** Beyond this, the crow-fly metres between a point and its road are shown. */
export const ELOIGNEMENT_MAX = 1000;

/** What is known of points that travel to their nearest site, in the order of the points. */
export interface Arrivees {
  /** By road, access and trip constant included; NaN from off the network. */
  readonly minutes: Float64Array;
  /** Kilometres by road to the nearest; absent where they are not known. */
  readonly km?: Float64Array;
  /** Index in `sites` of the nearest; −1 from off the network. */
  readonly site: Int32Array;
  /** 1 where the edge of the data is nearer than the site. */
  readonly limite: Uint8Array;
}

/** Minutes to the nearest site from any point of the network. */
export interface Trajets {
  readonly sites: SiteList;
  /** Where each site joins the network. */
  readonly rattachement: Attachments;
  /** See `insideCount`. */
  readonly nombre: number;
  depuis(points: Attachments): Arrivees;
}

/** No point at all: a search from nodes alone. */
export const AUCUN_POINT: Attachments = { edge: new Int32Array(), share: new Float32Array(), metres: new Float32Array() };

/** The way from every node to the edge of the data: the same for every list of sites, so it is remembered. */
const borders = new WeakMap<RoadNetwork, SiteSearch>();

export function* searchBorder(network: RoadNetwork): Generator<number, SiteSearch, void> {
  const known = borders.get(network);
  if (known !== undefined) return known;
  const made = new SiteSearch(network, "to-sites", AUCUN_POINT, yield* searchNodes(network, network.borderNodes, "to-sites"));
  borders.set(network, made);
  return made;
}

function read(search: SiteSearch, border: SiteSearch, points: Attachments): Arrivees {
  const { seconds, source } = reachPoints(search, points);
  const toBorder = reachPoints(border, points).seconds;
  return {
    minutes: Float64Array.from(seconds, (value) => pathMinutes(value, search.network.speeds)),
    site: source,
    limite: Uint8Array.from(seconds, (value, i) => ((toBorder[i] ?? 0) < value && (points.edge[i] ?? -1) >= 0 ? 1 : 0)),
  };
}

/** Sites of a list in the box of a graph: the same number whichever of its tiles are open. */
export function insideCount([west, south, east, north]: RoadNetwork["graph"]["bbox"], { lon, lat }: Pick<SiteList, "lon" | "lat">): number {
  return lon.reduce((count, x, i) => (x >= west && x <= east && (lat[i] ?? Number.NaN) >= south && (lat[i] ?? Number.NaN) <= north ? count + 1 : count), 0);
}

/** One reverse multi-source search on the network. Yields the share of the nodes settled. */
export function* searchTrajets(network: RoadNetwork, sites: SiteList): Generator<number, Trajets, void> {
  const rattachement = snapPoints(network.graph, sites.lon, sites.lat, network.edges);
  const search = yield* searchSites(network, rattachement, "to-sites");
  const border = yield* searchBorder(network);
  return {
    sites,
    rattachement,
    nombre: insideCount(network.graph.bbox, sites),
    depuis: (points) => read(search, border, points),
  };
}

/** What the reader must know of how points joined the road: how many are far from it, and how far at most. */
export function farIssue(points: readonly Attachments[]): Issue | null {
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
