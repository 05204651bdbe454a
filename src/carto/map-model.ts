import type { TuilesFond } from "../domain/tuiles-fond";
import type { FeatureCollection } from "geojson";
import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { LngLat } from "../domain/units";
import type { CellulesQuadrillage } from "./view";

/**
 * Everything the map draws, as plain data. `style` is complete but holds no feature: each GeoJSON
 * source is empty there and its features stand in `data`, compared by reference on reconcile.
 * Colours travel as feature state so that recolouring never touches geometry.
 */
export interface MapModel {
  readonly style: StyleSpecification;
  readonly data: Readonly<Record<string, FeatureCollection>>;
  /**
   * By source id, then by feature `code` (territories) or `id` (points), as promoteId says: the state keys the
   * layers read (`couleur`, `rayon`, `estompe`, `choisi`, `survol`). Unchanged entries keep their reference from one
   * model to the next: compare objects by reference before calling setFeatureState.
   */
  readonly states: Readonly<Record<string, ReadonlyMap<string, Readonly<Record<string, string | number | boolean>>>>>;
  /** By raster source, whose tiles they are: compared by reference. */
  readonly quadrillages: Readonly<Record<string, Quadrillage>>;
  /** Images the style needs (symbols, patterns): drawn by the map from these plain descriptions. */
  readonly images: Readonly<Record<string, MapImage>>;
  readonly attributions: readonly string[];
}

/** Cells of a square grid in Lambert-93, and the colour of each: the map paints them tile by tile, no shape is ever built. */
export interface Quadrillage extends Omit<CellulesQuadrillage, "place" | "communes" | "carres"> {
  /** Of each cell, rows from the south: 0 where there is none, else a rank in `couleurs`. */
  readonly classes: Uint8Array;
  /** Red, green, blue, opacity, 0 to 255 each; the first colour is no colour at all. */
  readonly couleurs: Uint8Array;
}

/**
 * A square image as vector paths, so that the same drawing serves the map and the SVG documents. The map
 * rasterises it (Path2D on a canvas of `size` × 2 pixels, then `addImage(…, { pixelRatio: 2 })`); patterns
 * tile without a seam because their paths cross the edges of the square.
 */
export interface MapImage {
  /** Side in CSS pixels; also the side of the paths' coordinate system. */
  readonly size: number;
  readonly paths: readonly ImagePath[];
}

/** One path, painted in order: fill first, then stroke. Colours are CSS hexadecimal. */
export interface ImagePath {
  /** SVG path data in the image's own coordinates. */
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
}

/**
 * What a style layer is to the pointer, written in its `metadata`: the map queries only the layers that carry
 * a role, the others are decoration. `territoire`: features with properties `code` and `nom`; `point`: with
 * `id` and `nom`; `grappe`: the clusters of a clustered source (a click zooms in).
 */
export type RoleCouche =
  | { readonly role: "territoire" }
  | { readonly role: "point"; readonly couche: string }
  | { readonly role: "grappe" };

/** What the map tells the rest of the app. */
export interface MapEvents {
  /** A territory or a point under the pointer; null when none. */
  hover(target: MapTarget | null): void;
  /** A click, before anything is looked for under it; true when it is taken. */
  click?(place: LngLat): boolean;
  select(target: MapTarget | null): void;
  move(camera: { readonly lon: number; readonly lat: number; readonly zoom: number }): void;
  idle(): void;
  webgl(state: "ok" | "absent" | "perdu"): void;
  /** Asks for the tiles of the ground at an address; none where they cannot be read. */
  fond(archive: string): Promise<TuilesFond | null>;
}

export type MapTarget =
  | { readonly kind: "territoire"; readonly code: string; readonly nom: string }
  | { readonly kind: "point"; readonly couche: string; readonly id: string; readonly nom: string };
