import type { SiteList } from "../../domain/genre-site";
import { pickPoints } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { reachMatrix } from "../../geo/siting/reach-matrix";
import type { SitingModel } from "../../geo/siting/models";
import type { Siting } from "../../geo/siting/problem";
import type { Progress } from "../analysis";
import { step } from "../shared/acces";
import { concatSites, filterSites } from "../shared/sites";
import { scaled, searchTrajets, type Trajets } from "../shared/trajets";
import { servis } from "./moyens";
import { type Mesure, mesurer, type Probleme } from "./probleme";

/** One site of the choice, and the situation once it is open with those before it. */
export interface Ouverture {
  /** Position among the candidates. */
  readonly candidat: number;
  readonly mesure: Mesure;
  /** Inhabitants within the limit of this site, and those of them that an existing one already covers. */
  readonly portee: number;
  readonly dejaCouverts: number;
}

/** Within the limit, and served when places are counted. */
const sansPlaceDe = (siting: Siting, minutes: Float64Array, places: number | undefined): number => (places === undefined ? 0 : mesurer(siting, minutes).couverts - places);

/** What the choice changes, by searches on the road that owe nothing to the matrix nor to the model. */
export interface Apres {
  readonly avant: Mesure;
  readonly ouvertures: readonly Ouverture[];
  /** Minutes with every site of the choice open; null when there is no site at all. */
  readonly trajets: Trajets | null;
  /** Weight within the limit that finds no place; 0 where places are not counted. */
  readonly sansPlace: number;
}

function only(list: SiteList, rows: readonly number[]): SiteList {
  return filterSites(list, (index) => rows.includes(index));
}

/** Opens the sites of a choice one after the other. Progress from 0.9 to 1. */
export function* ouvrir(network: RoadNetwork, { depart, existants, places, postulants, candidats }: Probleme, siting: Siting, chosen: readonly number[], modele: SitingModel): Generator<Progress, Apres, void> {
  const none = new Float64Array(siting.weight.length).fill(Number.NaN);
  const minutesOf = (trajets: Trajets | null): Float64Array => trajets?.depuis(depart.rattachement).minutes ?? none;
  const avant = minutesOf(existants);
  const placees = servis(siting, chosen, modele);
  /** Where places are counted, « couverts » are those who find one, and the minutes of a model of minutes are to where they find it. */
  const mesure = (minutes: Float64Array, rang: number): Mesure => ({ ...mesurer(siting, minutes), ...(placees === null ? {} : { couverts: placees[rang]!.couverts, ...placees[rang]!.minutes }) });
  const reach = yield* scaled(reachMatrix(network, pickPoints(postulants.rattachement, chosen.map((c) => candidats.retenus[c]!)), depart.rattachement, siting.limit), step("trajets"), 0.9, 0.92);
  const ouvertures: Ouverture[] = [];
  let trajets = existants;
  for (const [rang, candidat] of chosen.entries()) {
    const open = only(places, chosen.slice(0, rang + 1));
    const sites = existants === null ? open : concatSites([existants.sites, open]);
    trajets = yield* scaled(searchTrajets(network, sites), step("trajets"), 0.92 + (0.08 * rang) / chosen.length, 0.92 + (0.08 * (rang + 1)) / chosen.length);
    let [portee, dejaCouverts] = [0, 0];
    for (const point of reach.point.subarray(reach.start[rang]!, reach.start[rang + 1]!)) {
      portee += siting.weight[point]!;
      if (avant[point]! <= siting.limit) dejaCouverts += siting.weight[point]!;
    }
    ouvertures.push({ candidat, mesure: mesure(minutesOf(trajets), rang + 1), portee, dejaCouverts });
  }
  return { avant: mesure(avant, 0), ouvertures, trajets, sansPlace: sansPlaceDe(siting, minutesOf(trajets), placees?.at(-1)?.couverts) };
}
