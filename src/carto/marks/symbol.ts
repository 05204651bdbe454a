import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { rowPoints } from "../points";
import { colorOf } from "../resolve-scale";
import { byZoom } from "../style-parts";
import { SYMBOL_IDS, symbolImage } from "../symbols";
import type { Mark } from "./mark";

/** Image name of a symbol in the style. */
export function symbolName(id: string): string {
  return `site-${id}`;
}

/** The symbol of the kind of site that a property holds; a plain disc for an unknown kind. */
export function symbolIcon(property: string): ExpressionSpecification {
  return ["coalesce", ["image", ["concat", "site-", ["get", property]]], ["image", symbolName("site")]];
}

/** Zooms and scales of the symbols. */
export const SYMBOL_STOPS = [6, 0.58, 8, 0.72, 11, 1, 14, 1.15] as const;
export const SYMBOL_SCALE = byZoom(...SYMBOL_STOPS);

/** A symbol a row: the column drawn holds the kind of site. */
export const symbol: Mark = {
  id: "symbol",
  surface: false,
  opacity: 1,
  source: (view) => `vue-${view.id}`,
  features: (view, ground) => (view.geometry.kind === "points" ? rowPoints(view.table) : ground.reperes),
  layers: ({ view }) => [
    {
      etage: "symboles",
      layer: {
        id: `vue-${view.id}`,
        type: "symbol",
        source: `vue-${view.id}`,
        layout: { "icon-image": symbolIcon(view.column), "icon-size": SYMBOL_SCALE, "icon-allow-overlap": true },
        paint: { "icon-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], 0.25, 1] },
      },
    },
  ],
  images: () => Object.fromEntries(SYMBOL_IDS.map((id) => [symbolName(id), symbolImage(id)])),
  state: ({ scale }, value, dimmed) => (dimmed ? { couleur: colorOf(scale, value), estompe: true } : { couleur: colorOf(scale, value) }),
};
