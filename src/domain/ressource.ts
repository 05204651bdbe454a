import type { FeatureCollection } from "geojson";
import type { Topology } from "topojson-specification";
import type { Provenance } from "./provenance";
import type { Table } from "./table";

/** The road graph of the region, cut by département: see `Tuile`. */
export const RESSOURCES_TUILES = [
  "graphe-16",
  "graphe-17",
  "graphe-19",
  "graphe-23",
  "graphe-24",
  "graphe-33",
  "graphe-40",
  "graphe-47",
  "graphe-64",
  "graphe-79",
  "graphe-86",
  "graphe-87",
] as const;

/** Every resource of data/datapackage.json that the app or the command line reads. */
export const RESSOURCES = [
  "communes",
  "territoires",
  "zonage-communes",
  "bpe",
  "apl",
  "revenus",
  "departements-professions",
  "departements-apl",
  "departements-ages",
  "etablissements",
  "urgences",
  "urgences-communes",
  "corrections",
  "communes-couronne",
  "cellules",
  "services",
  "lieux-dits",
  "zonage",
  "msp",
  "centres-sante",
  "stages",
  "contours-87",
  "contours-na",
  "contours-departements",
  "rivieres",
  "eau-bois-87",
  "eau-bois-na",
  "routes-87",
  "routes-na",
  "graphe-hv50",
  ...RESSOURCES_TUILES,
  "vitesses",
  "calage",
  "calage-departements",
] as const;

/** Tables that only the user can bring: the package has none, and until one is imported they have no row. */
export const RESSOURCES_IMPORTEES = ["zonage-compare", "ages-medecins", "cpts", "soins-non-programmes", "secteurs-garde", "hebergements", "consultations"] as const;
export type RessourceImportee = (typeof RESSOURCES_IMPORTEES)[number];
export type ResourceName = (typeof RESSOURCES)[number] | RessourceImportee;

/**
 * One dataset as the analyses see it: a table, its geometry when it has one that is not
 * plain lon/lat columns, and where it comes from. Points carry `lon` and `lat` columns (EPSG:4326).
 */
export interface Dataset {
  readonly name: ResourceName;
  readonly table: Table;
  readonly features?: FeatureCollection;
  /** Outlines, roads, water and woods come as TopoJSON, decoded (geo) by who needs them; the table is then empty. */
  readonly topologie?: Topology;
  readonly provenance: Provenance;
  /** When the user brought it, epoch milliseconds; absent for what comes with the package. */
  readonly importee?: number;
}

export type Donnees = Readonly<Partial<Record<ResourceName, Dataset>>>;

export function isImportee(name: ResourceName): name is RessourceImportee {
  return (RESSOURCES_IMPORTEES as readonly string[]).includes(name);
}
