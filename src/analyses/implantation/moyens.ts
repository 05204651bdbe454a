import type { SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import { capacitesEffectives } from "../../domain/ouverture";
import type { RoadNetwork } from "../../geo/road-network";
import type { Budget } from "../../geo/siting/greedy";
import { affords, spentOn } from "../../geo/siting/greedy";
import type { Capacities, Siting } from "../../geo/siting/problem";
import { reachMatrix } from "../../geo/siting/reach-matrix";
import { servedInTurn } from "../../geo/siting/with-places";
import { snapPoints } from "../../geo/snap";
import type { Inputs, Output, Progress } from "../analysis";
import { type Depart, step } from "../shared/acces";
import { filterSites } from "../shared/sites";
import { scaled, searchTrajets, type Trajets } from "../shared/trajets";
import type { ImplantationParams } from "./description";
import { SEUILS } from "./ponderation";

/** What may be spent on the choice, thousands of euros; none when the number of sites alone limits it. @param codes of the candidates */
export function budgetDe({ limite, budget, cout_site: cout, locaux, cout_locaux: reduit }: ImplantationParams, codes: readonly string[]): { readonly budget: Budget } | object {
  if (limite === "sites") return {};
  return { budget: { costs: Float64Array.from(codes, (code) => (locaux.includes(code) ? Math.min(reduit, cout) : cout)), most: budget } };
}

/** How many new sites at most: the LSCP counts them, a budget alone does not. */
export function nombreMax({ modele, p, limite }: ImplantationParams): number {
  return modele === "lscp" || limite === "budget" ? Number.POSITIVE_INFINITY : p;
}

/** Only the models that count who is within the limit count places. */
export const compteLesPlaces = ({ capacites, modele }: ImplantationParams): boolean => capacites && (modele === "mclp" || modele === "lscp");

/** Existing sites of the user's list that say what they take; none of the embedded ones do. */
function limites({ sites: liste }: Inputs, { sites }: Trajets): readonly number[] {
  return liste === null ? [] : Array.from(sites.capacite.keys()).filter((i) => !Number.isNaN(sites.capacite[i]!));
}

export interface Places {
  readonly capacities: Capacities;
  /** Minutes of the points to the nearest existing site that takes all who come; null when there is none. */
  readonly sansLimite: Trajets | null;
}

/** What each site takes; null when it is not counted. Progress from 0.6 to 0.62. */
export function* lirePlaces(inputs: Inputs, network: RoadNetwork, { rattachement }: Depart, existants: Trajets | null, params: ImplantationParams, candidats: number): Generator<Progress, Places | null, void> {
  if (!compteLesPlaces(params)) return null;
  const { capacite_site: capacite, seuil_minutes: seuil, robustesse } = params;
  const rows = existants === null ? [] : limites(inputs, existants);
  const list = (keep: (i: number) => boolean): SiteList | null => (existants === null ? null : filterSites(existants.sites, keep));
  const [tight, open] = [list((i) => rows.includes(i)), list((i) => !rows.includes(i))];
  const none = { edge: new Int32Array(), share: new Float32Array(), metres: new Float32Array() };
  const at = tight === null ? none : snapPoints(network.graph, tight.lon, tight.lat, network.edges);
  const existing = yield* scaled(reachMatrix(network, at, rattachement, robustesse ? Math.max(seuil, ...SEUILS) : seuil), step("trajets"), 0.6, 0.61);
  const sansLimite = open === null || open.ids.length === 0 ? null : rows.length === 0 ? existants : yield* scaled(searchTrajets(network, open), step("trajets"), 0.61, 0.62);
  return { capacities: { candidates: new Float64Array(candidats).fill(capacite), existing, taken: tight === null ? new Float64Array() : capacitesEffectives(tight, Number.POSITIVE_INFINITY) }, sansLimite };
}

/** What the choice costs, and who finds no place. */
export function moyensFacts({ rules: { budget }, capacities }: Siting, { capacite_site: capacite }: ImplantationParams, chosen: readonly number[], sansPlace: number): Output["facts"] {
  return {
    ...(budget === undefined ? {} : { cout_k_euros: spentOn(budget, chosen), budget_k_euros: budget.most }),
    ...(capacities !== undefined ? { capacite_site: capacite, habitants_sans_place: sansPlace } : {}),
  };
}

/** Whether one more site could not be paid for. */
export function budgetEpuise({ rules: { budget }, names }: Siting, chosen: readonly number[]): boolean {
  if (budget === undefined) return false;
  const rest = Array.from(names.keys()).filter((c) => !chosen.includes(c));
  return rest.length > 0 && rest.every((c) => !affords(budget, spentOn(budget, [...chosen, c])));
}

/** Who lives within the limit of a site and finds no place there: the maps count minutes, not places. */
export function placesIssue(sansPlace: number, params: ImplantationParams): readonly Issue[] {
  const { capacites, seuil_minutes: minutes } = params;
  if (capacites && !compteLesPlaces(params)) return [issue("places-sans-objet", "information", {})];
  return Math.round(sansPlace) > 0 ? [issue("sans-place", "avertissement", { habitants: Math.round(sansPlace), minutes })] : [];
}

/** Weight served with none, then each one more, of the sites of a choice; null where places are not counted. */
export function servis(siting: Siting, chosen: readonly number[]): readonly number[] | null {
  return siting.capacities === undefined ? null : servedInTurn(siting, siting.capacities, chosen);
}
