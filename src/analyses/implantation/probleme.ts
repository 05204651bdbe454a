import type { SiteList } from "../../domain/genre-site";
import { type Issue, issue, warnings } from "../../domain/issue";
import { pickPoints } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { assignInOrder } from "../../geo/siting/assign";
import { chooseGreedily } from "../../geo/siting/greedy";
import type { SitingModel } from "../../geo/siting/models";
import type { Siting } from "../../geo/siting/problem";
import { reachSome, rowsOf } from "../../geo/siting/reach-matrix";
import { serveInOrder } from "../../geo/siting/with-places";
import { tooNear } from "../../geo/siting/spacing";
import type { Inputs, Progress } from "../analysis";
import { type Depart, sitesVises, step, type Territoires } from "../shared/acces";
import { sumKnown } from "../shared/nombres";
import { scaled, searchTrajets, type Trajets } from "../shared/trajets";
import { facteurs, SEUILS } from "./ponderation";
import { type Candidats, type Faits, lieuxDe, lireFaits, trierCandidats } from "./candidats";
import type { ImplantationParams } from "./description";
import { budgetDe, lirePlaces, nombreMax } from "./moyens";
import { lirePostulants } from "./lire-postulants";
import { maillesIssues, tenablesDe } from "./mailles";
import type { Postulants } from "./postulants";
import { viseesIssues } from "./visees";

/** A siting problem read from the data, and all that its answer is told with. */
export interface Probleme {
  readonly depart: Depart;
  readonly postulants: Postulants;
  readonly faits: Faits;
  readonly candidats: Candidats;
  /** The candidates as places, in the order of the matrix. */
  readonly places: SiteList;
  /** Minutes towards the existing sites; null when there are none. */
  readonly existants: Trajets | null;
  /** null when no candidate is left. */
  readonly siting: Siting | null;
  readonly issues: readonly Issue[];
}

/** Minutes that the matrix must hold for each model: within the limit, or nearer than the existing sites. */
const PORTEES: Readonly<Record<SitingModel, (seuil: number, farthest: number) => number>> = {
  mclp: (seuil) => seuil,
  lscp: (seuil) => seuil,
  "p-median": (_, farthest) => farthest,
  "p-center": (_, farthest) => farthest,
};

/** Minutes kept between candidates and demand points, at most: some 300 MB. */
const TRAJETS_MAX = 25_000_000;
/** The same where places are counted: who goes where is then found by flows, which take longer. */
const TRAJETS_PLACES_MAX = 4_000_000;

const trajetsMax = ({ capacites }: ImplantationParams): number => (capacites ? TRAJETS_PLACES_MAX : TRAJETS_MAX);

/** The matrix would not hold in memory; so many candidates would in any case, were each within reach of every point. */
function tropDeTrajets({ depart, candidats: { retenus }, postulants: { mailles } }: Pick<Probleme, "depart" | "candidats" | "postulants">, params: ImplantationParams): Issue {
  const { candidats: lieux, demande, capacites, existants } = params;
  const possible = mailles === undefined ? null : tenablesDe(mailles.habitants, retenus, Math.floor(trajetsMax(params) / depart.rattachement.edge.length));
  return issue("trop-de-trajets", "erreur", { candidats: retenus.length, points: depart.rattachement.edge.length, millions: trajetsMax(params) / 1e6, possible, lieux, cellules: demande === "cellules", places: capacites, existants });
}

/** Minutes to the nearest existing site; Infinity for none. */
function baseOf({ rattachement }: Pick<Depart, "rattachement">, existants: Trajets | null): Float64Array {
  if (existants === null) return new Float64Array(rattachement.edge.length).fill(Number.POSITIVE_INFINITY);
  return existants.depuis(rattachement).minutes.map((minutes) => (Number.isNaN(minutes) ? Number.POSITIVE_INFINITY : minutes));
}

/** Inhabitants of the points that are in the network, as they count; of the other points nothing can be said. @param facteur of each commune */
export function weightOf({ demande, rattachement }: Depart, facteur: Float64Array): Float64Array {
  return demande.habitants.map((habitants, point) => ((rattachement.edge[point] ?? -1) < 0 || Number.isNaN(habitants) ? 0 : habitants * facteur[demande.commune[point]!]!));
}

function farthestOf(weight: Float64Array, base: Float64Array): number {
  return base.reduce((most, minutes, point) => (weight[point]! > 0 && minutes > most ? minutes : most), 0);
}

function* searchExisting(inputs: Inputs, network: RoadNetwork, { existants, cible, candidats }: ImplantationParams): Generator<Progress, { readonly trajets: Trajets | null; readonly issues: readonly Issue[] }, void> {
  if (!existants || inputs.sites?.ids.length === 0) return { trajets: null, issues: [] };
  // Sites added on the map are then candidates: none of them is open yet.
  const selection = candidats === "points" ? { ...inputs.selection, ajouts: [] } : inputs.selection;
  const sites = sitesVises({ ...inputs, selection }, [cible]);
  // Every site left out by the user: there is none, which is said and stops nothing.
  if (!sites.ok) return { trajets: null, issues: warnings(sites.issues) };
  const trajets = yield* scaled(searchTrajets(network, sites.value), step("trajets"), 0.15, 0.25);
  return { trajets: trajets.nombre === 0 ? null : trajets, issues: sites.issues };
}

