import { type Issue, issue } from "../../domain/issue";
import { numberValues, type Table, textValues } from "../../domain/table";
import type { RoadNetwork } from "../../geo/road-network";
import { lambert93 } from "../../geo/lambert-grid";
import type { Inputs } from "../analysis";
import type { Territoires } from "../shared/acces";
import { attachPoints, cellulesHabitees } from "../shared/points";
import { requireTable } from "../shared/sources";
import { citerCommunes } from "./citer-communes";
import { COTE_MAILLE } from "./cote-maille";
import type { ImplantationParams } from "./description";
import { communesDuChoix, estVisee, type Postulants } from "./postulants";

/** Cells that may be compared at most: each is a search on the road, and a row of the matrix. */
const MAILLES_MAX = 15_000;
/** The same where places are counted: what each would serve is then a flow. */
const MAILLES_PLACES_MAX = 800;

const maillesMax = ({ capacites }: ImplantationParams): number => (capacites ? MAILLES_PLACES_MAX : MAILLES_MAX);

/** Cells of the inhabited grid that no rule has looked at yet. Parallel arrays, but for `parCommune`. */
interface Mailles {
  /** Row of the table of cells: that of the commune which has most of its inhabitants. */
  readonly row: Int32Array;
  /** Position of that commune in `groupes.communes`. */
  readonly commune: Int32Array;
  /** Inhabitants of the territory in the cell, all its communes together. */
  readonly habitants: Float64Array;
  /** 1 for the most inhabited cell of its commune, 2 for the next… */
  readonly rang: Int32Array;
  /** Cells of each commune of the territory. */
  readonly parCommune: Int32Array;
}

/** Each cell of the grid once: its rows, one a commune, are added up. */
function maillesDuTerritoire({ communes, groupes }: Territoires, cellules: Table): Mailles {
  const demande = cellulesHabitees(groupes, communes, cellules);
  const [x, y] = [numberValues(cellules, "x"), numberValues(cellules, "y")];
  const places = new Map<number, number>();
  const found: { row: number; commune: number; most: number; habitants: number }[] = [];
  demande.rows.forEach((row, i) => {
    const people = demande.habitants[i]!;
    const key = x[row]! * 1e7 + y[row]!;
    const known = found[places.get(key) ?? -1];
    if (known === undefined) {
      places.set(key, found.length);
      found.push({ row, commune: demande.commune[i]!, most: people, habitants: people });
      return;
    }
    known.habitants += people;
    if (people > known.most) Object.assign(known, { row, commune: demande.commune[i]!, most: people });
  });
  const parCommune = new Int32Array(groupes.communes.length);
  const order = Array.from(found.keys()).toSorted((a, b) => found[b]!.habitants - found[a]!.habitants || a - b);
  const rang = new Int32Array(found.length);
  for (const i of order) rang[i] = parCommune[found[i]!.commune]! += 1;
  return {
    row: Int32Array.from(found, ({ row }) => row),
    commune: Int32Array.from(found, ({ commune }) => commune),
    habitants: Float64Array.from(found, ({ habitants }) => habitants),
    rang,
    parCommune,
  };
}

/** Genres of named places, those a reader knows first. */
const GENRES = ["ville", "bourg", "village", "quartier", "hameau", "lieu-dit", "habitation isolée", "ferme"];

/** The best known named place of each cell that has one, by the south-west corner of the cell. Known in Haute-Vienne only. */
function lieuxParMaille(lieux: Table): ReadonlyMap<number, string> {
  const [noms, genres] = [textValues(lieux, "nom"), textValues(lieux, "genre")];
  const [lon, lat] = [numberValues(lieux, "lon"), numberValues(lieux, "lat")];
  const best = new Map<number, { readonly nom: string; readonly genre: number }>();
  noms.forEach((nom, row) => {
    const [east, north] = lambert93(lon[row]!, lat[row]!).map((metres) => Math.floor(metres / COTE_MAILLE) * COTE_MAILLE);
    const [key, genre] = [east! * 1e7 + north!, GENRES.indexOf(genres[row] ?? "")];
    const known = best.get(key);
    if (nom !== null && (known === undefined || genre < known.genre)) best.set(key, { nom, genre });
  });
  return new Map(Array.from(best, ([key, { nom }]) => [key, nom]));
}

