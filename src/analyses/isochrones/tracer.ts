import type { MultiLineString, MultiPolygon } from "geojson";
import type { SiteList } from "../../domain/genre-site";
import { type Direction, secondsWithin } from "../../geo/isochrone/node-seconds";
import { reachedEdges } from "../../geo/isochrone/reached-edges";
import { reachedRoads } from "../../geo/isochrone/reached-roads";
import { spreadSeconds } from "../../geo/isochrone/spread";
import { zonesOf } from "../../geo/isochrone/zones";
import type { RoadNetwork } from "../../geo/road-network";
import { snapPoints } from "../../geo/snap";
import { pathMinutes } from "../../geo/speeds";
import type { Progress } from "../analysis";
import { step } from "../shared/acces";
import type { Rattachement } from "../shared/points";
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
function trajetsOf(network: RoadNetwork, sites: SiteList, rattachement: Rattachement, seconds: Float32Array): Trajets {
  return {
    sites,
    rattachement,
    nombre: rattachement.node.reduce((count, node) => (node < 0 ? count : count + 1), 0),
    minutes: (node) => (node < 0 ? Number.NaN : pathMinutes(seconds[node] ?? Number.NaN, network.speeds)),
    // Zones are drawn around all the sites together: nobody asks which one is the nearest.
    site: () => -1,
    limite: () => false,
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
  const rattachement = snapPoints(network.graph, sites.lon, sites.lat, network.nodes);
  const reach = yield* scaled(secondsWithin(network, rattachement.node, direction, longest), wrap, at(0), at(0.3));
  const reached = reachedEdges(network, reach, direction);
  const field = yield* scaled(spreadSeconds(network, reached, longest), wrap, at(0.3), at(0.7));
  const zones = field === null ? [] : yield* scaled(zonesOf(field, seconds), wrap, at(0.7), at(0.9));
  yield wrap(at(0.9));
  return {
    trajets: trajetsOf(network, sites, rattachement, reach),
    zones,
    routes: reachedRoads(network, reached, seconds),
    auBord: network.borderNodes.some((border) => reach[border] !== Infinity),
  };
}
