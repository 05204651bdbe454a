import type { GenreSite } from "../../domain/genre-site";
import { type Outcome, success } from "../../domain/outcome";
import { numberValues } from "../../domain/table";
import { nearestCrowFly } from "../../geo/crow-fly";
import { runToEnd } from "../../geo/nearest-site";
import type { Inputs, Matrice } from "../analysis";
import { sitesVises } from "./acces";
import { CANDIDATS } from "./candidats";
import { requireTable } from "./sources";
import { communesDuTerritoire } from "./territoire";

/** Minutes to ask for from the chefs-lieux of the territory, in the order of its communes. Refused when no site is left. */
export function matriceDesChefsLieux(inputs: Inputs, genres: readonly GenreSite[]): Outcome<Matrice> {
  const sites = sitesVises(inputs, genres);
  if (!sites.ok) return sites;
  const communes = requireTable(inputs.donnees, "communes");
  const rows = communesDuTerritoire(inputs.perimetre.territoire, communes);
  const pick = (column: "lon" | "lat"): Float64Array => {
    const values = numberValues(communes, column);
    return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
  };
  const origines = { lon: pick("lon"), lat: pick("lat") };
  const { index } = runToEnd(nearestCrowFly(origines.lon, origines.lat, sites.value.lon, sites.value.lat, CANDIDATS));
  return success({ demande: { origines, sites: sites.value, candidats: index, k: CANDIDATS }, sites: sites.value });
}
