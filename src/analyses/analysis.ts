import type { MultiPolygon } from "geojson";
import type { View } from "../carto/view";
import type { AideCitee } from "../domain/aides";
import type { EcartsMedecins, EtatCompare } from "../domain/changements";
import type { GenreSite, SelectionSites, SiteList } from "../domain/genre-site";
import type { Issue } from "../domain/issue";
import type { LinearProgram, LinearSolution, SolveRequest } from "../domain/linear-program";
import type { DemandeIsochrones, DemandeMatrice } from "../domain/moteur";
import type { OrigineMinutes } from "../domain/origine-minutes";
import type { Outcome } from "../domain/outcome";
import type { Perimetre, Tuile } from "../domain/perimetre";
import type { Provenance } from "../domain/provenance";
import type { Donnees, ResourceName } from "../domain/ressource";
import type { Sentence } from "../domain/sentence";
import type { Table } from "../domain/table";
import type { Cuts } from "../geo/graph/stitch";
import type { ScenarioVitesses } from "../domain/vitesses";
import type { RoadNetwork } from "../geo/road-network";

/** Which tiles of the region's graph a network is stitched from, and where it is cut. */
export interface Tuilage {
  readonly tuiles: readonly Tuile[];
  readonly cuts: Cuts;
}

/** The road network with where it comes from: the graph and the speed table are resources too. */
export interface Reseau {
  readonly network: RoadNetwork;
  /** The speeds it is weighted with, when they are not the default ones. */
  readonly scenario?: ScenarioVitesses;
  readonly sources: readonly Provenance[];
  /** File of the user's that stands for the embedded graph; null for the embedded one. */
  readonly fichier: string | null;
  /** The tiles it is stitched from; null for a graph that came whole. */
  readonly tuilage: Tuilage | null;
}

/** Everything an analysis may read. Nothing else reaches it. */
export interface Inputs {
  readonly donnees: Donnees;
  readonly perimetre: Perimetre;
  /** Road graph that covers the territory, weighted with the speed table; null when none does. */
  readonly reseau: Reseau | null;
  readonly selection: SelectionSites;
  /** The user's own list: replaces the embedded sites of the analysis's kinds. */
  readonly sites: SiteList | null;
  /** Practitioners supposed: already counted in `donnees`, and said with the result. */
  readonly medecins?: EcartsMedecins;
  /** Aids that the seed documents name; absent for an analysis that reads none. */
  readonly aides?: readonly AideCitee[];
  /** States to compare, each with its changes; absent for an analysis of one state. */
  readonly etats?: readonly EtatCompare[];
  /** Minutes that an outside engine gave, in the place of the network's; absent when none was asked. */
  readonly moteur?: MinutesMoteur;
  /** Zones that an outside engine drew, beside those of the network; absent when none was asked, or none answered. */
  readonly isochrones?: IsochronesMoteur;
}

/** What an outside engine answered, for the chefs-lieux of the territory in the order of its communes. */
export interface MinutesMoteur {
  readonly origine: Extract<OrigineMinutes, { kind: "moteur" }>;
  /** NaN where it gave none. */
  readonly minutes: Float64Array;
  /** Index of the nearest in `sites`; −1 where it gave none. */
  readonly site: Int32Array;
  readonly sites: SiteList;
  readonly sources: readonly Provenance[];
}

/** Zones that an outside engine drew around some sites. `repondus` and `total` of its origin count the sites. */
export interface IsochronesMoteur {
  readonly origine: Extract<OrigineMinutes, { kind: "moteur" }>;
  /** By limit, the shortest first: one zone a site that was answered. */
  readonly zones: readonly (readonly MultiPolygon[])[];
  readonly source: Provenance;
}

/** What an outside engine is asked, and the sites its candidates are indices in. */
export interface Matrice {
  readonly demande: DemandeMatrice;
  readonly sites: SiteList;
}

export interface Progress {
  /** 0 to 1. */
  readonly part: number;
  readonly etape: "sites" | "trajets" | "territoires" | "optimum";
}

