import { DensityGrid } from "./density-grid";
import { UNITS_PER_DEGREE } from "../road-graph";
import { E7 } from "../road-lines";

/** Columns of a graph that say where its built-up roads are; units of RoadGraph. */
export interface BuiltUpRoads {
  readonly lonE5: Int32Array;
  readonly latE5: Int32Array;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly lengthDm: ArrayLike<number>;
  /** 0 to 100. */
  readonly urban: ArrayLike<number>;
}

/** Metres of a cell, and cells on each side of the one looked at: a window of 10.5 km. */
const [SIDE, REACH] = [500, 10] as const;
/**
 * Kilometres of built-up road in the window that make a large agglomeration. In Nouvelle-Aquitaine: Bordeaux, Limoges, Poitiers,
 * Pau, Bayonne, La Rochelle, Angoulême, Niort, Brive, Agen, and the towns spread along the sea. The window and the length are those that
 * bring minutes nearest to METRIC's (scripts/calage).
 */
export const CITY_KM = 300;
const E7_PER_UNIT = E7 / UNITS_PER_DEGREE;

/**
 * 1 for each edge whose urban part is in a large agglomeration, at its middle as the crow flies.
 *
 * @param km kilometres of built-up road in the window that make one
 */
export function cityEdges({ lonE5, latE5, from, to, lengthDm, urban }: BuiltUpRoads, km: number): Uint8Array {
  const flags = new Uint8Array(from.length);
  if (flags.length === 0) return flags;
  const [lonE7, latE7] = [lonE5.map((lon) => lon * E7_PER_UNIT), latE5.map((lat) => lat * E7_PER_UNIT)];
  const grid = new DensityGrid({ lonE7, latE7, place: Int32Array.from(lonE5.keys()) }, SIDE, REACH);
  const threshold = km / (((2 * REACH + 1) * SIDE) / 1000) ** 2;
  const middle = (values: Int32Array, edge: number): number => (values[from[edge]!]! + values[to[edge]!]!) / 2;
  for (let edge = 0; edge < flags.length; edge += 1) {
    if (urban[edge]! > 0) grid.add(middle(lonE7, edge), middle(latE7, edge), (lengthDm[edge]! * urban[edge]!) / 1_000_000);
  }
  for (let edge = 0; edge < flags.length; edge += 1) {
    if (urban[edge]! > 0 && grid.density(middle(lonE7, edge), middle(latE7, edge)) >= threshold) flags[edge] = 1;
  }
  return flags;
}
