import { cellSquares } from "../mailles";
import { colorOf } from "../resolve-scale";
import { state } from "../style-parts";
import { DIMMED_OPACITY } from "./fill";
import type { Mark } from "./mark";

/** Cells are few and far between on the land: hardly anything of it shows through them. */
export const CELL_OPACITY = 0.92;

/** Squares of the inhabited grid in their class's colour. Recolouring is a matter of states: never of geometry. */
export const maille: Mark = {
  id: "maille",
  surface: true,
  opacity: CELL_OPACITY,
  source: (view) => `vue-${view.id}`,
  features: (view) => cellSquares(view),
  layers: ({ view }) => [
    {
      etage: "surfaces",
      layer: {
        id: `vue-${view.id}`,
        type: "fill",
        source: `vue-${view.id}`,
        paint: {
          "fill-antialias": false,
          "fill-color": ["to-color", state("couleur", "rgba(0,0,0,0)")],
          "fill-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], DIMMED_OPACITY, CELL_OPACITY],
        },
      },
    },
  ],
  images: () => ({}),
  state: ({ scale }, value, dimmed) => (dimmed ? { couleur: colorOf(scale, value), estompe: true } : { couleur: colorOf(scale, value) }),
};
