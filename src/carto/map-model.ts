import type { FeatureCollection } from "geojson";
import type { StyleSpecification } from "@maplibre/maplibre-gl-style-spec";

/**
 * Everything the map draws, as plain data. `style` is complete but holds no feature: each GeoJSON
 * source is empty there and its features stand in `data`, compared by reference on reconcile.
 * Colours travel as feature state so that recolouring never touches geometry.
 */
export interface MapModel {
  readonly style: StyleSpecification;
  readonly data: Readonly<Record<string, FeatureCollection>>;
  /** By source id, then by feature `code` (promoteId): the state keys the layers read (`couleur`, `rayon`, `motif`, `choisi`, `survol`). */
  readonly states: Readonly<Record<string, ReadonlyMap<string, Readonly<Record<string, string | number | boolean>>>>>;
  /** Images the style needs (symbols, patterns): drawn by the map from these plain descriptions. */
  readonly images: Readonly<Record<string, MapImage>>;
  readonly attributions: readonly string[];
}

/** A square image in RGBA bytes, 2× density. */
export interface MapImage {
  readonly size: number;
  readonly rgba: Uint8ClampedArray;
}

/**
 * What a style layer is to the pointer, in its `metadata` ({@link RoleCouche}): the map queries only
 * layers that carry a role, the others are decoration. `territoire`: features with `code` and `nom`;
 * `point`: features with `id` (or `code`) and `nom`; `grappe`: clusters of a clustered source.
 */
export type RoleCouche =
  | { readonly role: "territoire" }
  | { readonly role: "point"; readonly couche: string }
  | { readonly role: "grappe" };

/** What the map tells the rest of the app. */
export interface MapEvents {
  /** A territory or a point under the pointer; null when none. */
  hover(target: MapTarget | null): void;
  select(target: MapTarget | null): void;
  move(camera: { readonly lon: number; readonly lat: number; readonly zoom: number }): void;
  idle(): void;
  webgl(state: "ok" | "absent" | "perdu"): void;
}

export type MapTarget =
  | { readonly kind: "territoire"; readonly code: string; readonly nom: string }
  | { readonly kind: "point"; readonly couche: string; readonly id: string; readonly nom: string };
