import type { MultiPolygon } from "geojson";
import type { SiteList } from "../../domain/genre-site";
import type { DemandeIsochrones } from "../../domain/moteur";
import { nomOrigine } from "../../domain/origine-minutes";
import type { Sentence } from "../../domain/sentence";
import { numberValues, type Table } from "../../domain/table";
import { areaKm2 } from "../../geo/area";
import { withinCrowFly } from "../../geo/crow-fly";
import { insideAny } from "../../geo/inside";
import { uniteZones } from "../../geo/unite";
import type { Inputs, IsochronesMoteur, Progress } from "../analysis";
import { step, type Territoires } from "../shared/acces";
import { sumKnown } from "../shared/nombres";
import { requireTable } from "../shared/sources";
import { communesDuTerritoire } from "../shared/territoire";
import { scaled } from "../shared/trajets";
import type { IsochronesParams } from "./description";
import type { Comparaison, Mesure } from "./mesure";

/** Nobody goes faster as the crow flies: a site farther than that from every chef-lieu is not asked about. */
const KM_PAR_MINUTE = 100 / 60;

/** Share of the progress that our own zones take. */
const DEBUT = 0.9;

/** The places of some rows of a table. */
function placesOf(table: Table, rows: ArrayLike<number>): { readonly lon: Float64Array; readonly lat: Float64Array } {
  const pick = (column: "lon" | "lat"): Float64Array => {
    const values = numberValues(table, column);
    return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
  };
  return { lon: pick("lon"), lat: pick("lat") };
}

/** The sites whose zone may reach a chef-lieu of the territory; the one chosen, wherever it is. */
function sitesUtiles({ donnees, perimetre }: Inputs, sites: SiteList, site: string, longest: number): readonly number[] {
  const all = sites.ids.map((_, i) => i).filter((i) => Number.isFinite(sites.lon[i]) && Number.isFinite(sites.lat[i]));
  if (site !== "") return all;
  const communes = requireTable(donnees, "communes");
  const chefs = placesOf(communes, communesDuTerritoire(perimetre.territoire, communes));
  const near = withinCrowFly(sites.lon, sites.lat, chefs.lon, chefs.lat, longest * KM_PAR_MINUTE);
  return all.filter((i) => near[i]?.length !== 0);
}

/** The same sites, limits and way, as an outside engine is asked them; null when no site is near. */
export function demandeIsochrones(inputs: Inputs, { site, direction }: IsochronesParams, sites: SiteList, limites: readonly number[]): DemandeIsochrones | null {
  const kept = sitesUtiles(inputs, sites, site, limites.at(-1) ?? 0);
  if (kept.length === 0) return null;
  const points = { lon: kept.map((i) => sites.lon[i] ?? Number.NaN), lat: kept.map((i) => sites.lat[i] ?? Number.NaN) };
  return { points, minutes: limites, sens: direction === "vers" ? "arrivee" : "depart" };
}

/**
 * Counts the inhabitants and communes within the zones of an outside engine: whole cells by their centre, communes by their
 * chef-lieu, as for ours.
 * @param minutes ours, by cell; null when there are none
 */
export function* comparer({ donnees }: Inputs, { communes, chefs, cellules }: Territoires, moteur: IsochronesMoteur, limites: readonly number[], minutes: Float64Array | null): Generator<Progress, Comparaison, void> {
  const habitants = cellules?.demande.habitants ?? new Float64Array();
  const cells = placesOf(requireTable(donnees, "cellules"), cellules?.demande.rows ?? []);
  const towns = placesOf(communes, chefs.demande.rows);
  const total = sumKnown(habitants);
  const wrap = step("territoires");
  const results: { readonly zone: MultiPolygon; readonly mesure: Mesure; readonly communs: number }[] = [];
  for (const [level, limite] of limites.entries()) {
    const at = (share: number): number => DEBUT + ((1 - DEBUT) * (level + share)) / limites.length;
    const zones = moteur.zones[level] ?? [];
    const zone = yield* scaled(uniteZones(zones), wrap, at(0), at(0.5));
    const people = yield* scaled(insideAny(zones, cells.lon, cells.lat), wrap, at(0.5), at(0.9));
    const places = yield* scaled(insideAny(zones, towns.lon, towns.lat), wrap, at(0.9), at(1));
    const inside = sumKnown(habitants.filter((_, i) => people[i] === 1));
    const both = sumKnown(habitants.filter((_, i) => people[i] === 1 && (minutes?.[i] ?? Number.NaN) <= limite));
    const mesure = { limite, habitants: inside, part: inside / total, communes: places.filter((one) => one === 1).length, km2: areaKm2(zone) };
    results.push({ zone, mesure, communs: minutes === null ? Number.NaN : both });
  }
  return { moteur, zones: results.map(({ zone }) => zone), mesures: results.map(({ mesure }) => mesure), communs: results.map(({ communs }) => communs) };
}

/** What the longest zone of the engine holds, beside ours. */
export function phraseMoteur({ moteur: { origine }, mesures, communs }: Comparaison, territoire: string, communesTotal: number): readonly Sentence[] {
  const longest = mesures.at(-1);
  if (longest === undefined) return [];
  const { limite, habitants, part, communes } = longest;
  return [{ id: "isochrones-moteur", params: { territoire, moteur: nomOrigine(origine) ?? "", date: origine.date, sites: origine.repondus, limite, habitants, part, communes, communesTotal, communs: communs.at(-1) ?? Number.NaN } }];
}
