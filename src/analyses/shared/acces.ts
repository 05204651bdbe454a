import { type CibleSite, type GenreSite, ID_AJOUT, ID_LISTE, SELECTION_PAR_DEFAUT, type SiteList } from "../../domain/genre-site";
import { type Issue, issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Provenance } from "../../domain/provenance";
import type { ResourceName } from "../../domain/ressource";
import type { Table } from "../../domain/table";
import type { Attachments } from "../../geo/attachments";
import type { Besoin, Inputs, Progress } from "../analysis";
import { estimateTrajets, numberPoints, type PointsDe, SOURCE_ESTIMATION } from "./estimation";
import { type Groupes, groupCommunes } from "./groupes";
import { readTrajets } from "./moteur";
import { attachPoints, cellulesHabitees, chefsLieux, type Demande } from "./points";
import { noSite, ownSites, resourcesOf, sitesOf } from "./sites";
import { ownSource, requireTable, sourcesOf } from "./sources";
import { farIssue, scaled, searchTrajets, type Trajets } from "./trajets";

/** Minutes of demand points, and what must be said of them. */
export interface Depart {
  readonly demande: Demande;
  /** Where each joins the network. */
  readonly rattachement: Attachments;
}

/** The territory, its rows and its demand points joined to the road; `cellules` is null when they are not read. */
export interface Territoires {
  readonly communes: Table;
  readonly groupes: Groupes;
  readonly chefs: Depart;
  readonly cellules: Depart | null;
}

export const step = (etape: Progress["etape"]) => (part: number): Progress => ({ part, etape });

/** The sites to travel to: the user's own list stands for the kinds when there is one. */
export function sitesVises(inputs: Inputs, genres: readonly GenreSite[]): Outcome<SiteList> {
  if (inputs.sites === null) return sitesOf(genres, inputs.donnees, inputs.selection);
  const kept = ownSites(inputs.sites, inputs.selection);
  return kept.ids.length === 0 ? failure(noSite(["liste"])) : success(kept);
}

export function ciblesVisees(inputs: Inputs, genres: readonly GenreSite[]): readonly CibleSite[] {
  return inputs.sites === null ? genres : ["liste"];
}

/** Reads the territory and joins its points to the road; where there is none, numbers them. Progress from 0 to `end`. */
export function* openTerritoires(inputs: Inputs, withCells: boolean, end: number): Generator<Progress, Territoires, void> {
  const { donnees, perimetre, reseau, moteur } = inputs;
  const communes = requireTable(donnees, "communes");
  const groupes = groupCommunes(perimetre, communes, requireTable(donnees, "territoires"));
  const wrap = step("sites");
  const attach = function* (table: Table, demande: Demande, first: number, from: number, to: number): Generator<Progress, Depart, void> {
    if (reseau === null || moteur !== undefined) return { demande, rattachement: numberPoints({ table, demande }, first) };
    return { demande, rattachement: yield* scaled(attachPoints(reseau.network, table, demande), wrap, from, to) };
  };
  const chefs = yield* attach(communes, chefsLieux(groupes, communes), 0, 0, end / 5);
  if (!withCells) return { communes, groupes, chefs, cellules: null };
  const table = requireTable(donnees, "cellules");
  return { communes, groupes, chefs, cellules: yield* attach(table, cellulesHabitees(groupes, communes, table), groupes.communes.length, end / 5, end) };
}

/** Whether minutes can be given: a graph is there and every chef-lieu of the territory is in it. */
export function isCovered({ chefs }: Territoires): boolean {
  return chefs.rattachement.edge.every((edge) => edge >= 0);
}

/** What the road network is when it is not the embedded one, and whether it holds the territory. */
export function reseauIssues(lieux: Territoires, { reseau, perimetre: { territoire } }: Inputs): readonly Issue[] {
  const fichier = reseau?.fichier ?? null;
  if (fichier === null) return isCovered(lieux) ? [] : [issue("graphe-non-charge", "avertissement", { territoire: territoire.nom })];
  return isCovered(lieux) ? [issue("reseau-importe", "information", { fichier })] : [issue("reseau-hors-territoire", "avertissement", { fichier, territoire: territoire.nom })];
}

/** Minutes of each point; all NaN without a search. */
export function minutesFrom({ rattachement }: Depart, trajets: Trajets | null): Float64Array {
  return trajets?.depuis(rattachement).minutes ?? new Float64Array(rattachement.edge.length).fill(Number.NaN);
}

/** One error for each list of which no site is in the network: there is nowhere to go. */
export function emptyIssues(trajets: readonly Trajets[], cibles: readonly (readonly CibleSite[])[]): readonly Issue[] {
  return trajets.flatMap(({ nombre }, index) => (nombre > 0 ? [] : [noSite(cibles[index] ?? [])]));
}

