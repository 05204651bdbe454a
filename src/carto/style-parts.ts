import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification, SourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";
import type { MapImage, RoleCouche } from "./map-model";

/** Shelves of the map, bottom first: every part of the style says on which one its layers go. */
export const ETAGES = ["sol", "surfaces", "eau-et-routes", "limites", "selection", "cercles", "etiquettes", "symboles", "villes"] as const;
export type Etage = (typeof ETAGES)[number];

/** What one thing drawn (basemap, view, layer) brings to the style. */
export interface StylePart {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  readonly layers: Readonly<Partial<Record<Etage, readonly LayerSpecification[]>>>;
  readonly data: Readonly<Record<string, FeatureCollection>>;
  readonly images: Readonly<Record<string, MapImage>>;
}

/** A feature's state as the layers read it. */
export type FeatureState = Readonly<Record<string, string | number | boolean>>;

/** The source of the territories of the level that is looked at. Always there. */
export const SOURCE_TERRITOIRES = "territoires";

/** Names of the font faces: plain words, a digit in one breaks MapLibre. */
export const POLICE_TEXTE = "Maillage Texte";
export const POLICE_GRAS = "Maillage Gras";

/** An empty GeoJSON source whose features are known by a property. */
export function geojsonSource(promoteId?: "code" | "id"): GeoJSONSourceSpecification {
  const empty: FeatureCollection = { type: "FeatureCollection", features: [] };
  return promoteId === undefined ? { type: "geojson", data: empty } : { type: "geojson", data: empty, promoteId };
}

export function role(metadata: RoleCouche): { readonly metadata: RoleCouche } {
  return { metadata };
}

export function state(key: string, fallback: string | number | boolean): ExpressionSpecification {
  return ["coalesce", ["feature-state", key], fallback];
}

/** The same as `byZoom`, worked out for one zoom: documents draw at the scale the map would have. */
export function atZoom(zoom: number, stops: readonly number[]): number {
  let [z0 = 0, v0 = 0] = stops;
  for (let i = 0; i < stops.length; i += 2) {
    const [z1 = 0, v1 = 0] = [stops[i], stops[i + 1]];
    if (zoom <= z1) return z1 === z0 ? v1 : v0 + ((v1 - v0) * Math.max(0, zoom - z0)) / (z1 - z0);
    [z0, v0] = [z1, v1];
  }
  return v0;
}

/** A value that grows smoothly with the zoom: pairs of zoom and value. */
export function byZoom(...stops: readonly (number | ExpressionSpecification)[]): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], ...stops] as ExpressionSpecification;
}
