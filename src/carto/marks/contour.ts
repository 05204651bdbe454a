import { colorOf } from "../resolve-scale";
import { byZoom, state } from "../style-parts";
import type { Mark } from "./mark";

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
  layers: ({ view }) => [
    {
      etage: "limites",
      layer: {
        id: `vue-${view.id}-bord`,
        type: "line",
        source: `vue-${view.id}`,
        layout: { "line-join": "round" },
        paint: { "line-color": CONTOUR_RIM.color, "line-width": byZoom(...CONTOUR_RIM.width), "line-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], 0.15, CONTOUR_RIM.opacity] },
      },
    },
    {
      etage: "limites",
      layer: {
        id: `vue-${view.id}`,
        type: "line",
        source: `vue-${view.id}`,
        layout: { "line-join": "round" },
        paint: { "line-color": ["to-color", state("couleur", "rgba(0,0,0,0)")], "line-width": byZoom(...CONTOUR_WIDTH), "line-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], 0.2, 1] },
      },
    },
  ],
  images: () => ({}),
  state: ({ scale }, value, dimmed) => (dimmed ? { couleur: colorOf(scale, value), estompe: true } : { couleur: colorOf(scale, value) }),
};
