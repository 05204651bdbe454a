import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { INK } from "../palettes";
import { byZoom } from "../style-parts";
import type { Mark } from "./mark";
import { rimmedLayers, rimmedState } from "./rimmed";

export const LINE_WIDTH = [6, 0.7, 9, 1.6, 13, 3.6] as const;
/** A dark rim under the colour: the palest class would be lost on paper. */
export const LINE_RIM = { color: INK, opacity: 0.5, width: [6, 1.3, 9, 2.7, 13, 5.2] } as const;

/** A feature may be so many times as wide (property `largeur`): paths that share a road are drawn the widest first, and all seen. */
function widths(stops: readonly number[]): ExpressionSpecification {
  return byZoom(...stops.map((stop, i) => (i % 2 === 0 ? stop : (["*", stop, ["coalesce", ["get", "largeur"], 1]] as ExpressionSpecification))));
}

/** Lines that the result brings, in their class's colour. */
export const line: Mark = {
  id: "line",
  surface: true,
  opacity: 1,
  source: (view) => `vue-${view.id}`,
  features: ({ geometry }) => (geometry.kind === "lignes" ? geometry.features : null),
  layers: ({ view }) => rimmedLayers(view.id, { cap: "round", rim: LINE_RIM, rimWidth: widths(LINE_RIM.width), width: widths(LINE_WIDTH), dimmed: [0.08, 0.15] }),
  images: () => ({}),
  state: rimmedState,
};
