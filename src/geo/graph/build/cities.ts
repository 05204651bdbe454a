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

/** Middle of an edge as the crow flies, 1e-7 degree. */
function middle({ lonE5, latE5, from, to }: BuiltUpRoads, edge: number): readonly [lonE7: number, latE7: number] {
  const [a, b] = [from[edge]!, to[edge]!];
  return [((lonE5[a]! + lonE5[b]!) / 2) * E7_PER_UNIT, ((latE5[a]! + latE5[b]!) / 2) * E7_PER_UNIT];
}

/** Kilometres of built-up road. */
function builtUpGrid(roads: BuiltUpRoads): DensityGrid {
  const { lonE5, latE5, from, lengthDm, urban } = roads;
  const place = Int32Array.from(lonE5.keys());
  const grid = new DensityGrid({ lonE7: lonE5.map((lon) => lon * E7_PER_UNIT), latE7: latE5.map((lat) => lat * E7_PER_UNIT), place }, SIDE, REACH);
  for (let edge = 0; edge < from.length; edge += 1) {
    if (urban[edge]! > 0) grid.add(...middle(roads, edge), (lengthDm[edge]! * urban[edge]!) / 1_000_000);
  }
  return grid;
}

/**
 * 1 for each edge whose urban part is in a large agglomeration, at its middle as the crow flies.
 *
 * @param km kilometres of built-up road in the window that make one
 * @param around the roads that are counted, whose box holds those of `edges`; by default `edges` themselves
 */
export function cityEdges(edges: BuiltUpRoads, km: number, around: BuiltUpRoads = edges): Uint8Array {
  const flags = new Uint8Array(edges.from.length);
  if (flags.length === 0) return flags;
  const grid = builtUpGrid(around);
  const threshold = km / (((2 * REACH + 1) * SIDE) / 1000) ** 2;
  flags.forEach((_, edge) => {
    if (edges.urban[edge]! > 0 && grid.density(...middle(edges, edge)) >= threshold) flags[edge] = 1;
  });
  return flags;
}
