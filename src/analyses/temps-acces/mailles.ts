import type { OrigineMinutes } from "../../domain/origine-minutes";
import { numberValues, type Table, textValues } from "../../domain/table";
import { moveOnGrid } from "../../geo/lambert-grid";
import type { Territoires } from "../shared/acces";
import { figure } from "../shared/groupes";
import { origineColumn, titled } from "../shared/origine";

/** Side of the cells as they come, metres. */
const COTE = 500;
/** Cells beyond which they are drawn four by four, then sixteen by sixteen: at the scale of a region they are under a pixel. */
const MAX_CARRES = 40_000;
/** Cells read between two yields: a few milliseconds. */
const SLICE = 4_000;

/** The squares of the inhabited grid with their minutes, ready to be a view. */
export interface Mailles {
  readonly table: Table;
  readonly cote: number;
  /** The same for the same squares in the same order, whatever their minutes. */
  readonly cle: string;
}

/** What the view shows: the cells themselves, or the squares they are gathered in. */
export function titreMailles(cote: number): string {
  return cote === COTE ? "Minutes par maille habitée" : `Minutes par carré habité de ${cote / 1000} km`;
}

/** Side of the squares for so many cells: those of a square are all inhabited at worst. */
function coteFor(cells: number): number {
  let cote = COTE;
  while (cells * (COTE / cote) ** 2 > MAX_CARRES) cote *= 2;
  return cote;
}

/** One square: the cells it holds (several when it straddles communes, or when it is large). */
interface Carre {
  readonly lon: number;
  readonly lat: number;
  nom: string | null;
  /** Inhabitants of the commune that gives its name. */
  principal: number;
  habitants: number;
}

/** The squares of a territory, whatever their minutes. */
export interface Carres {
  readonly cote: number;
  readonly codes: readonly string[];
  readonly carres: readonly Carre[];
  /** Square of each cell, order of `cellules`. */
  readonly carre: Int32Array;
}

/** Squares of 500 m, or of 1, 2, 4 km … when there may be more than MAX_CARRES. Yields the share of the cells read. */
export function* grouperEnCarres({ communes, groupes, cellules }: Territoires, cells: Table): Generator<number, Carres, void> {
  const [x, y] = [numberValues(cells, "x"), numberValues(cells, "y")];
  const [lon, lat] = [numberValues(cells, "lon"), numberValues(cells, "lat")];
  const noms = textValues(communes, "nom");
  const ranks = new Map<number, number>();
  const [codes, carres]: [string[], Carre[]] = [[], []];
  const length = cellules?.demande.rows.length ?? 0;
  const cote = coteFor(length);
  const carre = new Int32Array(length);
  for (let i = 0; i < length; i += 1) {
    if (i % SLICE === SLICE - 1) yield i / length;
    const row = cellules?.demande.rows[i] ?? -1;
    const [east, north] = [x[row] ?? Number.NaN, y[row] ?? Number.NaN];
    const [left, bottom] = [Math.floor(east / cote) * cote, Math.floor(north / cote) * cote];
    // Lambert-93 has under ten million metres either way.
    const key = left * 1e7 + bottom;
    const people = cellules?.demande.habitants[i] ?? 0;
    const nom = noms[groupes.communes[cellules?.demande.commune[i] ?? -1] ?? -1] ?? null;
    let rank = ranks.get(key);
    if (rank === undefined) {
      rank = carres.length;
      ranks.set(key, rank);
      // From the centre of this cell to that of the square.
      const shift = (cote - COTE) / 2;
      const [centreLon, centreLat] = moveOnGrid(lon[row] ?? Number.NaN, lat[row] ?? Number.NaN, left - east + shift, bottom - north + shift);
      codes.push(`${left}-${bottom}`);
      carres.push({ lon: centreLon, lat: centreLat, nom, principal: people, habitants: 0 });
    }
    carre[i] = rank;
    const found = carres[rank]!;
    if (people > found.principal) Object.assign(found, { nom, principal: people });
    found.habitants += people;
  }
  return { cote, codes, carres, carre };
}

/** Minutes of each square: mean of those that are known, weighted by the inhabitants of the cells. */
export function minutesDesCarres({ carres, carre }: Carres, habitants: Float64Array, minutes: Float64Array): Float64Array {
  const connus = new Float64Array(carres.length);
  const sums = new Float64Array(carres.length);
  for (let i = 0; i < carre.length; i += 1) {
    const value = minutes[i]!;
    if (Number.isNaN(value)) continue;
    const rank = carre[i]!;
    connus[rank] = connus[rank]! + habitants[i]!;
    sums[rank] = sums[rank]! + habitants[i]! * value;
  }
  return sums.map((sum, rank) => (connus[rank]! > 0 ? sum / connus[rank]! : Number.NaN));
}

/** FNV-1a of the codes: what tells one set of squares from another. */
function empreinte(codes: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const code of codes) for (let i = 0; i < code.length; i += 1) hash = Math.imul(hash ^ code.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}

/**
 * The inhabited squares of the territory with the minutes of their inhabitants (mean where a square holds several cells;
 * they have the same minutes as long as it is one cell across communes). Yields the share done.
 *
 * @param minutes of each cell, order of `lieux.cellules`
 */
export function* maillesHabitees(lieux: Territoires, cells: Table, minutes: Float64Array, origine: OrigineMinutes): Generator<number, Mailles, void> {
  const found = yield* grouperEnCarres(lieux, cells);
  const { codes, carres, cote } = found;
  const values = minutesDesCarres(found, lieux.cellules?.demande.habitants ?? new Float64Array(), minutes);
  const numbers = (pick: (carre: Carre) => number): Float64Array => Float64Array.from(carres, pick);
  const table: Table = {
    id: "mailles",
    length: codes.length,
    columns: [
      { name: "code", label: "Coin inférieur gauche (Lambert-93)", type: "texte", values: codes },
      { name: "nom", label: "Commune", type: "texte", values: carres.map(({ nom }) => nom) },
      figure("habitants", "Habitants", "habitants", 0, numbers(({ habitants }) => habitants)),
      figure("minutes", titled("Minutes", origine), "minutes", 1, values),
      ...origineColumn(origine, codes.length, (row) => Number.isFinite(values[row])),
      figure("lon", "Longitude du centre", "degres", 5, numbers(({ lon }) => lon)),
      figure("lat", "Latitude du centre", "degres", 5, numbers(({ lat }) => lat)),
    ],
  };
  return { table, cote, cle: `${cote}/${codes.length}/${empreinte(codes)}` };
}
