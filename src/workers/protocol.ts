import type { Output, Params } from "../analyses/analysis";
import type { ChangementsDirect } from "../analyses/temps-acces/changements";
import type { CalageCharge } from "../domain/calage";
import type { EcartsMedecins, EtatCompare } from "../domain/changements";
import type { CoucheChargee, FondCarte, TerritoireCharge, TerritoireEntier, Trouvaille } from "../domain/chargement";
import type { CoucheId } from "../domain/couche";
import type { FaitsFiche, SujetFiche, SujetTerritoire } from "../domain/fiche";
import type { GenreSite, SelectionSites, SiteList } from "../domain/genre-site";
import type { Issue } from "../domain/issue";
import type { DemandeMoteur } from "../domain/moteur";
import type { Niveau, Perimetre } from "../domain/perimetre";
import type { LieuProfil } from "../domain/profil";
import type { Importable, TableImportee } from "../domain/table-importee";
import type { Provenance } from "../domain/provenance";
import type { ChoixReseau, ReseauImporte } from "../domain/reseau";
import type { ResourceName } from "../domain/ressource";
import type { KmhParCle, ScenarioVitesses } from "../domain/vitesses";

export interface RunRequest {
  readonly analyse: string;
  readonly params: Params;
  readonly perimetre: Perimetre;
  readonly selection: SelectionSites;
  readonly sites: SiteList | null;
  /** Null at the default speeds, and for an analysis that does not drive. */
  readonly vitesses: ScenarioVitesses | null;
  /** Practitioners supposed; absent when there are none. */
  readonly medecins?: EcartsMedecins;
  /** States to compare; absent for an analysis of one state. */
  readonly etats?: readonly EtatCompare[];
  /** Imported network that stands for the embedded graph; its id is part of the key. */
  readonly reseau: ChoixReseau | null;
  /** An outside engine to ask for the minutes, under the user's consent; null: local computation. */
  readonly moteur: DemandeMoteur | null;
}

