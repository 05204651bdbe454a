import type { LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";
import type { MapModel } from "../../src/carto/map-model";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

/** A collection of one point: each call gives another reference. */
export function features(code: string): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: { code }, geometry: { type: "Point", coordinates: [1.2, 45.8] } }],
  };
}

export const COMMUNES: LayerSpecification = {
  id: "communes-aplat",
  type: "fill",
  source: "communes",
  paint: { "fill-color": "#cccccc" },
  metadata: { role: "territoire" },
};
export const MSP: LayerSpecification = { id: "msp-symbole", type: "circle", source: "msp", metadata: { role: "point", couche: "msp" } };

/** Two sources, two layers, two coloured communes. */
export const MODEL: MapModel = {
  style: {
    version: 8,
    sources: { communes: { type: "geojson", data: EMPTY, promoteId: "code" }, msp: { type: "geojson", data: EMPTY } },
    layers: [COMMUNES, MSP],
  },
  data: { communes: features("87085"), msp: features("m1") },
  states: { communes: new Map([["87085", { couleur: "#111111" }], ["87011", { couleur: "#222222" }]]) },
  quadrillages: {},
  images: {},
  attributions: ["Insee"],
};
