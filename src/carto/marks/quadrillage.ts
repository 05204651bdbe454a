import { coloredCells } from "../quadrillage";
import { CELL_OPACITY } from "./maille";
import type { Mark } from "./mark";

/** Cells by the hundred thousand, in their class's colour: tiles painted from the classes, without any shape. */
export const quadrillage: Mark = {
  id: "quadrillage",
  surface: true,
  opacity: CELL_OPACITY,
  source: (view) => `vue-${view.id}-tuiles`,
  features: () => null,
  quadrillage: coloredCells,
  layers: ({ view }) => [
    {
      etage: "surfaces",
      layer: {
        id: `vue-${view.id}-tuiles`,
        type: "raster",
        source: `vue-${view.id}-tuiles`,
        paint: { "raster-opacity": CELL_OPACITY, "raster-resampling": "nearest", "raster-fade-duration": 0 },
      },
    },
  ],
  images: () => ({}),
  state: () => ({}),
};
