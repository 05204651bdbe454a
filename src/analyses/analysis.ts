import type { View } from "../carto/view";
import type { GenreSite, SelectionSites, SiteList } from "../domain/genre-site";
import type { Issue } from "../domain/issue";
import type { Outcome } from "../domain/outcome";
import type { Perimetre } from "../domain/perimetre";
import type { Provenance } from "../domain/provenance";
import type { Donnees, ResourceName } from "../domain/ressource";
import type { Sentence } from "../domain/sentence";
import type { Table } from "../domain/table";
import type { ScenarioVitesses } from "../domain/vitesses";
import type { RoadNetwork } from "../geo/road-network";

/** The road network with where it comes from: the graph and the speed table are resources too. */
export interface Reseau {
  readonly network: RoadNetwork;
  /** The speeds it is weighted with, when they are not the default ones. */
  readonly scenario?: ScenarioVitesses;
  readonly sources: readonly Provenance[];
  /** File of the user's that stands for the embedded graph; null for the embedded one. */
  readonly fichier: string | null;
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
}

export interface Progress {
  /** 0 to 1. */
  readonly part: number;
  readonly etape: "sites" | "trajets" | "territoires";
}

/** A resource to load before `compute`: its Haute-Vienne part is enough for « territoire » when the territory lies in Haute-Vienne. */
export interface Besoin {
  readonly ressource: ResourceName;
  readonly etendue: "territoire" | "tout";
}

export type FactValue = string | number | boolean | null;

export interface Output {
  /**
   * Columns `code`, `nom`, then figures. One row a territory of the chosen level, with `partiel` when straddling; or, when the
   * first view brings its own shapes, one row a shape.
   */
  readonly table: Table;
  readonly views: readonly View[];
  readonly summary: Sentence;
  /** Named scalars: top-level keys of the command line's JSON. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly issues: readonly Issue[];
  readonly sources: readonly Provenance[];
}

interface FieldHead {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
}

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

/** The parameter form of the panel is generated from these. « site »: one of the sites of the analysis's kinds by its id, or « » for all of them. */
export type Field =
  | (FieldHead & { readonly kind: "choix"; readonly options: readonly FieldOption[] })
  | (FieldHead & { readonly kind: "choix-multiple"; readonly options: readonly FieldOption[]; readonly min: number; readonly max: number })
  | (FieldHead & { readonly kind: "site" })
  | (FieldHead & { readonly kind: "curseur"; readonly min: number; readonly max: number; readonly step: number; readonly unit: string });

/** Parameters are plain JSON: saved in the document, in the URL, and given by `--params`. */
export type Params = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What an analysis is, without its computation: all that the screen needs. The rest stays in the worker. */
export interface Description<P extends Params = Params> {
  /** French, cited by users and by the command line: « densite », « temps-acces ». */
  readonly id: string;
  /** Bumped when the same inputs give other numbers. */
  readonly version: number;
  readonly label: string;
  /** The question it answers, in plain words. */
  readonly question: string;
  readonly defaults: P;
  readonly fields: readonly Field[];
  /** Column of the table that is read first (sort, comparison, sheet). */
  readonly mainColumn: string;
  /** Whether `compute` reads the road network. */
  readonly reseau: boolean;
  parseParams(raw: unknown): Outcome<P>;
  /** Kinds of site whose list the map should show with this result. */
  genres(params: P): readonly GenreSite[];
}

export interface Analysis<P extends Params = Params> extends Description<P> {
  /** Resources to load before `compute`. `liste`: the user's own site list is used. */
  needs(params: P, perimetre: Perimetre, liste: boolean): readonly Besoin[];
  /** Pure and steppable: yields often enough that a slice lasts about 12 ms. */
  compute(inputs: Inputs, params: P): Generator<Progress, Output, void>;
}