/** A resource to load before `compute`: its Haute-Vienne part is enough for « territoire » when the territory lies in Haute-Vienne. */
export interface Besoin {
  readonly ressource: ResourceName;
  readonly etendue: "territoire" | "tout";
}

export type FactValue = string | number | boolean | null;

/**
 * A table beside the result's own: « lignes », as it is; « fiches », one row a thing described, read down; « citations », one row a thing said,
 * what is said first, then by whom and where; « courbes », a first column that the others are curves of; « radar », notes from 0 to 100, one
 * axis a row and one shape a column after the first; « liste », the reader's own list, to order and to write on.
 */
export interface Annexe {
  readonly id: string;
  readonly titre: string;
  readonly forme: "lignes" | "fiches" | "courbes" | "radar" | "liste" | "citations";
  readonly table: Table;
}

export interface Output {
  /**
   * Columns `code`, `nom`, then figures. One row a territory of the chosen level, with `partiel` when straddling; or, when the
   * first view brings its own shapes, one row a shape.
   */
  readonly table: Table;
  readonly views: readonly View[];
  readonly summary: Sentence;
  /** More sentences, each on a part of the result. */
  readonly details?: readonly Sentence[];
  readonly annexes?: readonly Annexe[];
  /** Ids of the views, on one scale, of the states it compares, the first being the one before: to look at side by side, and to print. */
  readonly coteACote?: readonly string[];
  /** Named scalars: top-level keys of the command line's JSON. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly issues: readonly Issue[];
  readonly sources: readonly Provenance[];
  /** Where its minutes come from; absent when it has none. */
  readonly origine?: OrigineMinutes;
  /** The linear programme whose optimum it is, for anyone to check; absent when there is none. */
  readonly programme?: LinearProgram;
}

