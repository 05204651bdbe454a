import { INK } from "../palettes";
import { colorOf } from "../resolve-scale";
import { byZoom, state } from "../style-parts";
import type { Mark } from "./mark";

export const LINE_WIDTH = [6, 0.7, 9, 1.6, 13, 3.6] as const;
/** A dark rim under the colour: the palest class would be lost on paper. */
export const LINE_RIM = { color: INK, opacity: 0.5, width: [6, 1.3, 9, 2.7, 13, 5.2] } as const;

/** Lines that the result brings, in their class's colour. */
export const line: Mark = {
  id: "line",
  surface: true,
  opacity: 1,
  source: (view) => `vue-${view.id}`,
  features: ({ geometry }) => (geometry.kind === "lignes" ? geometry.features : null),
  layers: ({ view }) => [
    {
      etage: "limites",
      layer: {
        id: `vue-${view.id}-bord`,
        type: "line",
        source: `vue-${view.id}`,
        layout: { "line-cap": "round", "line-join": "round" },
        paint: {
          "line-color": LINE_RIM.color,
          "line-width": byZoom(...LINE_RIM.width),
          "line-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], 0.08, LINE_RIM.opacity],
        },
      },
    },
    {
      etage: "limites",
      layer: {
        id: `vue-${view.id}`,
        type: "line",
        source: `vue-${view.id}`,
        layout: { "line-cap": "round", "line-join": "round" },
        paint: {
          "line-color": ["to-color", state("couleur", "rgba(0,0,0,0)")],
          "line-width": byZoom(...LINE_WIDTH),
          "line-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], 0.15, 1],
        },
      },
    },
  ],
  images: () => ({}),
  state: ({ scale }, value, dimmed) => (dimmed ? { couleur: colorOf(scale, value), estompe: true } : { couleur: colorOf(scale, value) }),
};
