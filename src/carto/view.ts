import type { FeatureCollection } from "geojson";
import type { Niveau } from "../domain/perimetre";
import type { Quality } from "../domain/provenance";
import type { Table } from "../domain/table";
import type { Unit } from "../domain/units";
import type { ScaleSpec } from "./scale";

/** Marks are a registry in carto/marks: one file each. */
export type MarkId = "fill" | "circle" | "symbol" | "numero" | "isoline" | "contour" | "line" | "maille" | "quadrillage";

/** What a view's rows are drawn on. Rows are joined on the table's `code` column. */
export type Geometry =
  | { readonly kind: "territoires"; readonly niveau: Niveau }
  /** Points: the table has `lon` and `lat` columns (EPSG:4326, degrees). */
  | { readonly kind: "points" }
  /** Shapes that the result brings with it (EPSG:4326): one feature a row, with the properties `code` and `nom`. */
  | { readonly kind: "polygones" | "lignes"; readonly features: FeatureCollection }
  /**
   * Squares of a grid in Lambert-93, their corners on multiples of the side: the table has the `lon` and `lat` of their centres. `cle` names the set of squares: two
   * views with the same one have the same squares, which are then built and tiled once.
   */
  | { readonly kind: "mailles"; readonly cote: number; readonly cle: string }
  /** Cells of a grid in Lambert-93 that are too many to be shapes: painted as tiles on the map, gathered in larger squares elsewhere. */
  | ({ readonly kind: "quadrillage" } & CellulesQuadrillage);

/** Where the cells of a table lie: rows of `largeur` cells, from the south-west corner. */
export interface CellulesQuadrillage {
  /** Corner of the grid, Lambert-93 metres: a multiple of the side of the larger squares. */
  readonly ouest: number;
  readonly sud: number;
  /** Side of a cell, metres. */
  readonly cote: number;
  readonly largeur: number;
  readonly hauteur: number;
  /** Cell of each row of the table: its rank northwards × `largeur` + its rank eastwards. */
  readonly place: Int32Array;
  /** Commune of each row of the table, where most of its inhabitants live: its rank among `noms`; beyond the last one, none is known. */
  readonly communes: { readonly noms: readonly (string | null)[]; readonly rang: Uint16Array };
  /** The squares they are gathered in where shapes are needed: side in metres (a multiple of `cote`), and what the view is called then. */
  readonly carres: { readonly cote: number; readonly titre: string };
}

/** One drawable reading of a table: the map, the legend, the histogram and the SVG all come from it. */
export interface View {
  readonly id: string;
  readonly title: string;
  /** What tells it from those laid beside it, where its title says more. */
  readonly court?: string;
  readonly table: Table;
  readonly geometry: Geometry;
  readonly mark: MarkId;
  /** Column drawn. */
  readonly column: string;
  readonly unit: Unit;
  /** The unit in words in the legend, where the usual ones would say too much of these figures. */
  readonly unitText?: string;
  readonly digits: number;
  readonly scale: ScaleSpec;
  readonly quality: Quality;
}