/** Reads the candidates and the existing sites, and the minutes between them and the demand. Progress from 0.15 to 0.6. */
export function* lireProbleme(inputs: Inputs, network: RoadNetwork, lieux: Territoires, params: ImplantationParams): Generator<Progress, Probleme, void> {
  const { modele, seuil_minutes: seuil, part_pct: part, espacement_km: espacement, limite_secondes: seconds } = params;
  const depart = lieux.cellules ?? lieux.chefs;
  const { trajets: existants, issues } = yield* searchExisting(inputs, network, params);
  const postulants = yield* scaled(lirePostulants(inputs, network, lieux, params), step("sites"), 0.25, 0.26);
  const faits = yield* scaled(lireFaits(inputs, network, lieux, postulants, baseOf(postulants, existants), params), step("trajets"), 0.26, 0.35);
  const candidats = trierCandidats(faits, params);
  const places = lieuxDe(postulants, faits, candidats.retenus);
  const common = { depart, postulants, faits, candidats, places, existants, issues: [...issues, ...viseesIssues(lieux, postulants, faits, params, inputs.perimetre.territoire.nom), ...maillesIssues(lieux, postulants, params), ...candidats.issues] };
  if (common.issues.some(({ severity }) => severity === "erreur")) return { ...common, siting: null };
  const weight = weightOf(depart, facteurs(inputs, lieux, params));
  // Other weights count other points: all of them must have their minutes.
  const [longest, counted] = params.robustesse ? [Math.max(seuil, ...SEUILS), weightOf(depart, facteurs(inputs, lieux, { ...params, ponderation: "habitants" }))] : [seuil, weight];
  const portee = (sites: Trajets | null): number => PORTEES[modele](longest, farthestOf(counted, baseOf(depart, sites)));
  const capacites = yield* lirePlaces(inputs, network, depart, existants, params, candidats.retenus.length, portee);
  const sansLimite = capacites === null ? existants : capacites.sansLimite;
  const matrix = yield* scaled(reachSome(network, pickPoints(postulants.rattachement, candidats.retenus), depart.rattachement, portee(sansLimite), trajetsMax(params)), step("trajets"), 0.38, 0.6);
  if (matrix === null) return { ...common, issues: [...common.issues, tropDeTrajets(common, params)], siting: null };
  const imposed = candidats.retenus.flatMap((i, c) => (faits.imposee[i] === true ? [c] : []));
  const siting: Siting = {
    matrix,
    weight,
    base: baseOf(depart, sansLimite),
    p: nombreMax(params),
    limit: seuil,
    need: part === 100 ? Number.POSITIVE_INFINITY : (part / 100) * sumKnown(weight),
    rules: { imposed, tooNear: tooNear(places.lon, places.lat, espacement), ...budgetDe(params, places.communes) },
    ...(capacites === null ? {} : { capacities: capacites.capacities }),
    names: places.ids,
    seconds,
  };
  return { ...common, siting };
}

export interface Mesure {
  readonly couverts: number;
  /** NaN where some point has no site. */
  readonly moyenne: number;
  readonly pire: number;
}

/** What the minutes of the demand points come to. */
export function mesurer({ weight, limit }: Siting, minutes: Float64Array): Mesure {
  let [couverts, total, people, pire] = [0, 0, 0, 0];
  minutes.forEach((value, point) => {
    const habitants = weight[point]!;
    if (habitants === 0) return;
    if (value <= limit) couverts += habitants;
    total += habitants * value;
    people += habitants;
    pire = Math.max(pire, value);
  });
  const known = Number.isFinite(total);
  return { couverts, moyenne: known ? total / people : Number.NaN, pire: known ? pire : Number.NaN };
}

/** Minutes that count as far: a point without any site is not an infinite gain. */
const FAR = 1e4;

/**
 * A choice in the order it is told: the imposed first, then, one after the other, the site that takes most off what the
 * model counts. Those that take nothing off come last, apart.
 */
export function ordonner(siting: Siting, chosen: readonly number[], modele: SitingModel): { readonly utiles: readonly number[]; readonly inutiles: readonly number[] } {
  const { matrix, weight, base, limit, rules, capacities } = siting;
  const minutesCount = modele === "p-median" || modele === "p-center";
  if (capacities !== undefined) {
    const utiles = minutesCount ? assignInOrder(siting, capacities, chosen) : serveInOrder(siting, capacities, chosen).chosen;
    return { utiles, inutiles: chosen.filter((c) => !utiles.includes(c)) };
  }
  const outside = (point: number, minutes: number): number => (minutes <= limit ? 0 : weight[point]!);
  const minutesOf = (point: number, minutes: number): number => weight[point]! * Math.min(minutes, FAR);
  const cost = minutesCount ? minutesOf : outside;
  const imposed = chosen.flatMap((c, i) => (rules.imposed.includes(c) ? [i] : []));
  const order = chooseGreedily(rowsOf(matrix, chosen), cost, base, { imposed, tooNear: [] }, () => false).chosen;
  const at = (i: number): number => chosen[i]!;
  return { utiles: order.map(at), inutiles: Array.from(chosen.keys()).filter((i) => !order.includes(i)).map(at) };
}
