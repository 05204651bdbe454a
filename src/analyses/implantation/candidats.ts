import type { SiteList } from "../../domain/genre-site";
import { type Issue, issue, type RegleCandidat } from "../../domain/issue";
import { findColumn, indexBy, numberValues, type Table, textValues } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import type { RoadNetwork } from "../../geo/road-network";
import { type ReachMatrix, reachMatrix } from "../../geo/siting/reach-matrix";
import { snapPoints } from "../../geo/snap";
import type { Inputs } from "../analysis";
import type { Territoires } from "../shared/acces";
import { joinNumbers } from "../shared/groupes";
import { requireTable } from "../shared/sources";
import { citerCommunes } from "./citer-communes";
import type { ImplantationParams } from "./description";
import { communesDuChoix, estVisee, type Postulants } from "./postulants";

/** What the rules are told of the places that stand for the choice, in their order. */
export interface Faits {
  readonly codes: readonly string[];
  readonly noms: readonly string[];
  /** Code of the commune each is in, and its name; « » outside the territory. */
  readonly communes: readonly string[];
  readonly nomsCommunes: readonly string[];
  /** Same place as one before. */
  readonly doublon: readonly boolean[];
  /** By the user, themselves or with their commune. */
  readonly imposee: readonly boolean[];
  readonly interdite: readonly boolean[];
  readonly dansLeReseau: readonly boolean[];
  readonly zone: readonly (string | null)[];
  /** Counts of the BPE, by column. */
  readonly services: Readonly<Record<string, Float64Array>>;
  /** Inhabitants and general practitioners of the communes whose chef-lieu is around the place. */
  readonly habitants: Float64Array;
  readonly medecins: Float64Array;
  /** Minutes from the place to the nearest existing site; Infinity for none. */
  readonly existant: Float64Array;
}

interface Regle {
  readonly nom: RegleCandidat;
  keeps(faits: Faits, place: number, params: ImplantationParams): boolean;
  /** Least change of the parameter that would keep one of these; null when it is no figure. */
  relax(faits: Faits, places: readonly number[]): number | null;
}

const most = (values: Float64Array, places: readonly number[]): number => Math.floor(Math.max(...places.map((i) => values[i] ?? 0)));

/** The rules in the order they are applied, which is that of the form. */
const REGLES: readonly Regle[] = [
  { nom: "territoire", keeps: ({ communes }, i) => communes[i] !== "", relax: () => null },
  { nom: "doublon", keeps: ({ doublon }, i) => doublon[i] !== true, relax: () => null },
  { nom: "reseau", keeps: ({ dansLeReseau }, i) => dansLeReseau[i] === true, relax: () => null },
  { nom: "interdite", keeps: ({ interdite }, i) => interdite[i] !== true, relax: () => null },
  { nom: "habitants", keeps: ({ habitants }, i, params) => habitants[i]! >= params.habitants_min, relax: ({ habitants }, left) => most(habitants, left) },
  { nom: "medecins", keeps: ({ medecins }, i, params) => medecins[i]! >= params.medecins_min, relax: ({ medecins }, left) => most(medecins, left) },
  { nom: "eloignement", keeps: ({ existant }, i, params) => existant[i]! >= params.eloignement_min, relax: ({ existant }, left) => most(existant, left) },
  { nom: "zonage", keeps: ({ zone }, i, { zonage }) => zone[i] === null || zonage.includes(zone[i] ?? ""), relax: () => null },
  { nom: "services", keeps: ({ services }, i, params) => params.services.every((nom) => (services[nom]?.[i] ?? 0) > 0), relax: () => null },
];

export interface Candidats {
  /** Candidates, by their position among the places, ascending. */
  readonly retenus: readonly number[];
  /** The rule that left each place out; null for a candidate. */
  readonly ecart: readonly (RegleCandidat | null)[];
  readonly issues: readonly Issue[];
}

/** Columns of the BPE that a rule may ask for. */
const SERVICES = ["medecins_generalistes", "pharmacies", "laboratoires"] as const;

/** Names cited in an issue before the rest is only counted. */
const CITES = 12;

/** Rules that an imposed commune does not pass over: nothing can be opened there, or not twice. */
const TOUJOURS: ReadonlySet<RegleCandidat> = new Set(["territoire", "doublon", "reseau"]);

/** What is said of some places left out: their names; of cells, which are many, how many there are in each commune. */
function cites(faits: Faits, out: readonly number[], params: ImplantationParams): { readonly noms: string; readonly autres: number } {
  if (params.candidats !== "cellules") return { noms: out.slice(0, CITES).map((i) => `${faits.noms[i]} (${faits.codes[i]})`).join(", "), autres: Math.max(out.length - CITES, 0) };
  const counts = new Map<string, number>();
  for (const i of out) counts.set(faits.nomsCommunes[i]!, (counts.get(faits.nomsCommunes[i]!) ?? 0) + 1);
  return citerCommunes([...counts.keys()], [...counts.values()]);
}

function ecartIssue(faits: Faits, nom: RegleCandidat, out: readonly number[], params: ImplantationParams): Issue {
  // A point that cannot be one is perhaps a slip of the user's: said louder than what a rule of theirs does.
  const severity = params.candidats === "points" && TOUJOURS.has(nom) ? "avertissement" : "information";
  return issue("candidats-ecartes", severity, { regle: nom, nombre: out.length, ...cites(faits, out, params), lieux: params.candidats });
}

