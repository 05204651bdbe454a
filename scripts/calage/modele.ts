import { CITY_BIT, CLASS_MASK, DENSE_BIT, RAMP_BIT, ROAD_CLASSES, type RoadGraph } from "../../src/geo/graph/road-graph";
import type { SpeedTable } from "../../src/geo/speeds";
import type { Depart } from "./regression";

/**
 * Minutes = Σ coefficient × what the trip holds of it, with exactly the terms of the app's speed table: minutes per km,
 * three by class (all of the road, what its urban part takes more, what a dense urban part takes more again: none is
 * negative, so that no town is crossed faster than the country), ramps, right angles of bend, what the urban part of a
 * large agglomeration takes more whatever the class, and a constant.
 */
const PAR_CLASSE = 3;
const [TOUT, URBAIN, DENSE] = [0, 1, 2] as const;
const BRETELLE = PAR_CLASSE * ROAD_CLASSES.length;
const VIRAGE = BRETELLE + 1;
const VILLE = VIRAGE + 1;
export const CONSTANTE = VILLE + 1;
export const LARGEUR = CONSTANTE + 1;

const MOTORWAY = 0;

/**
 * km/h where the fit starts: METRIC's published speeds (motorway 120, dual carriageway 90, other roads 65 times
 * the sinuosity, 0.9 here, and their two lower bands for urban and dense urban parts); minor roads between those and tracks (20).
 */
const KMH_DEPART: readonly (readonly [rural: number, urban: number, dense: number])[] = [
  [120, 100, 60],
  [90, 60, 30],
  [58, 36, 18],
  [58, 36, 18],
  [58, 36, 18],
  [40, 30, 18],
];
const BRETELLE_KMH_DEPART = 60;
/** No road is driven more than half as fast again as METRIC says. */
const PLUS_VITE = 1.5;

/** Minutes where the other coefficients start: 4 s a bend, 12 s a km of large agglomeration, half a minute a trip. */
const AUTRES_DEPART = [4 / 60, 0.2, 0.5];

/** True of a pace that stands alone; the others are what is added to one. */
const isPace = (i: number): boolean => i === BRETELLE || (i < BRETELLE && i % PAR_CLASSE === TOUT);

/** Where the fit starts from: nothing of it comes from the minutes it is fitted on. */
export const DEPART: Depart = (() => {
  const roads = KMH_DEPART.flatMap(([rural, urban, dense]) => [60 / rural, 60 / urban - 60 / rural, 60 / dense - 60 / urban]);
  const prior = Float64Array.from([...roads, 60 / BRETELLE_KMH_DEPART, ...AUTRES_DEPART]);
  return { prior, least: prior.map((value, i) => (isPace(i) ? value / PLUS_VITE : 0)) };
})();

/** Adds to `into`, from `at`, what a share of an edge holds of each road coefficient. */
export function addEdge(graph: RoadGraph, edge: number, share: number, into: Float64Array, at: number): void {
  const bits = graph.attributes[edge]!;
  const roadClass = bits & CLASS_MASK;
  const km = (share * graph.lengthDm[edge]!) / 10_000;
  if (roadClass !== MOTORWAY) into[at + VIRAGE]! += (share * graph.curvature[edge]!) / 100;
  if ((bits & RAMP_BIT) !== 0) {
    into[at + BRETELLE]! += km;
    return;
  }
  const first = at + PAR_CLASSE * roadClass;
  const urbanKm = (km * graph.urban[edge]!) / 100;
  into[first + TOUT]! += km;
  into[first + URBAIN]! += urbanKm;
  if ((bits & DENSE_BIT) !== 0) into[first + DENSE]! += urbanKm;
  if ((bits & CITY_BIT) !== 0 && roadClass !== MOTORWAY) into[at + VILLE]! += urbanKm;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** The coefficients as the app's speed table. `thr` is the provenance of the graph's dense flag. */
export function speedTable(theta: Float64Array, thr: number): SpeedTable {
  const kmh = (...parts: readonly number[]): number => rounded(60 / parts.reduce((pace, i) => pace + theta[i]!, 0), 1);
  const classes = ROAD_CLASSES.map((_, c) => PAR_CLASSE * c);
  return {
    kmh: [...classes.flatMap((first) => [kmh(first + TOUT, first + URBAIN), kmh(first + TOUT)]), kmh(BRETELLE)],
    dense: classes.map((first) => kmh(first + TOUT, first + URBAIN, first + DENSE)),
    thr,
    secPer90: rounded(theta[VIRAGE]! * 60, 2),
    secPerCityKm: rounded(theta[VILLE]! * 60, 1),
    constMin: rounded(theta[CONSTANTE]!, 2),
  };
}
