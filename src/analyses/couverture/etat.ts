import { numberValues, type Table } from "../../domain/table";
import { minutesFrom, type Depart, type Territoires } from "../shared/acces";
import { pickNumbers } from "../shared/groupes";
import type { Trajets } from "../shared/trajets";

/** Side of a cell squared, km². */
const CELL_KM2 = 0.25;

/** What is covered in one situation, point by point. */
export interface Couverture {
  /** 1 where the demand point is at t minutes at most (exactly t is in). */
  readonly points: Uint8Array;
  /** 1 where the chef-lieu is, order of `groupes.communes`. */
  readonly communes: Uint8Array;
}

function within(depart: Depart, trajets: Trajets, seuil: number): Uint8Array {
  return Uint8Array.from(minutesFrom(depart, trajets), (minutes) => (minutes <= seuil ? 1 : 0));
}

/** Where inhabitants are counted from: cells when they are read, chefs-lieux otherwise. */
export function departOf({ chefs, cellules }: Territoires): Depart {
  return cellules ?? chefs;
}

export function cover(lieux: Territoires, trajets: Trajets, seuil: number): Couverture {
  return { points: within(departOf(lieux), trajets, seuil), communes: within(lieux.chefs, trajets, seuil) };
}

/** Sum of a weight over the points a test keeps, by group then over the territory (last entry). */
export function sumPoints(lieux: Territoires, weight: (point: number) => number): Float64Array {
  const { groupes } = lieux;
  const sums = new Float64Array(groupes.codes.length + 1);
  departOf(lieux).demande.commune.forEach((commune, point) => {
    const value = weight(point);
    const group = groupes.groupe[commune] ?? -1;
    if (group >= 0) sums[group] = (sums[group] ?? 0) + value;
    sums[sums.length - 1] = (sums.at(-1) ?? 0) + value;
  });
  return sums;
}

/** A number a cell: two rows of the same square, shared by two communes, have the same one. */
function squareIds(rows: Int32Array, cellules: Table): readonly number[] {
  const x = numberValues(cellules, "x");
  const y = numberValues(cellules, "y");
  return Array.from(rows, (row) => (x[row] ?? 0) * 1e8 + (y[row] ?? 0));
}

/**
 * Inhabited km² that a test keeps, by group then over the territory (last entry): distinct cells × 0.25. A cell
 * shared by two communes counts in each of them and once in a group that holds both.
 */
export function inhabitedKm2(lieux: Territoires, cellules: Table, keep: (point: number) => boolean): Float64Array {
  const { groupes } = lieux;
  const { commune, rows } = departOf(lieux).demande;
  const ids = squareIds(rows, cellules);
  const seen = Array.from({ length: groupes.codes.length + 1 }, () => new Set<number>());
  commune.forEach((index, point) => {
    if (!keep(point)) return;
    const id = ids[point] ?? -1;
    seen[groupes.groupe[index] ?? -1]?.add(id);
    seen.at(-1)?.add(id);
  });
  return Float64Array.from(seen, (squares) => squares.size * CELL_KM2);
}

/** km² of the whole communes that a test keeps, by group then over the territory. */
export function communesKm2(lieux: Territoires, keep: (commune: number) => boolean): Float64Array {
  const surface = pickNumbers(lieux.groupes, lieux.communes, "surface_km2");
  return sumPoints(lieux, (point) => (keep(point) ? (surface[point] ?? 0) : 0));
}

/** Number of communes that a test keeps, by group then over the territory. */
export function countCommunes({ groupes }: Territoires, keep: (commune: number) => boolean): Float64Array {
  const counts = new Float64Array(groupes.codes.length + 1);
  groupes.groupe.forEach((group, commune) => {
    if (!keep(commune)) return;
    if (group >= 0) counts[group] = (counts[group] ?? 0) + 1;
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  });
  return counts;
}
