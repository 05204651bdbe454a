import { rowPoints } from "../points";
import { colorOf, radiusOf } from "../resolve-scale";
import { byZoom, state } from "../style-parts";
import type { Mark } from "./mark";

/** Radius of a circle whose scale is not proportional, in pixels. */
const PLAIN_RADIUS = 6;
export const CIRCLE_OPACITY = 0.78;

/** Circles whose area follows the value (proportional scale) or whose colour tells the class. */
export const circle: Mark = {
  id: "circle",
  surface: false,
  opacity: CIRCLE_OPACITY,
  source: (view) => `vue-${view.id}`,
  features: (view, ground) => (view.geometry.kind === "points" ? rowPoints(view.table) : ground.reperes),
  layers: ({ view }) => [
    {
      etage: "cercles",
      layer: {
        id: `vue-${view.id}`,
        type: "circle",
        source: `vue-${view.id}`,
        paint: {
          // Sizes are those of the legend from zoom 9 on; at the scale of the region they would cover it.
          "circle-radius": byZoom(6, ["*", 0.5, state("rayon", 0)], 9, state("rayon", 0)),
          "circle-color": ["to-color", state("couleur", "rgba(0,0,0,0)")],
          "circle-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], 0.2, CIRCLE_OPACITY],
          "circle-stroke-color": "#ffffff",
          "circle-stroke-width": ["case", [">", state("rayon", 0), 0], 1, 0],
        },
      },
    },
  ],
  images: () => ({}),
  state: ({ scale }, value, dimmed) => {
    const rayon = scale.kind === "proportionnel" ? radiusOf(scale, value) : PLAIN_RADIUS;
    const drawn = { couleur: colorOf(scale, value), rayon };
    return dimmed ? { ...drawn, estompe: true } : drawn;
  },
};
