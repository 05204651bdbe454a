import type { FeatureCollection } from "geojson";
import type { CoucheId } from "./couche";
import type { Issue } from "./issue";
import type { Niveau, NiveauEmbarque, Territoire } from "./perimetre";
import type { Provenance } from "./provenance";
import type { Table } from "./table";

/** Outlines by level, features with `properties.code` and `properties.nom`: the communes at once, other levels when they are asked for. */
export type Contours = { readonly commune: FeatureCollection } & Readonly<Partial<Record<Niveau, FeatureCollection>>>;

/** The basemap as the map draws it: tiles cut ahead. Documents draw `FondCarte`. */
export interface FondTuiles {
  /** Address of the tiles of one zoom, relative to the page, `{z}` in the place of the zoom. */
  readonly archives: string;
  readonly sources: readonly Provenance[];
}

/** What the screen needs to draw a territory before any analysis has run. */
export interface TerritoireCharge {
  readonly territoire: Territoire;
  /** Communes of the territory: columns of the `communes` resource. */
  readonly communes: Table;
  /** Made of the communes inside the territory. */
  readonly contours: Contours;
  /** [west, south, east, north] in degrees, EPSG:4326. */
  readonly bbox: readonly [number, number, number, number];
  /** null where no tile is cut: from the command line. */
  readonly fond: FondTuiles | null;
  readonly issues: readonly Issue[];
}

/** The same with the outlines of every level. */
export type TerritoireEntier = TerritoireCharge & { readonly contours: Readonly<Record<NiveauEmbarque, FeatureCollection>> };

/** The embedded basemap for a territory, as plain feature collections: what documents draw. */
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
 * One optional layer, with what its legend says. Point features carry `id`, `nom`, `genre` and `code_commune`
 * (`medecins` also `code` and `nombre`), limits `code` and `nom`, zonage the properties of its resource.
 */
export interface CoucheChargee {
  readonly couche: CoucheId;
  readonly features: FeatureCollection;
  readonly count: number;
  readonly sources: readonly Provenance[];
  readonly issues: readonly Issue[];
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
  /** Layer of an établissement: with `code`, what its sheet is asked by. */
  readonly couche: CoucheId | null;
}
