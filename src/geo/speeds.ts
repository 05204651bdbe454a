import { CITY_BIT, CLASS_MASK, DENSE_BIT, RAMP_BIT, type RoadGraph } from "./graph/road-graph";
import { TICKS_PER_SECOND } from "./ticks";

/**
 * Speeds fitted on METRIC minutes (scripts/calage; « haute-vienne » comes from the sources).
 * The flag « dense » of an edge was drawn by the data build: `thr` is kept as provenance.
 */
export interface SpeedTable {
  /** km/h: [urban, rural] for each of the six ROAD_CLASSES, then ramp: 13 values. */
  readonly kmh: readonly number[];
  /** km/h of the urban part of dense edges, by class: 6 values. */
  readonly dense: readonly number[];
  /** Junctions per km² above which the fit calls an edge dense. */
  readonly thr: number;
  /** Seconds lost per right angle of bend (none on motorways). */
  readonly secPer90: number;
  /** Seconds more per km of the urban part in a large agglomeration (none on motorways and ramps): junctions, traffic. */
  readonly secPerCityKm: number;
  /** Minutes added once per trip (start and parking): see `pathMinutes`. */
  readonly constMin: number;
  /** km/h from a point to its road and back, as the crow flies; ACCES_KMH when the fit does not say. */
  readonly accesKmh?: number;
}

/** A lane or a yard, driven slowly; not fitted. */
const ACCES_KMH = 20;

/** Index of the ramp speed in `kmh`. */
const RAMP = 12;
const MOTORWAY = 0;
/** Hours per km at v km/h are 1/v; seconds per decimetre are 0.36/v. */
const SECONDS_PER_DM_AT_1_KMH = 0.36;
const DM_PER_KM = 10_000;

/**
 * Seconds to drive each edge. Formula of the sources: ramp ? km·60/kmh[12]
 * : km·((u−ud)·60/kmh[2c] + (1−u)·60/kmh[2c+1] + ud·60/dense[c]) + bends·secPer90,
 * with u the urban share, ud = u on dense edges and 0 elsewhere; bends cost nothing on motorways. In a large
 * agglomeration, u·km·secPerCityKm more, motorways and ramps apart.
 * Whole ticks: see ticks.ts.
 */
export function edgeSeconds(graph: RoadGraph, speeds: SpeedTable): Float32Array {
  const { kmh, dense, secPer90, secPerCityKm } = speeds;
  const { attributes, urban, lengthDm, curvature } = graph;
  const seconds = new Float32Array(graph.edgeCount);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    const bits = attributes[edge]!;
    const roadClass = bits & CLASS_MASK;
    const u = urban[edge]! / 100;
    const urbanKmh = (bits & DENSE_BIT) === 0 ? kmh[2 * roadClass]! : dense[roadClass]!;
    const pace = (bits & RAMP_BIT) === 0 ? u / urbanKmh + (1 - u) / kmh[2 * roadClass + 1]! : 1 / kmh[RAMP]!;
    const bends = roadClass === MOTORWAY ? 0 : (secPer90 * curvature[edge]!) / 100;
    const city = (bits & CITY_BIT) === 0 || (bits & RAMP_BIT) !== 0 || roadClass === MOTORWAY ? 0 : (u * lengthDm[edge]! * secPerCityKm) / DM_PER_KM;
    const exact = lengthDm[edge]! * SECONDS_PER_DM_AT_1_KMH * pace + bends + city;
    seconds[edge] = Math.round(exact * TICKS_PER_SECOND) / TICKS_PER_SECOND;
  }
  return seconds;
}

export function accessKmh({ accesKmh = ACCES_KMH }: SpeedTable): number {
  return accesKmh;
}

/** Seconds of the crow-fly metres between a point and its road. */
export function accessSeconds(metres: number, speeds: SpeedTable): number {
  return (3.6 * metres) / accessKmh(speeds);
}

/**
 * Minutes of a trip from the seconds of its path: the only place where `constMin` is added.
 * An unreachable or unknown node (Infinity, NaN) gives NaN: « pas de donnée ».
 */
export function pathMinutes(seconds: number, speeds: SpeedTable): number {
  return Number.isFinite(seconds) ? speeds.constMin + seconds / 60 : Number.NaN;
}
