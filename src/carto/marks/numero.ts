import { rowPoints } from "../points";
import { textValues } from "../../domain/table";
import type { View } from "../view";
import { colorOf } from "../resolve-scale";
import { POLICE_GRAS, state } from "../style-parts";
import type { Mark } from "./mark";

/** Radius of a numbered disc and size of its number, in pixels: read on a phone as well, and with two figures. */
export const NUMERO_RADIUS = 11;
export const NUMERO_TEXT = 13;

/** What the disc of a category says in the legend: what the first one of it says on the map. */
export function numeroDe({ table, column }: View, value: string | undefined): string {
  return textValues(table, "code")[textValues(table, column).indexOf(value ?? null)] ?? "";
}

/** A disc a row with its number, which is its code: stops in the order they are reached. Over everything else: nothing else says that order. */
export const numero: Mark = {
  id: "numero",
  surface: false,
  opacity: 1,
  source: (view) => `vue-${view.id}`,
  features: (view, ground) => (view.geometry.kind === "points" ? rowPoints(view.table) : ground.reperes),
  layers: ({ view }) => [
    {
      etage: "villes",
      layer: {
        id: `vue-${view.id}`,
        type: "circle",
        source: `vue-${view.id}`,
        paint: {
          "circle-radius": NUMERO_RADIUS,
          "circle-color": ["to-color", state("couleur", "rgba(0,0,0,0)")],
          "circle-opacity": ["case", ["boolean", ["feature-state", "estompe"], false], 0.25, 1],
          "circle-stroke-color": "#ffffff",
          "circle-stroke-width": 2,
        },
      },
    },
    {
      etage: "villes",
      layer: {
        id: `vue-${view.id}-numeros`,
        type: "symbol",
        source: `vue-${view.id}`,
        layout: { "text-field": ["get", "code"], "text-font": [POLICE_GRAS], "text-size": NUMERO_TEXT, "text-allow-overlap": true, "text-ignore-placement": true },
        paint: { "text-color": "#ffffff" },
      },
    },
  ],
  images: () => ({}),
  state: ({ scale }, value, dimmed) => (dimmed ? { couleur: colorOf(scale, value), estompe: true } : { couleur: colorOf(scale, value) }),
};