/** A file small enough to be read at once. */
export interface FichierEntier {
  readonly name: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A file of the user's as the worker reads it: the DOM `File` fits, and crosses without being copied. */
export interface FichierEnFlux {
  readonly name: string;
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

export interface ReseauLu {
  readonly reseau: ReseauImporte;
  /** What was mended or supposed on the way. */
  readonly issues: readonly Issue[];
}

export interface RunResult {
  /** Hash of analysis id, version, params, perimeter, selection and dataset revisions. */
  readonly key: string;
  readonly output: Output;
}

/** « 120 sur 195 »: what a share counts, when it can be counted. */
export interface Compte {
  readonly fait: number;
  readonly total: number;
}

/** A hit before its wording: `nature` and `situation` become « maison de santé, Bellac » in the store. */
export interface TrouvailleBrute extends Omit<Trouvaille, "detail"> {
  readonly nature: GenreSite | null;
  /** Name of the commune, or of the département of a commune or EPCI; null when unknown. */
  readonly situation: string | null;
}

/** The typed message table: one line a request, its question and its answer. */
export interface Requests {
  /** With the outlines of the communes and of one level. */
  "charger-territoire": { ask: { territoire: string; niveau: Niveau }; answer: TerritoireCharge };
  "charger-contours": { ask: { territoire: string; niveau: Niveau }; answer: TerritoireEntier["contours"] };
  "charger-fond": { ask: { territoire: string }; answer: FondCarte };
  /** `corrections`: places known from other sources are drawn with those of the registers. */
  "charger-couche": { ask: { couche: CoucheId; territoire: string; corrections: boolean }; answer: CoucheChargee };
  "sites": { ask: { genres: readonly GenreSite[]; territoire: string; selection: SelectionSites }; answer: SiteList };
  "executer": { ask: RunRequest; answer: RunResult };
  /** Names what the result would be made of today; `listes`: the resources of it that are the user's own. */
  "cle": { ask: RunRequest; answer: { readonly cle: string; readonly listes: readonly string[] } };
  /** Stops asking the outside engine: what it answered so far becomes the result of the request that is running. */
  "arreter-moteur": { ask: Record<string, never>; answer: null };
  /** A search kept while a site is moved by hand; null where the run has no minutes to follow. The page must show the result of the same run. */
  "direct-ouvrir": { ask: { demande: RunRequest; id: string }; answer: { session: number | null } };
  /** Moves a site of that search; null when the worker no longer holds it. `mailles`: the squares are on screen. `ms`: time in the worker. */
  "direct-deplacer": { ask: { session: number; id: string; lon: number; lat: number; mailles: boolean }; answer: (ChangementsDirect & { readonly ms: number }) | null };
  "direct-fermer": { ask: { session: number }; answer: null };
  /** The default speeds, and those of a scenario. */
  "vitesses": { ask: { scenario: ScenarioVitesses | null }; answer: { readonly defaut: KmhParCle; readonly supposees: KmhParCle; readonly secondesVille: number } };
  "chercher": { ask: { texte: string; territoire: string }; answer: readonly TrouvailleBrute[] };
  "fiche": { ask: { sujet: SujetFiche; territoire: string }; answer: FaitsFiche };
  /** The fragility of a place (rank 0), then of the wider ones it is read against; null beyond the last. */
  "profil": { ask: { sujet: SujetTerritoire; rang: number }; answer: LieuProfil | null };
  /** Reads a road file of the user's and keeps its graph. `date`: epoch milliseconds. */
  "importer-reseau": { ask: { fichier: FichierEnFlux; date: number }; answer: ReseauLu };
  "reseaux": { ask: Record<string, never>; answer: readonly ReseauImporte[] };
  /** Answers what is left, and whether the browser forgot the one to remove. */
  "retirer-reseau": { ask: { id: string }; answer: { readonly retire: boolean; readonly reseaux: readonly ReseauImporte[] } };
  /** Reads a table of the user's, which then stands for a resource of the package. `date`: epoch milliseconds. */
  "importer-table": { ask: { ressource: Importable; fichier: FichierEntier; date: number }; answer: { readonly importee: TableImportee; readonly issues: readonly Issue[] } };
  "tables": { ask: Record<string, never>; answer: readonly TableImportee[] };
  /** Answers what is left, and whether the browser forgot the one to remove. */
  "retirer-table": { ask: { ressource: Importable }; answer: { readonly retiree: boolean; readonly tables: readonly TableImportee[] } };
  /** Our minutes against METRIC's, for the Méthode space. */
  "calage": { ask: Record<string, never>; answer: CalageCharge };
  /** Everything the Données space shows about the package. */
  "inventaire": { ask: Record<string, never>; answer: readonly (Provenance & { readonly resource: ResourceName; readonly rows: number; readonly bytes: number })[] };
}
export type RequestName = keyof Requests;
export type Ask<N extends RequestName> = Requests[N]["ask"];
export type Answer<N extends RequestName> = Requests[N]["answer"];

export type ToWorker =
  /** First message: address of the page, against which `donnees/` is resolved. */
  | { readonly type: "depart"; readonly base: string }
  | { [N in RequestName]: { readonly type: "demande"; readonly id: number; readonly name: N; readonly ask: Ask<N> } }[RequestName]
  | { readonly type: "annuler"; readonly id: number };

export type FromWorker =
  | { [N in RequestName]: { readonly type: "reponse"; readonly id: number; readonly name: N; readonly answer: Answer<N> } }[RequestName]
  | { readonly type: "progression"; readonly id: number; readonly part: number; readonly compte?: Compte }
  /** Expected trouble: the request is refused with its reasons. */
  | { readonly type: "refus"; readonly id: number; readonly issues: readonly Issue[] }
  /** A throw: a defect. The worker stays up. */
  | { readonly type: "panne"; readonly id: number; readonly message: string }
  | { readonly type: "annulee"; readonly id: number };
