import type { SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import { capacitesEffectives } from "../../domain/ouverture";
import type { RoadNetwork } from "../../geo/road-network";
import type { Budget } from "../../geo/siting/greedy";
import { affords, spentOn } from "../../geo/siting/greedy";
import { assign } from "../../geo/siting/assign";
import { worstPlaced } from "../../geo/siting/assign-worst";
import type { SitingModel } from "../../geo/siting/models";
import type { Capacities, Siting } from "../../geo/siting/problem";
import { reachMatrix } from "../../geo/siting/reach-matrix";
import { servedInTurn } from "../../geo/siting/with-places";
import { snapPoints } from "../../geo/snap";
import type { Inputs, Output, Progress } from "../analysis";
import { type Depart, step } from "../shared/acces";
import { filterSites } from "../shared/sites";
import { scaled, searchTrajets, type Trajets } from "../shared/trajets";
import type { ImplantationParams } from "./description";

/** What may be spent on the choice, thousands of euros; none when the number of sites alone limits it. @param communes of the candidates */
export function budgetDe({ limite, budget, cout_site: cout, locaux, cout_locaux: reduit }: ImplantationParams, communes: SiteList["communes"]): { readonly budget: Budget } | object {
  if (limite === "sites") return {};
  return { budget: { costs: Float64Array.from(communes, (code) => (locaux.includes(code ?? "") ? Math.min(reduit, cout) : cout)), most: budget } };
}

/** How many new sites at most: the LSCP counts them, a budget alone does not. */
export function nombreMax({ modele, p, limite }: ImplantationParams): number {
  return modele === "lscp" || limite === "budget" ? Number.POSITIVE_INFINITY : p;
}

/** Existing sites of the user's list that say what they take; none of the embedded ones do. */
function limites({ sites: liste }: Inputs, { sites }: Trajets): readonly number[] {
  return liste === null ? [] : Array.from(sites.capacite.keys()).filter((i) => !Number.isNaN(sites.capacite[i]!));
}

export interface Places {
  readonly capacities: Capacities;
  /** Minutes of the points to the nearest existing site that takes all who come; null when there is none. */
  readonly sansLimite: Trajets | null;
}

/** What each site takes; null when it is not counted. Progress from 0.35 to 0.38. @param portee minutes that count, told the minutes to the sites without a limit */
export function* lirePlaces(inputs: Inputs, network: RoadNetwork, { rattachement }: Depart, existants: Trajets | null, { capacites, capacite_site: capacite }: ImplantationParams, candidats: number, portee: (sansLimite: Trajets | null) => number): Generator<Progress, Places | null, void> {
  if (!capacites) return null;
  const rows = existants === null ? [] : limites(inputs, existants);
  const list = (keep: (i: number) => boolean): SiteList | null => (existants === null ? null : filterSites(existants.sites, keep));
  const [tight, open] = [list((i) => rows.includes(i)), list((i) => !rows.includes(i))];
  const none = { edge: new Int32Array(), share: new Float32Array(), metres: new Float32Array() };
  const at = tight === null ? none : snapPoints(network.graph, tight.lon, tight.lat, network.edges);
  const sansLimite = open === null || open.ids.length === 0 ? null : rows.length === 0 ? existants : yield* scaled(searchTrajets(network, open), step("trajets"), 0.35, 0.36);
  const existing = yield* scaled(reachMatrix(network, at, rattachement, portee(sansLimite)), step("trajets"), 0.36, 0.38);
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
export function placesIssue(sansPlace: number, { seuil_minutes: minutes }: ImplantationParams): readonly Issue[] {
  return Math.round(sansPlace) > 0 ? [issue("sans-place", "avertissement", { habitants: Math.round(sansPlace), minutes })] : [];
}

/** What the sites of a choice do, by how many of them are open, where places are counted. */
interface Servi {
  /** Weight that finds a place within the limit. */
  readonly couverts: number;
  /** Minutes of those who go where they have a place; NaN where some have none. Absent from the models that cover. */
  readonly minutes?: { readonly moyenne: number; readonly pire: number };
}

/** In the model of the worst minutes nobody goes farther than it takes; in that of the mean, everybody goes where the sum is least. */
const PORTEE_DES_PLACES: Readonly<Partial<Record<SitingModel, typeof worstPlaced>>> = {
  "p-median": () => Number.POSITIVE_INFINITY,
  "p-center": worstPlaced,
};

function minutesPlacees(siting: Siting, capacities: Capacities, chosen: readonly number[], modele: SitingModel): Pick<Servi, "minutes"> {
  const within = PORTEE_DES_PLACES[modele]?.(siting, capacities, chosen);
  if (within === undefined) return {};
  const { without, mean, worst } = assign(siting, capacities, chosen, within);
  return { minutes: Number.isNaN(within) || without > 1e-3 ? { moyenne: Number.NaN, pire: Number.NaN } : { moyenne: mean, pire: worst } };
}

/** With none, then each one more, of the sites of a choice; null where places are not counted. */
export function servis(siting: Siting, chosen: readonly number[], modele: SitingModel): readonly Servi[] | null {
  const { capacities } = siting;
  if (capacities === undefined) return null;
  return servedInTurn(siting, capacities, chosen).map((couverts, rang) => ({ couverts, ...minutesPlacees(siting, capacities, chosen.slice(0, rang), modele) }));
}