interface FieldHead {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** Folded away in the form: most readers leave it as it is. */
  readonly avance?: true;
  /** Whether the other parameters make use of it: shown only then. Absent: always. */
  readonly si?: (params: Params) => boolean;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** Weights that go together: a parameter chooses among sets of them, `libre` being the value that leaves them to the user. */
export interface JeuDePoids {
  readonly prereglage: string;
  readonly libre: string;
  /** Sets by value of that parameter; each sums to 100. */
  readonly reglages: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The parameter form of the panel is generated from these. « site »: one of the sites of the analysis's kinds by its id, or « » for all of them. */
export type Field =
  | (FieldHead & { readonly kind: "choix"; readonly options: readonly FieldOption[] })
  | (FieldHead & { readonly kind: "choix-multiple"; readonly options: readonly FieldOption[]; readonly min: number; readonly max: number })
  | (FieldHead & { readonly kind: "site" })
  /** Code of a commune of the region, or « » for what `vide` says. */
  | (FieldHead & { readonly kind: "commune"; readonly vide: string })
  /** Ids of states of the document: the present one, scenarios. None: the first `max` of them. */
  | (FieldHead & { readonly kind: "etats"; readonly max: number })
  /** Codes of communes of the region, `max` at most; with `rangs`, of places in them too, « 87002_3 »: see `shared/rangs.ts`. */
  | (FieldHead & { readonly kind: "communes"; readonly vide: string; readonly rangs?: true; readonly max: number })
  /** The reader's own words on communes, « 87011 texte » each, `max` at most: written where those communes are shown, not in the form. */
  | (FieldHead & { readonly kind: "notes"; readonly max: number })
  /** Places that the reader gives, « 1.25 45.83 nom » each: see `shared/points-donnes.ts`. */
  | (FieldHead & { readonly kind: "points" })
  /** One of several weights that sum to 100. */
  | (FieldHead & { readonly kind: "poids"; readonly jeu: JeuDePoids })
  /** Yes or no. */
  | (FieldHead & { readonly kind: "case" })
  /** `unit` as it is written after the number; « annee » for a year. */
  | (FieldHead & { readonly kind: "curseur"; readonly min: number; readonly max: number; readonly step: number; readonly unit: string });

/** Parameters are plain JSON: saved in the document, in the URL, and given by `--params`. */
export type Params = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What an analysis takes from an outside engine. */
export type DonMoteur = "minutes" | "isochrones";

/** Spaces that are a question put to the map, in the order of the rail. */
export const ESPACES_CARTE = ["explorer", "fragilites", "implanter", "stages"] as const;
export type EspaceCarte = (typeof ESPACES_CARTE)[number];

/** What an analysis is, without its computation: all that the screen needs. The rest stays in the worker. */
export interface Description<P extends Params = Params> {
  /** French, cited by users and by the command line: « densite », « temps-acces ». */
  readonly id: string;
  /** Bumped when the same inputs give other numbers. */
  readonly version: number;
  readonly label: string;
  /** The space it is found in. */
  readonly espace: EspaceCarte;
  /** The question it answers, in plain words. */
  readonly question: string;
  readonly defaults: P;
  readonly fields: readonly Field[];
  /** Column of the table that is read first (sort, comparison, sheet). */
  readonly mainColumn: string;
  /** Its smallest figure is read first (a rank), not its largest. */
  readonly croissant?: true;
  /** Whether `compute` reads the road network. */
  readonly reseau: boolean;
  /** What an outside engine may give it: the minutes, in the place of the network's; isochrones, drawn over ours; nothing. */
  readonly moteurs: DonMoteur | false;
  /** It compares the present state and scenarios, instead of running on one of them. */
  readonly etats?: true;
  /** Each row of its table is a site to open, with its `lon` and `lat`. */
  readonly choixDeSites?: true;
  /** Whether the sites added on the map are places to choose among, not open ones. */
  ajoutsCandidats?(params: P): boolean;
  /** Whether the rows of its table are places, which have no sheet to open. */
  lignesSansFiche?(params: P): boolean;
  parseParams(raw: unknown): Outcome<P>;
  /** Kinds of site whose list the map should show with this result. */
  genres(params: P): readonly GenreSite[];
}

/**
 * How much of the embedded graph an analysis drives on.
 * « proche »: from the territory to the nearest sites, the tiles that takes. « entier »: farther than the nearest sites (from site to
 * site, zones that leave the territory), every tile; in both, Haute-Vienne's own graph where it is enough. « region »: figures of
 * the territory hang on what happens far beyond it, every tile whatever the territory.
 */
export type EtendueGraphe = "proche" | "entier" | "region";

export interface Analysis<P extends Params = Params> extends Description<P> {
  /** Resources to load before `compute`. `liste`: the user's own site list is used. */
  needs(params: P, perimetre: Perimetre, liste: boolean): readonly Besoin[];
  readonly graphe: EtendueGraphe;
  /** Goes first, where how far one drives hangs on the parameters. */
  etendue?(params: P): EtendueGraphe;
  /** The lists of sites `compute` travels to the nearest of, each apart: tiles of the graph are opened for them. None when it does not drive, or drives on the whole graph. */
  destinations(inputs: Inputs, params: P): readonly SiteList[];
  /**
   * Pure and steppable: yields often enough that a slice lasts about 12 ms. A programme is yielded to be solved; what comes
   * back is its solution, or nothing where there is no solver.
   */
  compute(inputs: Inputs, params: P): Generator<Progress | SolveRequest, Output, LinearSolution | void>;
  /** Whether it reads the aids that the seed documents name. */
  readonly aides?: true;
  /** Whether the user's own list of sites may be empty: there is then no site at all. */
  readonly listeVide?: true;
  /** What an outside engine would be asked for, in the place of the network; present when `moteurs` is « minutes ». */
  matrice?(inputs: Inputs, params: P): Outcome<Matrice>;
  /** What an outside engine would be asked to draw; null for nothing. Present when `moteurs` is « isochrones ». */
  aTracer?(inputs: Inputs, params: P): DemandeIsochrones | null;
}
