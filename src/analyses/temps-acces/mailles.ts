import type { CellulesQuadrillage, Geometry } from "../../carto/view";
import type { OrigineMinutes } from "../../domain/origine-minutes";
import { type Column, numberValues, type Table, textValues } from "../../domain/table";
import type { Territoires } from "../shared/acces";
import { figure } from "../shared/groupes";
import { origineColumn, titled } from "../shared/origine";

/** Side of the cells as they come, metres. */
const COTE = 500;
/** Cells beyond which they are not shapes any more: the map paints them as tiles, drawings gather them in larger squares. */
const MAX_CARRES = 40_000;
/** Cells read between two yields: a few milliseconds. */
const SLICE = 4_000;

/** The inhabited grid with its minutes, ready to be a view. */
export interface Mailles {
  readonly table: Table;
  readonly geometry: Extract<Geometry, { kind: "mailles" | "quadrillage" }>;
  readonly mark: "maille" | "quadrillage";
}

export const TITRE_MAILLES = "Minutes par maille habitée";

/** Side of the squares that so many cells are gathered in: those of a square are all inhabited at worst. */
function coteFor(cells: number): number {
  let cote = COTE;
  while (cells * (COTE / cote) ** 2 > MAX_CARRES) cote *= 2;
  return cote;
}

/** One cell of the grid: several rows of the table of cells when it straddles communes. */
interface Carre {
  /** Lower-left corner, Lambert-93 metres. */
  readonly gauche: number;
  readonly bas: number;
  readonly lon: number;
  readonly lat: number;
  /** The commune most of its inhabitants live in: rank in `groupes.communes`. */
  commune: number;
  /** Inhabitants of that commune. */
  principal: number;
  habitants: number;
}

/** The squares of a territory, whatever their minutes. */
export interface Carres {
  readonly carres: readonly Carre[];
  /** Square of each row of cells, order of `cellules`. */
  readonly carre: Int32Array;
}

/** Each cell of the grid once, with the inhabitants of its rows. Yields the share of the rows read. */
export function* grouperEnCarres({ cellules }: Territoires, cells: Table): Generator<number, Carres, void> {
  const [x, y] = [numberValues(cells, "x"), numberValues(cells, "y")];
  const [lon, lat] = [numberValues(cells, "lon"), numberValues(cells, "lat")];
  const ranks = new Map<number, number>();
  const carres: Carre[] = [];
  const length = cellules?.demande.rows.length ?? 0;
  const carre = new Int32Array(length);
  for (let i = 0; i < length; i += 1) {
    if (i % SLICE === SLICE - 1) yield i / length;
    const row = cellules?.demande.rows[i] ?? -1;
    const [gauche, bas] = [x[row] ?? Number.NaN, y[row] ?? Number.NaN];
    // Lambert-93 has under ten million metres either way.
    const key = gauche * 1e7 + bas;
    const people = cellules?.demande.habitants[i] ?? 0;
    const commune = cellules?.demande.commune[i] ?? -1;
    let rank = ranks.get(key);
    if (rank === undefined) {
      rank = carres.length;
      ranks.set(key, rank);
      carres.push({ gauche, bas, lon: lon[row] ?? Number.NaN, lat: lat[row] ?? Number.NaN, commune, principal: people, habitants: 0 });
    }
    carre[i] = rank;
    const found = carres[rank]!;
    if (people > found.principal) Object.assign(found, { commune, principal: people });
    found.habitants += people;
  }
  return { carres, carre };
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

/** Where the squares lie on a grid that holds them all, its corner on a corner of the larger squares. */
function surQuadrillage(carres: readonly Carre[], noms: readonly (string | null)[], cote: number): CellulesQuadrillage {
  let [ouest, sud, est, nord] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { gauche, bas } of carres) {
    [ouest, est] = [Math.min(ouest, gauche), Math.max(est, gauche)];
    [sud, nord] = [Math.min(sud, bas), Math.max(nord, bas)];
  }
  [ouest, sud] = [Math.floor(ouest / cote) * cote, Math.floor(sud / cote) * cote];
  const rang = (metres: number): number => Math.round(metres / COTE);
  const largeur = rang(est - ouest) + 1;
  const place = Int32Array.from(carres, ({ gauche, bas }) => rang(bas - sud) * largeur + rang(gauche - ouest));
  // Names by the thousand for cells by the hundred thousand: a number each.
  const communes = { noms, rang: Uint16Array.from(carres, ({ commune }) => commune) };
  return { ouest, sud, cote: COTE, largeur, hauteur: rang(nord - sud) + 1, place, communes, carres: { cote, titre: `Minutes par carré habité de ${cote / 1000} km` } };
}

/** What names each square, and says where its minutes come from: too much for hundreds of thousands of them, whose title says it. */
function reperes(carres: readonly Carre[], noms: readonly (string | null)[], origine: OrigineMinutes, values: Float64Array): { readonly avant: readonly Column[]; readonly apres: readonly Column[] } {
  return {
    avant: [
      { name: "code", label: "Coin inférieur gauche (Lambert-93)", type: "texte", values: carres.map(({ gauche, bas }) => `${gauche}-${bas}`) },
      { name: "nom", label: "Commune", type: "texte", values: carres.map(({ commune }) => noms[commune] ?? null) },
    ],
    apres: origineColumn(origine, carres.length, (row) => Number.isFinite(values[row])),
  };
}

/**
 * The inhabited squares of the territory with the minutes of their inhabitants (mean where a square holds several rows;
 * they have the same minutes as long as it is one cell across communes). Yields the share done.
 *
 * @param minutes of each cell, order of `lieux.cellules`
 */
export function* maillesHabitees(lieux: Territoires, cells: Table, minutes: Float64Array, origine: OrigineMinutes): Generator<number, Mailles, void> {
  const found = yield* grouperEnCarres(lieux, cells);
  const { carres, carre } = found;
  const cote = coteFor(carre.length);
  const values = minutesDesCarres(found, lieux.cellules?.demande.habitants ?? new Float64Array(), minutes);
  const numbers = (pick: (carre: Carre) => number): Float64Array => Float64Array.from(carres, pick);
  const known = textValues(lieux.communes, "nom");
  const noms = lieux.groupes.communes.map((row) => known[row] ?? null);
  const { avant, apres } = cote === COTE ? reperes(carres, noms, origine, values) : { avant: [], apres: [] };
  const table: Table = {
    id: "mailles",
    length: carres.length,
    columns: [
      ...avant,
      figure("habitants", "Habitants", "habitants", 0, numbers(({ habitants }) => habitants)),
      figure("minutes", titled("Minutes", origine), "minutes", 1, values),
      ...apres,
      figure("lon", "Longitude du centre", "degres", 5, numbers(({ lon }) => lon)),
      figure("lat", "Latitude du centre", "degres", 5, numbers(({ lat }) => lat)),
    ],
  };
  if (cote > COTE) {
    const { carres: grands, ...grille } = surQuadrillage(carres, noms, cote);
    return { table, mark: "quadrillage", geometry: { kind: "quadrillage", ...grille, carres: { ...grands, titre: titled(grands.titre, origine) } } };
  }
  const codes = textValues(table, "code").map(String);
  return { table, mark: "maille", geometry: { kind: "mailles", cote, cle: `${cote}/${codes.length}/${empreinte(codes)}` } };
}
