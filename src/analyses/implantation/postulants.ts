import { type Issue, issue } from "../../domain/issue";
import { numberValues, type Table, textValues } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { snapPoints } from "../../geo/snap";
import type { Inputs } from "../analysis";
import type { Territoires } from "../shared/acces";
import { communesDesSites } from "../shared/communes-des-sites";
import { lirePoints, type PointDonne, POINTS_MAX } from "../shared/points-donnes";
import type { ImplantationParams } from "./description";

/** Places where a site might open, before the rules: the communes by their chefs-lieux, cells of the grid, or the user's points. Parallel arrays. */
export interface Postulants {
  /** What names each in rows and in the programme: letters, digits and underscores. */
  readonly codes: readonly string[];
  readonly noms: readonly string[];
  /** Names for where it is known what they name. */
  readonly courts: readonly string[];
  /** Position in `groupes.communes` of the commune it is in, whose rules it follows; −1 outside the territory. */
  readonly commune: Int32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly rattachement: Attachments;
  /** Same place as one before. */
  readonly doublon: readonly boolean[];
  /** Imposed by the user, itself or with its commune. */
  readonly imposee: readonly boolean[];
  /** What the cells are chosen from; absent for communes and points. */
  readonly mailles?: MaillesEcartees;
}

/** Cells of the grid left out since they have too few inhabitants, and what is needed to say so. */
export interface MaillesEcartees {
  /** Inhabited cells of each commune of the territory, and those of them left out. */
  readonly parCommune: Int32Array;
  readonly ecartees: Int32Array;
  /** Inhabitants of the territory in each cell kept, in the order of the places. */
  readonly habitants: Float64Array;
  /** Inhabitants of the most inhabited cell left out; 0 for none. */
  readonly plusPeuplee: number;
  /** The least inhabitants a cell that would leave few enough of them; null when there are. */
  readonly tenables: number | null;
}

/** Whether a list of communes and of places of communes names a place. @param parCommune whether it is named with its commune */
export function estVisee(liste: readonly string[], commune: string | undefined, code: string, parCommune: boolean): boolean {
  return liste.includes(code) || (parCommune && commune !== undefined && liste.includes(commune));
}

/** Codes and names of the communes of the territory, in the order of `groupes.communes`. */
export function communesDuChoix({ communes, groupes }: Territoires): { readonly codes: readonly string[]; readonly noms: readonly string[] } {
  const [codes, noms] = [textValues(communes, "code"), textValues(communes, "nom")];
  return { codes: groupes.communes.map((row) => codes[row] ?? ""), noms: groupes.communes.map((row) => noms[row] ?? codes[row] ?? "") };
}

export function chefsLieux(lieux: Territoires, { imposees }: ImplantationParams): Postulants {
  const { communes, groupes, chefs } = lieux;
  const { codes, noms } = communesDuChoix(lieux);
  const at = (table: Table, name: "lon" | "lat"): Float64Array => Float64Array.from(groupes.communes, (row) => numberValues(table, name)[row] ?? Number.NaN);
  return { codes, noms, courts: noms, commune: Int32Array.from(groupes.communes.keys()), lon: at(communes, "lon"), lat: at(communes, "lat"), rattachement: chefs.rattachement, doublon: codes.map(() => false), imposee: codes.map((code) => imposees.includes(code)) };
}

/** The points given, then the sites added on the map that were not left out. */
export function pointsDe({ selection: { ajouts, exclus } }: Pick<Inputs, "selection">, { points }: Pick<ImplantationParams, "points">): readonly PointDonne[] {
  return [...lirePoints(points), ...ajouts.filter(({ id }) => !exclus.includes(id))];
}

/** Whether there are points, and not too many; that they are left aside, where communes are the candidates. */
export function pointsIssues(inputs: Inputs, params: ImplantationParams): readonly Issue[] {
  if (params.candidats !== "points") return params.points.length === 0 ? [] : [issue("points-ignores", "information", { nombre: params.points.length })];
  const nombre = pointsDe(inputs, params).length;
  if (nombre === 0) return [issue("aucun-point", "erreur", {})];
  return nombre > POINTS_MAX ? [issue("trop-de-points", "erreur", { nombre, max: POINTS_MAX })] : [];
}

export function lieuxDesPoints(inputs: Inputs, { graph, edges }: RoadNetwork, lieux: Territoires, params: ImplantationParams): Postulants {
  const list = pointsDe(inputs, params);
  const { codes } = communesDuChoix(lieux);
  const position = new Map(codes.map((code, i) => [code, i]));
  const [lon, lat] = [Float64Array.from(list, (one) => one.lon), Float64Array.from(list, (one) => one.lat)];
  const noms = list.map(({ nom }) => nom);
  const sites = { ids: noms, noms, communes: noms.map(() => null), lon, lat, capacite: new Float64Array(noms.length).fill(Number.NaN) };
  const commune = Int32Array.from(communesDesSites(sites, inputs.donnees, inputs.perimetre), (code) => position.get(code ?? "") ?? -1);
  const places = list.map((one) => `${one.lon} ${one.lat}`);
  const own = Array.from(commune, (i, rang) => `${codes[i] ?? "hors"}_${rang + 1}`);
  return {
    codes: own,
    noms,
    courts: noms,
    commune,
    lon,
    lat,
    rattachement: snapPoints(graph, lon, lat, edges),
    doublon: places.map((place, i) => places.indexOf(place) < i),
    imposee: own.map((code, i) => estVisee(params.imposees, codes[commune[i]!], code, true)),
  };
}
