import { CLASS_MASK, DENSE_BIT, RAMP_BIT, ROAD_CLASSES, type RoadGraph } from "../../src/geo/graph/road-graph";
import type { SpeedTable } from "../../src/geo/speeds";
import type { Depart } from "./regression";

/**
 * Minutes = Σ coefficient × what the trip holds of it. Coefficients of roads are minutes per km: three by class (all of the
 * road, what its urban part takes more, what a dense urban part takes more again: none is negative, so that no town is
 * crossed faster than the country), then ramps; minutes per right angle of bend; then what METRIC adds at both ends of a trip.
 */
const PAR_CLASSE = 3;
const [TOUT, URBAIN, DENSE] = [0, 1, 2] as const;
const BRETELLE = PAR_CLASSE * ROAD_CLASSES.length;
const VIRAGE = BRETELLE + 1;
export const CONSTANTE = VIRAGE + 1;
export const DEPART_DENSITE = CONSTANTE + 1;
export const DEPART_DENSITE_FORTE = CONSTANTE + 2;
export const ARRIVEE_TAILLE = CONSTANTE + 3;
export const ARRIVEE_TAILLE_FORTE = CONSTANTE + 4;
/** Minutes per km as the crow flies between a chef-lieu and the road it joins. */
export const ACCES = CONSTANTE + 5;
export const LARGEUR = ACCES + 1;

const MOTORWAY = 0;

/**
 * km/h where the fit starts: METRIC's published speeds (motorway 120, dual carriageway 90, other roads 65 times
 * the sinuosity, 0.9 here, and their two lower bands for urban and dense urban parts); minor roads between those and tracks (20).
 */
const KMH_DEPART: readonly (readonly [number, number, number])[] = [
  [120, 100, 60],
  [90, 60, 30],
  [58, 36, 18],
  [58, 36, 18],
  [58, 36, 18],
  [40, 30, 18],
];
const BRETELLE_KMH_DEPART = 60;
/** No road is driven more than twice as fast as METRIC says. */
const PLUS_VITE = 2;

/** Minutes where the other coefficients start: 4 s a bend, half a minute a trip, 30 km/h to the road. */
const AUTRES_DEPART = [4 / 60, 0.5, 0.3, 0.3, 0.3, 0.3, 2];

/** True of a pace that stands alone; the others are what is added to one. */
const isPace = (i: number): boolean => i === BRETELLE || (i < BRETELLE && i % PAR_CLASSE === TOUT);

export const DEPART: Depart = (() => {
  const roads = KMH_DEPART.flatMap(([rural, urban, dense]) => [60 / rural, 60 / urban - 60 / rural, 60 / dense - 60 / urban]);
  const prior = Float64Array.from([...roads, 60 / BRETELLE_KMH_DEPART, ...AUTRES_DEPART]);
  return { prior, least: prior.map((value, i) => (isPace(i) ? value / PLUS_VITE : 0)) };
})();

/** Adds to `into`, from `at`, what an edge holds of each road coefficient. */
export function addEdge(graph: RoadGraph, edge: number, into: Float64Array, at: number): void {
  const bits = graph.attributes[edge]!;
  const roadClass = bits & CLASS_MASK;
  const km = graph.lengthDm[edge]! / 10_000;
  if (roadClass !== MOTORWAY) into[at + VIRAGE]! += graph.curvature[edge]! / 100;
  if ((bits & RAMP_BIT) !== 0) {
    into[at + BRETELLE]! += km;
    return;
  }
  const first = at + PAR_CLASSE * roadClass;
  const urbanKm = (km * graph.urban[edge]!) / 100;
  into[first + TOUT]! += km;
  into[first + URBAIN]! += urbanKm;
  if ((bits & DENSE_BIT) !== 0) into[first + DENSE]! += urbanKm;
}

/** Minutes to drive each edge. */
export function weighEdges(graph: RoadGraph, theta: Float64Array): Float64Array {
  const weight = new Float64Array(graph.edgeCount);
  const one = new Float64Array(CONSTANTE);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    one.fill(0);
    addEdge(graph, edge, one, 0);
    let minutes = 0;
    for (let i = 0; i < CONSTANTE; i += 1) minutes += one[i]! * theta[i]!;
    weight[edge] = minutes;
  }
  return weight;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The fitted coefficients as the app's speed table. `thr` and `constMin` are given, the rest is read from them. */
export function speedTable(theta: Float64Array, thr: number, constMin: number): SpeedTable {
  const kmh = (...parts: readonly number[]): number => tenth(60 / parts.reduce((pace, i) => pace + theta[i]!, 0));
  const classes = ROAD_CLASSES.map((_, c) => PAR_CLASSE * c);
  return {
    kmh: [...classes.flatMap((first) => [kmh(first + TOUT, first + URBAIN), kmh(first + TOUT)]), kmh(BRETELLE)],
    dense: classes.map((first) => kmh(first + TOUT, first + URBAIN, first + DENSE)),
    thr,
    secPer90: Math.round(theta[VIRAGE]! * 6000) / 100,
    constMin: Math.round(constMin * 100) / 100,
  };
}

/** Each coefficient with its name and its unit, to be printed. */
export function nommer(theta: Float64Array): readonly (readonly [string, string])[] {
  const parts = ["hors ville, min/km", "en ville, min/km de plus", "en ville dense, min/km de plus encore"];
  const noms = [
    ...ROAD_CLASSES.flatMap((name) => parts.map((part) => `${name}, ${part}`)),
    "bretelle, min/km",
    "virage à angle droit, min",
    "constante, min",
    "départ, min par décuple de densité au-delà de 32 hab./km²",
    "départ, de plus au-delà de 316 hab./km²",
    "arrivée, min par décuple de population au-delà de 1 000 habitants",
    "arrivée, de plus au-delà de 10 000 habitants",
    "accès à la route à vol d'oiseau, min/km",
  ];
  return noms.map((nom, i) => [nom, theta[i]!.toFixed(3)]);
}