/** Applies the rules one after the other; imposed communes pass them all, but for the network. */
export function trierCandidats(faits: Faits, params: ImplantationParams): Candidats {
  const ecart: (RegleCandidat | null)[] = faits.codes.map(() => null);
  const issues: Issue[] = [];
  let left: readonly number[] = Array.from(faits.codes.keys());
  for (const regle of REGLES) {
    const passes = (i: number): boolean => regle.keeps(faits, i, params) || (!TOUJOURS.has(regle.nom) && faits.imposee[i] === true);
    const out = left.filter((i) => !passes(i));
    const kept = left.filter(passes);
    for (const i of out) ecart[i] = regle.nom;
    if (out.length > 0) issues.push(ecartIssue(faits, regle.nom, out, params));
    if (kept.length === 0 && left.length > 0) issues.push(issue("aucun-candidat", "erreur", { regle: regle.nom, nombre: left.length, possible: regle.relax(faits, left), lieux: params.candidats }));
    left = kept;
  }
  return { retenus: left, ecart, issues };
}

/** Sums of a count a point over the points around each candidate; NaN for one out of the network, around which nothing is known. */
function around({ candidates, start, point }: ReachMatrix, { edge }: Attachments, values: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: candidates }, (_, c) => {
    if (edge[c]! < 0) return Number.NaN;
    let sum = 0;
    for (let at = start[c]!; at < start[c + 1]!; at += 1) sum += Number.isNaN(values[point[at]!]!) ? 0 : values[point[at]!]!;
    return sum;
  });
}

/** A count of a table; none known where it has no such column. */
function countOf(table: Table, name: string): Float64Array {
  return findColumn(table, name)?.type === "nombre" ? numberValues(table, name) : new Float64Array(table.length).fill(Number.NaN);
}

/** Every commune of the region and of its ring: where the people and the doctors around a candidate are counted. */
interface Voisinage {
  readonly points: Attachments;
  readonly habitants: readonly number[];
  readonly medecins: readonly number[];
}

function voisinage({ graph, edges }: RoadNetwork, { donnees }: Inputs): Voisinage {
  const [communes, bpe, couronne] = [requireTable(donnees, "communes"), requireTable(donnees, "bpe"), requireTable(donnees, "communes-couronne")];
  const rows = indexBy(bpe, "code");
  const medecins = countOf(bpe, "medecins_generalistes");
  const both = (name: "lon" | "lat"): readonly number[] => [...numberValues(communes, name), ...numberValues(couronne, name)];
  return {
    points: snapPoints(graph, both("lon"), both("lat"), edges),
    habitants: [...numberValues(communes, "population"), ...countOf(couronne, "population_2021")],
    medecins: [...textValues(communes, "code").map((code) => medecins[rows.get(code ?? "") ?? -1] ?? Number.NaN), ...countOf(couronne, "medecins_generalistes")],
  };
}

/** What the rules need to know. Yields the share done. @param existant minutes of each place to an existing site */
export function* lireFaits(inputs: Inputs, network: RoadNetwork, lieux: Territoires, postulants: Postulants, existant: Float64Array, { rayon_minutes: rayon, interdites }: ImplantationParams): Generator<number, Faits, void> {
  const { donnees } = inputs;
  const { communes, groupes } = lieux;
  const { codes, noms, commune, rattachement, doublon, imposee } = postulants;
  const [bpe, zonage] = [requireTable(donnees, "bpe"), requireTable(donnees, "zonage-communes")];
  const zones = indexBy(zonage, "code");
  const zone = textValues(zonage, "zone");
  const voisins = voisinage(network, inputs);
  const matrix = yield* reachMatrix(network, rattachement, voisins.points, rayon);
  const territoire = communesDuChoix(lieux);
  const siens = Array.from(commune, (i) => territoire.codes[i] ?? "");
  const ofPlaces = (values: Float64Array): Float64Array => Float64Array.from(commune, (i) => values[i] ?? Number.NaN);
  const counted = SERVICES.filter((nom) => findColumn(bpe, nom)?.type === "nombre");
  return {
    codes,
    noms,
    communes: siens,
    nomsCommunes: Array.from(commune, (i) => territoire.noms[i] ?? ""),
    doublon,
    imposee,
    interdite: codes.map((code, i) => estVisee(interdites, siens[i], code, true)),
    dansLeReseau: Array.from(rattachement.edge, (edge) => edge >= 0),
    zone: siens.map((code) => zone[zones.get(code) ?? -1] ?? null),
    services: Object.fromEntries(counted.map((nom) => [nom, ofPlaces(joinNumbers(groupes, communes, bpe, nom, 0))])),
    habitants: around(matrix, rattachement, voisins.habitants),
    medecins: around(matrix, rattachement, voisins.medecins),
    existant,
  };
}

/** Candidates as places one travels to. */
export function lieuxDe({ lon, lat }: Postulants, { codes, noms, communes }: Faits, rows: readonly number[]): SiteList {
  const text = (values: readonly string[]): readonly string[] => rows.map((i) => values[i] ?? "");
  const at = (values: Float64Array): Float64Array => Float64Array.from(rows, (i) => values[i] ?? Number.NaN);
  return { ids: text(codes), noms: text(noms), communes: text(communes), lon: at(lon), lat: at(lat), capacite: new Float64Array(rows.length).fill(Number.NaN) };
}
