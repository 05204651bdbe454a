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

/** Places where a site might open, before the rules: the communes by their chefs-lieux, or the user's points. Parallel arrays. */
export interface Postulants {
  /** What names each in rows and in the programme: letters, digits and underscores. */
  readonly codes: readonly string[];
  readonly noms: readonly string[];
  /** Position in `groupes.communes` of the commune it is in, whose rules it follows; −1 outside the territory. */
  readonly commune: Int32Array;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly rattachement: Attachments;
  /** Same place as one before. */
  readonly doublon: readonly boolean[];
}

/** Codes and names of the communes of the territory, in the order of `groupes.communes`. */
export function communesDuChoix({ communes, groupes }: Territoires): { readonly codes: readonly string[]; readonly noms: readonly string[] } {
  const [codes, noms] = [textValues(communes, "code"), textValues(communes, "nom")];
  return { codes: groupes.communes.map((row) => codes[row] ?? ""), noms: groupes.communes.map((row) => noms[row] ?? codes[row] ?? "") };
}

function chefsLieux(lieux: Territoires): Postulants {
  const { communes, groupes, chefs } = lieux;
  const at = (table: Table, name: "lon" | "lat"): Float64Array => Float64Array.from(groupes.communes, (row) => numberValues(table, name)[row] ?? Number.NaN);
  return { ...communesDuChoix(lieux), commune: Int32Array.from(groupes.communes.keys()), lon: at(communes, "lon"), lat: at(communes, "lat"), rattachement: chefs.rattachement, doublon: groupes.communes.map(() => false) };
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

function lieuxDesPoints(inputs: Inputs, { graph, edges }: RoadNetwork, lieux: Territoires, list: readonly PointDonne[]): Postulants {
  const { codes } = communesDuChoix(lieux);
  const position = new Map(codes.map((code, i) => [code, i]));
  const [lon, lat] = [Float64Array.from(list, (one) => one.lon), Float64Array.from(list, (one) => one.lat)];
  const noms = list.map(({ nom }) => nom);
  const sites = { ids: noms, noms, communes: noms.map(() => null), lon, lat, capacite: new Float64Array(noms.length).fill(Number.NaN) };
  const commune = Int32Array.from(communesDesSites(sites, inputs.donnees, inputs.perimetre), (code) => position.get(code ?? "") ?? -1);
  const places = list.map((one) => `${one.lon} ${one.lat}`);
  return {
    codes: Array.from(commune, (i, rang) => `${codes[i] ?? "hors"}_${rang + 1}`),
    noms,
    commune,
    lon,
    lat,
    rattachement: snapPoints(graph, lon, lat, edges),
    doublon: places.map((place, i) => places.indexOf(place) < i),
  };
}

/** The places that stand for a choice. */
export function lirePostulants(inputs: Inputs, network: RoadNetwork, lieux: Territoires, params: ImplantationParams): Postulants {
  return params.candidats === "points" ? lieuxDesPoints(inputs, network, lieux, pointsDe(inputs, params)) : chefsLieux(lieux);
}
