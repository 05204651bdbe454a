import { numberValues, type Table, textValues } from "../../domain/table";
import { moveOnGrid } from "../../geo/lambert-grid";
import type { Territoires } from "../shared/acces";
import { figure } from "../shared/groupes";

/** Side of the cells as they come, metres. */
const COTE = 500;
/** Squares beyond which cells are drawn four by four, then sixteen by sixteen: at the scale of a region they are under a pixel. */
const MAX_CARRES = 40_000;

/** The squares of the inhabited grid with their minutes, ready to be a view. */
export interface Mailles {
  readonly table: Table;
  readonly cote: number;
  /** The same for the same squares in the same order, whatever their minutes. */
  readonly cle: string;
}

/** One square: the cells it holds (several when it straddles communes, or when it is large). */
interface Carre {
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

function carres({ communes, groupes, cellules }: Territoires, cells: Table, minutes: Float64Array, cote: number): ReadonlyMap<string, Carre> {
  const [x, y] = [numberValues(cells, "x"), numberValues(cells, "y")];
  const [lon, lat] = [numberValues(cells, "lon"), numberValues(cells, "lat")];
  const noms = textValues(communes, "nom");
  const found = new Map<string, Carre>();
  cellules?.demande.rows.forEach((row, i) => {
    const [east, north] = [x[row] ?? Number.NaN, y[row] ?? Number.NaN];
    const [left, bottom] = [Math.floor(east / cote) * cote, Math.floor(north / cote) * cote];
    const code = `${left}-${bottom}`;
    const people = cellules.demande.habitants[i] ?? 0;
    const nom = noms[groupes.communes[cellules.demande.commune[i] ?? -1] ?? -1] ?? null;
    let carre = found.get(code);
    if (carre === undefined) {
      // From the centre of this cell to that of the square.
      const shift = (cote - COTE) / 2;
      const [centreLon, centreLat] = moveOnGrid(lon[row] ?? Number.NaN, lat[row] ?? Number.NaN, left - east + shift, bottom - north + shift);
      carre = { lon: centreLon, lat: centreLat, nom, principal: people, habitants: 0, connus: 0, minutes: 0 };
      found.set(code, carre);
    }
    if (people > carre.principal) Object.assign(carre, { nom, principal: people });
    carre.habitants += people;
    const value = minutes[i] ?? Number.NaN;
    if (Number.isNaN(value)) return;
    carre.connus += people;
    carre.minutes += people * value;
  });
  return found;
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
 * would be more than MAX_CARRES.
 *
 * @param minutes of each cell, order of `lieux.cellules`
 */
export function maillesHabitees(lieux: Territoires, cells: Table, minutes: Float64Array): Mailles {
  let cote = COTE;
  let found = carres(lieux, cells, minutes, cote);
  while (found.size > MAX_CARRES) {
    cote *= 2;
    found = carres(lieux, cells, minutes, cote);
  }
  const codes = [...found.keys()];
  const all = [...found.values()];
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
