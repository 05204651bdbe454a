import { INK } from "../palettes";
import { colorOf } from "../resolve-scale";
import { byZoom, state } from "../style-parts";
import type { Mark } from "./mark";

/** Zones lie on one another: the ground may show through no further than this, or each would take the colours under it. */
export const ZONE_OPACITY = 0.94;
export const ZONE_DIMMED_OPACITY = 0.25;
export const ZONE_EDGE = { color: INK, opacity: 0.4, width: [6, 0.4, 9, 0.8, 13, 1.6] } as const;

/** Zones that the result brings, filled with their class's colour and outlined: features in the order of drawing, the widest first. */
export const isoline: Mark = {
  id: "isoline",
  surface: true,
  opacity: ZONE_OPACITY,
  source: (view) => `vue-${view.id}`,
  features: ({ geometry }) => (geometry.kind === "polygones" ? geometry.features : null),
  layers: ({ view }) => [
    {
      etage: "surfaces",
      layer: {
        id: `vue-${view.id}`,
        type: "fill",
        source: `vue-${view.id}`,
        paint: {
          "fill-color": ["to-color", state("couleur", "rgba(0,0,0,0)")],
          "fill-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], ZONE_DIMMED_OPACITY, ZONE_OPACITY],
        },
      },
    },
    {
      etage: "limites",
      layer: {
        id: `vue-${view.id}-bord`,
        type: "line",
        source: `vue-${view.id}`,
        layout: { "line-join": "round" },
        paint: { "line-color": ZONE_EDGE.color, "line-opacity": ZONE_EDGE.opacity, "line-width": byZoom(...ZONE_EDGE.width) },
      },
    },
  ],
  images: () => ({}),
  state: ({ scale }, value, dimmed) => (dimmed ? { couleur: colorOf(scale, value), estompe: true } : { couleur: colorOf(scale, value) }),
};
