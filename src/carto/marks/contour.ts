import { byZoom } from "../style-parts";
import type { Mark } from "./mark";
import { rimmedLayers, rimmedState } from "./rimmed";

export const CONTOUR_WIDTH = [6, 1.2, 9, 2.2, 13, 3.4] as const;
/** A pale rim under the line: it is seen on any colour under it. */
export const CONTOUR_RIM = { color: "#ffffff", opacity: 0.9, width: [6, 2.6, 9, 4.4, 13, 6.6] } as const;

/** Outlines of zones that the result brings, over whatever colours the ground: to compare two drawings of one question. */
export const contour: Mark = {
  id: "contour",
  surface: false,
  trait: true,
  opacity: 1,
  source: (view) => `vue-${view.id}`,
  features: ({ geometry }) => (geometry.kind === "polygones" ? geometry.features : null),
  layers: ({ view }) => rimmedLayers(view.id, { cap: "butt", rim: CONTOUR_RIM, rimWidth: byZoom(...CONTOUR_RIM.width), width: byZoom(...CONTOUR_WIDTH), dimmed: [0.15, 0.2] }),
  images: () => ({}),
  state: rimmedState,
};
