import { CLASS_MASK, nodeLat, nodeLon, RAMP_BIT, ROAD_CLASSES, type RoadGraph } from "../../src/geo/graph/road-graph";
import { nearestOf } from "../../src/geo/point-index";
import { ACCES, ARRIVEE_TAILLE, ARRIVEE_TAILLE_FORTE, CONSTANTE, DEPART_DENSITE, DEPART_DENSITE_FORTE } from "./modele";
import type { CommuneEquipee, CommuneMetric } from "./reference";

/**
 * Where METRIC's trips start and end on our roads. It leaves the chef-lieu, and ends in an equipped commune: at any
 * crossroads of a main road within 1 km of the chef-lieu, since its network knows no street.
 */
export interface Extremites {
  /** Node of each commune, and the km as the crow flies to it. */
  readonly depart: { readonly node: Int32Array; readonly km: Float64Array };
  /** Nodes where a trip may end: the site each is of, and the km from the chef-lieu of that site. */
  readonly arrivee: { readonly node: Int32Array; readonly site: Int32Array; readonly km: Float64Array };
}

const RAYON_KM = 1;
const PRINCIPALES = ["primary", "secondary"] as const;
const KM_PER_DEGREE = 111.195;

/** 1 at the nodes of a primary or secondary road. */
function mainNodes(graph: RoadGraph): Uint8Array {
  const classes = PRINCIPALES.map((name) => ROAD_CLASSES.indexOf(name));
  const main = new Uint8Array(graph.nodeCount);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const bits = graph.attributes[edge]!;
    if ((bits & RAMP_BIT) !== 0 || !classes.includes(bits & CLASS_MASK)) continue;
    main[graph.from[edge]!] = 1;
    main[graph.to[edge]!] = 1;
  }
  return main;
}

/** Whether the roads of a site may be in the graph. */
export function isInside({ bbox: [west, south, east, north] }: RoadGraph, { lon, lat }: CommuneEquipee): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Sites outside the graph's box are left out: their roads are not there. */
export function placeExtremites(graph: RoadGraph, communes: readonly CommuneMetric[], sites: readonly CommuneEquipee[]): Extremites {
  const lon = Float64Array.from({ length: graph.nodeCount }, (_, n) => nodeLon(graph, n));
  const lat = Float64Array.from({ length: graph.nodeCount }, (_, n) => nodeLat(graph, n));
  const nearest = (points: readonly { readonly lon: number; readonly lat: number }[]): ReturnType<typeof nearestOf> =>
    nearestOf(points.map((point) => point.lon), points.map((point) => point.lat), lon, lat);
  const depart = nearest(communes);
  const feet = nearest(sites);
  const main = mainNodes(graph);
  const ends: { node: number; site: number; km: number }[] = [];
  sites.forEach((site, s) => {
    if (!isInside(graph, site)) return;
    ends.push({ node: feet.index[s]!, site: s, km: feet.km[s]! });
    const scale = Math.cos((site.lat * Math.PI) / 180);
    const reach = RAYON_KM / KM_PER_DEGREE;
    for (let node = 0; node < graph.nodeCount; node += 1) {
      if (main[node] === 0 || Math.abs(lat[node]! - site.lat) > reach) continue;
      const km = KM_PER_DEGREE * Math.hypot((lon[node]! - site.lon) * scale, lat[node]! - site.lat);
      if (km <= RAYON_KM) ends.push({ node, site: s, km });
    }
  });
  return {
    depart: { node: depart.index, km: depart.km },
    arrivee: { node: Int32Array.from(ends, (end) => end.node), site: Int32Array.from(ends, (end) => end.site), km: Float64Array.from(ends, (end) => end.km) },
  };
}

/** Powers of ten above a threshold, 0 under it. */
const above = (value: number, threshold: number): number => Math.max(Math.log10(value / threshold), 0);

/** What METRIC adds where one leaves: more in a dense commune, from about 32 and from 316 inhabitants per km². */
export function addDepart(commune: CommuneMetric, km: number, into: Float64Array, at: number): void {
  into[at + CONSTANTE]! += 1;
  into[at + DEPART_DENSITE]! += above(commune.densite, 10 ** 1.5);
  into[at + DEPART_DENSITE_FORTE]! += above(commune.densite, 10 ** 2.5);
  into[at + ACCES]! += km;
}

/** And where one arrives: more in a large commune, from 1 000 and from 10 000 inhabitants. */
export function addArrivee(site: CommuneEquipee, km: number, into: Float64Array, at: number): void {
  into[at + ARRIVEE_TAILLE]! += above(site.habitants, 1000);
  into[at + ARRIVEE_TAILLE_FORTE]! += above(site.habitants, 10_000);
  into[at + ACCES]! += km;
}