/** The points of the territory in the order they are numbered in. */
function pointsOf({ communes, chefs, cellules }: Territoires, { donnees }: Inputs): readonly PointsDe[] {
  const cells = cellules === null ? [] : [{ table: requireTable(donnees, "cellules"), demande: cellules.demande }];
  return [{ table: communes, demande: chefs.demande }, ...cells];
}

/**
 * Minutes towards one list of sites: by the road; as the crow flies where no graph is at hand; or as an outside engine
 * gave them. One origin for the whole result. Progress from `from` to `to`.
 */
export function* travel(inputs: Inputs, lieux: Territoires, sites: SiteList, from: number, to: number): Generator<Progress, Trajets, void> {
  if (inputs.moteur !== undefined) return readTrajets(inputs.moteur);
  const steps = inputs.reseau === null ? estimateTrajets(pointsOf(lieux, inputs), sites) : searchTrajets(inputs.reseau.network, sites);
  return yield* scaled(steps, step("trajets"), from, to);
}

/** Names listed in an issue before the rest is only counted. */
const NOMS_CITES = 3;

const isOwn = (id: string): boolean => id.startsWith(ID_LISTE) || id.startsWith(ID_AJOUT);

/** Sites of the user, listed or added, that are out of the network: embedded ones far away are no trouble of theirs. */
function outsideIssue(trajets: readonly Trajets[]): Issue | null {
  const noms = trajets.flatMap(({ sites, rattachement }) =>
    sites.noms.filter((_, index) => isOwn(sites.ids[index] ?? "") && rattachement.edge[index] === -1),
  );
  return noms.length === 0 ? null : issue("site-hors-graphe", "avertissement", { nom: noms.slice(0, NOMS_CITES).join(", "), nombre: noms.length });
}

/** Chefs-lieux that no open road leads from to any site of some list: closed roads cut them off. */
function coupeesIssue({ rattachement }: Depart, trajets: readonly Trajets[]): Issue | null {
  const lists = trajets.filter(({ nombre }) => nombre > 0).map((one) => one.depuis(rattachement).minutes);
  const cut = rattachement.edge.filter((edge, i) => edge >= 0 && lists.some((minutes) => Number.isNaN(minutes[i]))).length;
  return cut === 0 ? null : issue("communes-coupees", "avertissement", { nombre: cut });
}

/** What the minutes must be read with: sites left out, points far from the road, the edge of the data. */
export function accesIssues({ reseau }: Inputs, { chefs, cellules }: Territoires, trajets: readonly Trajets[], limites: number): readonly Issue[] {
  const own = trajets.filter(({ sites }) => sites.ids.some(isOwn));
  const far = farIssue([chefs, ...(cellules === null ? [] : [cellules]), ...own].map(({ rattachement }) => rattachement));
  const edge = limites > 0 ? issue("limite-donnees", "avertissement", { nombre: limites }) : null;
  const cut = reseau?.scenario === undefined ? null : coupeesIssue(chefs, trajets);
  return [outsideIssue(trajets), far, cut, edge].filter((found) => found !== null);
}

/** Resources an analysis of minutes reads: the sites of its kinds, where people live, the levels. */
export function accesNeeds(genres: readonly GenreSite[], withCells: boolean): readonly Besoin[] {
  const sites = resourcesOf(genres, SELECTION_PAR_DEFAUT).map((ressource): Besoin => ({ ressource, etendue: "tout" }));
  const places: readonly Besoin[] = [
    ...(sites.some(({ ressource }) => ressource === "communes") ? [] : [{ ressource: "communes", etendue: "territoire" } as const]),
    { ressource: "territoires", etendue: "tout" },
    ...(withCells ? [{ ressource: "cellules", etendue: "territoire" } as const] : []),
  ];
  return [...sites, ...places];
}

/** Provenance of the sites and of the inhabitants. */
export function lieuxSources(inputs: Inputs, genres: readonly GenreSite[], withCells: boolean): readonly Provenance[] {
  const names: readonly ResourceName[] = [
    ...resourcesOf(genres, inputs.selection),
    "communes",
    "territoires",
    ...(withCells ? (["cellules"] as const) : []),
  ];
  return [...ownSource(inputs.sites), ...sourcesOf(names, inputs.donnees)];
}

/** Provenance of a result of minutes: sites, inhabitants, then what gave the minutes. */
export function accesSources(inputs: Inputs, genres: readonly GenreSite[], withCells: boolean): readonly Provenance[] {
  const minutes = inputs.moteur?.sources ?? inputs.reseau?.sources ?? [SOURCE_ESTIMATION];
  return [...lieuxSources(inputs, genres, withCells), ...minutes];
}
