import type { MultiLineString, MultiPolygon } from "geojson";
import type { SiteList } from "../../domain/genre-site";
import { reachedEdges } from "../../geo/isochrone/reached-edges";
import { reachedRoads } from "../../geo/isochrone/reached-roads";
import { searchSites } from "../../geo/site-search";
import { spreadSeconds } from "../../geo/isochrone/spread";
import { zonesOf } from "../../geo/isochrone/zones";
import type { RoadNetwork } from "../../geo/road-network";
import type { Direction } from "../../geo/search";
import { reachPoints, type SiteSearch } from "../../geo/site-search";
import { snapPoints } from "../../geo/snap";
import { pathMinutes } from "../../geo/speeds";
import type { Progress } from "../analysis";
import { step } from "../shared/acces";
import { scaled, type Trajets } from "../shared/trajets";

/** Zones and roads around some sites, one of each a limit, and the minutes they are drawn from. */
export interface Trace {
  readonly trajets: Trajets;
  readonly zones: readonly MultiPolygon[];
  readonly routes: readonly MultiLineString[];
  /** Whether the longest zone reaches the edge of the road data. */
  readonly auBord: boolean;
}

/** The same times read as those of any analysis of minutes; NaN beyond the longest limit. */
function trajetsOf(search: SiteSearch, sites: SiteList): Trajets {
  const { network, sites: rattachement } = search;
  return {
    sites,
    rattachement,
    nombre: rattachement.edge.reduce((count, edge) => (edge < 0 ? count : count + 1), 0),
    depuis(points) {
      const { seconds, source } = reachPoints(search, points);
      const minutes = Float64Array.from(seconds, (value) => pathMinutes(value, network.speeds));
      // That a zone reaches the edge of the data is said of the zone, not of each point.
      return { minutes, site: source, limite: new Uint8Array(minutes.length) };
    },
  };
}

/**
 * Searches up to the longest limit, spreads the times around the roads, draws.
 *
 * @param limites minutes, ascending, trip constant included
 */
export function* tracer(network: RoadNetwork, sites: SiteList, limites: readonly number[], direction: Direction, start: number, end: number): Generator<Progress, Trace, void> {
  const seconds = limites.map((minutes) => (minutes - network.speeds.constMin) * 60);
  const longest = seconds.at(-1) ?? 0;
  const at = (share: number): number => start + (end - start) * share;
  const wrap = step("trajets");
  const rattachement = snapPoints(network.graph, sites.lon, sites.lat, network.edges);
  const search = yield* scaled(searchSites(network, rattachement, direction, longest), wrap, at(0), at(0.3));
  const reached = reachedEdges(search);
  const field = yield* scaled(spreadSeconds(network, reached, longest), wrap, at(0.3), at(0.7));
  const zones = field === null ? [] : yield* scaled(zonesOf(field, seconds), wrap, at(0.7), at(0.9));
  yield wrap(at(0.9));
  return {
    trajets: trajetsOf(search, sites),
    zones,
    routes: reachedRoads(network, reached, seconds),
    auBord: network.borderNodes.some((border) => search.reach.seconds[border] !== Infinity),
  };
}
