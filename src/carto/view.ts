import type { FeatureCollection } from "geojson";
import type { Niveau } from "../domain/perimetre";
import type { Quality } from "../domain/provenance";
import type { Table } from "../domain/table";
import type { Unit } from "../domain/units";
import type { ScaleSpec } from "./scale";

/** Marks are a registry in carto/marks: one file each. */
export type MarkId = "fill" | "circle" | "symbol" | "numero" | "isoline" | "contour" | "line" | "maille";

/** What a view's rows are drawn on. Rows are joined on the table's `code` column. */
export type Geometry =
  | { readonly kind: "territoires"; readonly niveau: Niveau }
  /** Points: the table has `lon` and `lat` columns (EPSG:4326, degrees). */
  | { readonly kind: "points" }
  /** Shapes that the result brings with it (EPSG:4326): one feature a row, with the properties `code` and `nom`. */
  | { readonly kind: "polygones" | "lignes"; readonly features: FeatureCollection }
  /**
   * Squares of a grid in Lambert-93: the table has the `lon` and `lat` of their centres. `cle` names the set of squares: two
   * views with the same one have the same squares, which are then built and tiled once.
   */
  | { readonly kind: "mailles"; readonly cote: number; readonly cle: string };

/** One drawable reading of a table: the map, the legend, the histogram and the SVG all come from it. */
export interface View {
  readonly id: string;
  readonly title: string;
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
