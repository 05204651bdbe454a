import { numberValues, type Table, textValues } from "../../domain/table";
import { moveOnGrid } from "../../geo/lambert-grid";
import type { Territoires } from "../shared/acces";
import { figure } from "../shared/groupes";

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

/** Side of the squares for so many cells: those of a square are all inhabited at worst. */
function coteFor(cells: number): number {
  let cote = COTE;
  while (cells * (COTE / cote) ** 2 > MAX_CARRES) cote *= 2;
  return cote;
}

/** One square: the cells it holds (several when it straddles communes, or when it is large). */
interface Carre {
  readonly code: string;
  readonly lon: number;
  readonly lat: number;
  nom: string | null;
  /** Inhabitants of the commune that gives its name. */
  principal: number;
  habitants: number;
  /** Inhabitants whose minutes are known, and the sum of these minutes, each weighted by its inhabitants. */
  connus: number;
  minutes: number;
}

function* carres({ communes, groupes, cellules }: Territoires, cells: Table, minutes: Float64Array, cote: number): Generator<number, readonly Carre[], void> {
  const [x, y] = [numberValues(cells, "x"), numberValues(cells, "y")];
  const [lon, lat] = [numberValues(cells, "lon"), numberValues(cells, "lat")];
  const noms = textValues(communes, "nom");
  const found = new Map<number, Carre>();
  const length = cellules === null ? 0 : minutes.length;
  for (let i = 0; i < length; i += 1) {
    if (i % SLICE === SLICE - 1) yield i / length;
    const row = cellules?.demande.rows[i] ?? -1;
    const [east, north] = [x[row] ?? Number.NaN, y[row] ?? Number.NaN];
    const [left, bottom] = [Math.floor(east / cote) * cote, Math.floor(north / cote) * cote];
    // Lambert-93 has under ten million metres either way.
    const key = left * 1e7 + bottom;
    const people = cellules?.demande.habitants[i] ?? 0;
    const nom = noms[groupes.communes[cellules?.demande.commune[i] ?? -1] ?? -1] ?? null;
    let carre = found.get(key);
    if (carre === undefined) {
      // From the centre of this cell to that of the square.
      const shift = (cote - COTE) / 2;
      const [centreLon, centreLat] = moveOnGrid(lon[row] ?? Number.NaN, lat[row] ?? Number.NaN, left - east + shift, bottom - north + shift);
      carre = { code: `${left}-${bottom}`, lon: centreLon, lat: centreLat, nom, principal: people, habitants: 0, connus: 0, minutes: 0 };
      found.set(key, carre);
    }
    if (people > carre.principal) Object.assign(carre, { nom, principal: people });
    carre.habitants += people;
    const value = minutes[i] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    carre.connus += people;
    carre.minutes += people * value;
  }
  return [...found.values()];
}

/** FNV-1a of the codes: what tells one set of squares from another. */
function empreinte(codes: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const code of codes) for (let i = 0; i < code.length; i += 1) hash = Math.imul(hash ^ code.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16);
}

/**
 * The inhabited squares of the territory with the minutes of their inhabitants (mean where a square holds several cells;
 * they have the same minutes as long as it is one cell across communes). Squares of 500 m, or of 1, 2, 4 km … when there
 * may be more than MAX_CARRES. Yields the share of the cells read.
 *
 * @param minutes of each cell, order of `lieux.cellules`
 */
export function* maillesHabitees(lieux: Territoires, cells: Table, minutes: Float64Array): Generator<number, Mailles, void> {
  const cote = coteFor(minutes.length);
  const all = yield* carres(lieux, cells, minutes, cote);
  const codes = all.map(({ code }) => code);
  const numbers = (pick: (carre: Carre) => number): Float64Array => Float64Array.from(all, pick);
  const table: Table = {
    id: "mailles",
    length: codes.length,
    columns: [
      { name: "code", label: "Coin inférieur gauche (Lambert-93)", type: "texte", values: codes },
      { name: "nom", label: "Commune", type: "texte", values: all.map(({ nom }) => nom) },
      figure("habitants", "Habitants", "habitants", 0, numbers(({ habitants }) => habitants)),
      figure("minutes", "Minutes", "minutes", 1, numbers((carre) => (carre.connus > 0 ? carre.minutes / carre.connus : Number.NaN))),
      figure("lon", "Longitude du centre", "degres", 5, numbers(({ lon }) => lon)),
      figure("lat", "Latitude du centre", "degres", 5, numbers(({ lat }) => lat)),
    ],
  };
  return { table, cote, cle: `${cote}/${codes.length}/${empreinte(codes)}` };
}