/** « Ambazac n° 3 (Muret) »: the commune, the rank of the cell in it, the place that its cell is known by. */
function nommer({ donnees }: Inputs, lieux: Territoires, { row, commune, rang }: Mailles, kept: readonly number[]): readonly string[] {
  const cellules = requireTable(donnees, "cellules");
  const [x, y] = [numberValues(cellules, "x"), numberValues(cellules, "y")];
  const connus = lieuxParMaille(requireTable(donnees, "lieux-dits"));
  const { noms } = communesDuChoix(lieux);
  return kept.map((i) => {
    const nom = noms[commune[i]!]!;
    const lieu = connus.get(x[row[i]!]! * 1e7 + y[row[i]!]!);
    return `${nom} n° ${rang[i]}${lieu === undefined ? "" : ` (${lieu === nom ? "centre" : lieu})`}`;
  });
}

/** The least number of inhabitants, whole, that leaves no more than `most` cells. */
export function tenablesDe(habitants: Float64Array, kept: readonly number[], most: number): number | null {
  if (kept.length <= most) return null;
  const descending = Float64Array.from(kept, (i) => habitants[i]!).toSorted().toReversed();
  return Math.floor(descending[most]!) + 1;
}

/** The cells inhabited enough to be candidates, and those imposed, in the order of the table. Yields the share done. */
export function* lieuxDesMailles(inputs: Inputs, network: RoadNetwork, lieux: Territoires, params: ImplantationParams): Generator<number, Postulants, void> {
  const cellules = requireTable(inputs.donnees, "cellules");
  const mailles = maillesDuTerritoire(lieux, cellules);
  const { codes } = communesDuChoix(lieux);
  const code = (i: number): string => `${codes[mailles.commune[i]!]}_${mailles.rang[i]}`;
  const imposee = (i: number): boolean => estVisee(params.imposees, codes[mailles.commune[i]!]!, code(i), mailles.rang[i] === 1);
  const enough = Array.from(mailles.row.keys()).filter((i) => mailles.habitants[i]! >= params.habitants_maille_min || imposee(i));
  const tenables = tenablesDe(mailles.habitants, enough, maillesMax(params));
  const kept = tenables === null ? enough : [];
  const ecartees = mailles.parCommune.slice();
  for (const i of enough) ecartees[mailles.commune[i]!]! -= 1;
  const out = new Set(enough);
  const courts = nommer(inputs, lieux, mailles, kept);
  const at = (name: "lon" | "lat"): Float64Array => Float64Array.from(kept, (i) => numberValues(cellules, name)[mailles.row[i]!]!);
  const rows = Int32Array.from(kept, (i) => mailles.row[i]!);
  const commune = Int32Array.from(kept, (i) => mailles.commune[i]!);
  const habitants = Float64Array.from(kept, (i) => mailles.habitants[i]!);
  return {
    codes: kept.map(code),
    noms: courts.map((nom) => `${nom}, maille de 500 m`),
    courts,
    commune,
    lon: at("lon"),
    lat: at("lat"),
    rattachement: yield* attachPoints(network, cellules, { rows, commune, habitants }),
    doublon: kept.map(() => false),
    imposee: kept.map(imposee),
    mailles: { parCommune: mailles.parCommune, ecartees, habitants, plusPeuplee: mailles.habitants.reduce((most, people, i) => (out.has(i) ? most : Math.max(most, people)), 0), tenables },
  };
}

/** What the rule on the inhabitants of a cell leaves out; that it leaves none, or too many. */
export function maillesIssues(lieux: Territoires, { codes, mailles }: Postulants, params: ImplantationParams): readonly Issue[] {
  if (mailles === undefined) return [];
  const { parCommune, ecartees, plusPeuplee, tenables } = mailles;
  const nombre = ecartees.reduce((sum, one) => sum + one, 0);
  if (tenables !== null) return [issue("trop-de-mailles", "erreur", { nombre: parCommune.reduce((sum, one) => sum + one, 0) - nombre, max: maillesMax(params), possible: tenables, places: params.capacites })];
  const said = nombre === 0 ? [] : [issue("candidats-ecartes", "information", { regle: "maille", nombre, ...citerCommunes(communesDuChoix(lieux).noms, ecartees), lieux: "cellules", seuil: params.habitants_maille_min })];
  return codes.length > 0 ? said : [...said, issue("aucun-candidat", "erreur", { regle: "maille", nombre, possible: Math.floor(plusPeuplee), lieux: "cellules" })];
}
