import type { FeatureCollection } from "geojson";
import type { Output, Params } from "../analyses/analysis";
import type { GenreSite, SelectionSites, SiteList } from "../domain/genre-site";
import type { Issue } from "../domain/issue";
import type { CoucheId } from "../domain/couche";
import type { Niveau, Perimetre, Territoire } from "../domain/perimetre";
import type { Provenance } from "../domain/provenance";
import type { ResourceName } from "../domain/ressource";
import type { Table } from "../domain/table";

/** What the screen needs to draw a territory before any analysis has run. */
export interface TerritoireCharge {
  readonly territoire: Territoire;
  /** Communes of the territory: columns of the `communes` resource. */
  readonly communes: Table;
  /** Outlines by level, features with `properties.code` and `properties.nom`; only communes inside the territory. */
  readonly contours: Readonly<Record<Niveau, FeatureCollection>>;
  /** [west, south, east, north] in degrees, EPSG:4326. */
  readonly bbox: readonly [number, number, number, number];
  readonly issues: readonly Issue[];
}

/** The embedded basemap for a territory, as plain feature collections. */
export interface FondCarte {
  readonly eau: FeatureCollection;
  readonly bois: FeatureCollection;
  readonly rivieres: FeatureCollection;
  readonly routes: FeatureCollection;
  readonly departements: FeatureCollection;
  readonly sources: readonly Provenance[];
  readonly issues: readonly Issue[];
}

/**
 * One optional layer, with what its legend says. Properties the map reads: points `id`, `nom`, `genre` (GenreSite,
 * « mcs », or a centre-sante-… kind); médecins `id` (commune code), `nom`, `medecins`; zonage `zone`; limites none.
 */
export interface CoucheChargee {
  readonly couche: CoucheId;
  readonly features: FeatureCollection;
  readonly count: number;
  readonly sources: readonly Provenance[];
  readonly issues: readonly Issue[];
}

export interface RunRequest {
  readonly analyse: string;
  readonly params: Params;
  readonly perimetre: Perimetre;
  readonly selection: SelectionSites;
  readonly sites: SiteList | null;
}

export interface RunResult {
  /** Hash of analysis id, version, params, perimeter, selection and dataset revisions. */
  readonly key: string;
  readonly output: Output;
}

/** One hit of the search box. */
export interface Trouvaille {
  readonly genre: "commune" | "epci" | "departement" | "etablissement" | "lieu";
  readonly code: string;
  readonly nom: string;
  /** « commune, Haute-Vienne », « maison de santé, Bellac ». */
  readonly detail: string;
  readonly lon: number;
  readonly lat: number;
}

/** A sheet is generated from groups of figures: no component per kind of thing. */
export interface Fiche {
  readonly titre: string;
  readonly sousTitre: string;
  readonly groupes: readonly {
    readonly titre: string;
    readonly lignes: readonly LigneFiche[];
  }[];
  readonly sources: readonly Provenance[];
}

export interface LigneFiche {
  readonly libelle: string;
  /** Already worded in French with its unit; null is shown « pas de donnée ». */
  readonly valeur: string | null;
  /** Same figure for the wider territories, e.g. [{nom: "Haute-Vienne", valeur: "118,2"}]. */
  readonly reperes?: readonly { readonly nom: string; readonly valeur: string | null }[];
  readonly note?: string;
}

export type SujetFiche =
  | { readonly genre: "territoire"; readonly niveau: Niveau; readonly code: string }
  | { readonly genre: "etablissement"; readonly couche: CoucheId; readonly id: string };

/** The typed message table: one line a request, its question and its answer. */
export interface Requests {
  "charger-territoire": { ask: { territoire: string }; answer: TerritoireCharge };
  "charger-fond": { ask: { territoire: string; detail: boolean }; answer: FondCarte };
  "charger-couche": { ask: { couche: CoucheId; territoire: string }; answer: CoucheChargee };
  "sites": { ask: { genres: readonly GenreSite[]; territoire: string; selection: SelectionSites }; answer: SiteList };
  "executer": { ask: RunRequest; answer: RunResult };
  "chercher": { ask: { texte: string; territoire: string }; answer: readonly Trouvaille[] };
  "fiche": { ask: { sujet: SujetFiche; territoire: string }; answer: Fiche };
  /** Everything the Données space shows about the package. */
  "inventaire": { ask: Record<string, never>; answer: readonly (Provenance & { readonly resource: ResourceName; readonly rows: number; readonly bytes: number })[] };
}
export type RequestName = keyof Requests;
export type Ask<N extends RequestName> = Requests[N]["ask"];
export type Answer<N extends RequestName> = Requests[N]["answer"];

export type ToWorker =
  | { [N in RequestName]: { readonly type: "demande"; readonly id: number; readonly name: N; readonly ask: Ask<N> } }[RequestName]
  | { readonly type: "annuler"; readonly id: number };

export type FromWorker =
  | { [N in RequestName]: { readonly type: "reponse"; readonly id: number; readonly name: N; readonly answer: Answer<N> } }[RequestName]
  | { readonly type: "progression"; readonly id: number; readonly part: number }
  /** Expected trouble: the request is refused with its reasons. */
  | { readonly type: "refus"; readonly id: number; readonly issues: readonly Issue[] }
  /** A throw: a defect. The worker stays up. */
  | { readonly type: "panne"; readonly id: number; readonly message: string }
  | { readonly type: "annulee"; readonly id: number };
