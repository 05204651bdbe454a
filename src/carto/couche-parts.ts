import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";
import { ORIGINE_COUCHE, type CoucheId, type OrigineCouche } from "../domain/couche";
import { ZONES, type Zone } from "../domain/fiche";
import { symbolIcon, SYMBOL_SCALE, symbolName } from "./marks/symbol";
import type { MapImage } from "./map-model";
import { INK, PAPER } from "./palettes";
import { patternImage, patternName, ZONE_STYLES } from "./patterns";
import { byZoom, geojsonSource, POLICE_GRAS, role, type StylePart } from "./style-parts";
import { symbolImage, symbolsOfCouche } from "./symbols";

/** Source and layer of an optional layer of the map. */
export function coucheSource(couche: CoucheId): string {
  return `couche-${couche}`;
}

/** How each kind of layer is drawn: one line a kind. */
const PARTS: Readonly<Record<OrigineCouche["kind"], (couche: CoucheId, data: FeatureCollection) => StylePart>> = {
  zonage: zonagePart,
  limites: limitesPart,
  medecins: medecinsPart,
  perimetres: perimetresPart,
  points: pointsPart,
};

export function couchePart(couche: CoucheId, data: FeatureCollection): StylePart {
  return PARTS[ORIGINE_COUCHE[couche].kind](couche, data);
}

// Built once: the map compares images by reference.
const ZONE_IMAGES: Readonly<Record<string, MapImage>> = Object.fromEntries(
  ZONES.map((zone) => {
    const { pattern, color } = ZONE_STYLES[zone];
    return [patternName(pattern, color), patternImage(pattern, color)];
  }),
);

function byZone<T extends "color" | "ink">(property: T): ExpressionSpecification {
  const pairs = ZONES.flatMap((zone) => [zone, ZONE_STYLES[zone][property]]);
  return ["match", ["get", "zone"], ...pairs, ZONE_STYLES.HZ[property]] as unknown as ExpressionSpecification;
}

/** Colour, pattern and label: over the colours of a view, the pattern and the label alone must tell the zone. */
function zonagePart(couche: CoucheId, data: FeatureCollection): StylePart {
  const source = coucheSource(couche);
  return {
    sources: { [source]: geojsonSource() },
    data: { [source]: data },
    images: ZONE_IMAGES,
    layers: {
      surfaces: ZONES.map((zone) => zonePattern(source, zone)),
      limites: [
        {
          id: `${source}-bord`,
          type: "line",
          source,
          layout: { "line-join": "round" },
          paint: { "line-color": byZone("color"), "line-width": byZoom(6, 0.6, 9, 1.4, 12, 2.2) },
        },
      ],
      etiquettes: [
        {
          id: `${source}-noms`,
          type: "symbol",
          source,
          minzoom: 7.5,
          layout: { "text-field": ["get", "zone"], "text-font": [POLICE_GRAS], "text-size": 11, "text-letter-spacing": 0.08, "text-padding": 12 },
          paint: { "text-color": byZone("ink"), "text-halo-color": PAPER, "text-halo-width": 1.8 },
        },
      ],
    },
  };
}

function zonePattern(source: string, zone: Zone): LayerSpecification {
  const { pattern, color } = ZONE_STYLES[zone];
  return {
    id: `${source}-${zone.toLowerCase()}`,
    type: "fill",
    source,
    filter: ["==", ["get", "zone"], zone],
    paint: { "fill-pattern": patternName(pattern, color), "fill-opacity": 0.9 },
  };
}

/** Width and dash of each level's limits: the wider the level, the stronger its line. */
export const LIMITS: Readonly<Record<string, { readonly width: number; readonly dash: readonly number[] }>> = {
  canton: { width: 0.9, dash: [1, 1.6] },
  epci: { width: 1.3, dash: [4, 1.6] },
  "bassin-de-vie": { width: 1.1, dash: [4, 1.6, 1, 1.6] },
  departement: { width: 2, dash: [1, 0] },
};

/** Lines of the perimeters that the user brought, told apart by colour, dash and name. */
export const PERIMETRES: Readonly<Partial<Record<CoucheId, { readonly color: string; readonly dash: readonly number[] }>>> = {
  cpts: { color: "#7d1d5f", dash: [1, 0] },
  "secteurs-garde": { color: "#33378c", dash: [2.4, 1.4] },
};

function perimetresPart(couche: CoucheId, data: FeatureCollection): StylePart {
  const source = coucheSource(couche);
  const { color, dash } = PERIMETRES[couche] ?? { color: INK, dash: [1, 0] };
  return {
    sources: { [source]: geojsonSource() },
    data: { [source]: data },
    images: {},
    layers: {
      limites: [{ id: source, type: "line", source, layout: { "line-join": "round" }, paint: { "line-color": color, "line-width": byZoom(6, 1.2, 10, 2.2, 13, 3.2), "line-dasharray": [...dash] } }],
      etiquettes: [
        {
          id: `${source}-noms`,
          type: "symbol",
          source,
          layout: { "text-field": ["get", "nom"], "text-font": [POLICE_GRAS], "text-size": 12, "text-max-width": 9, "text-padding": 8 },
          paint: { "text-color": color, "text-halo-color": PAPER, "text-halo-width": 1.8 },
        },
      ],
    },
  };
}

function limitesPart(couche: CoucheId, data: FeatureCollection): StylePart {
  const source = coucheSource(couche);
  const origine = ORIGINE_COUCHE[couche];
  const { width, dash } = LIMITS[origine.kind === "limites" ? origine.niveau : ""] ?? { width: 1, dash: [1, 0] };
  return {
    sources: { [source]: geojsonSource() },
    data: { [source]: data },
    images: {},
    layers: {
      limites: [
        {
          id: source,
          type: "line",
          source,
          layout: { "line-join": "round" },
          paint: { "line-color": INK, "line-opacity": 0.75, "line-width": byZoom(6, width * 0.7, 10, width * 1.2, 13, width * 1.8), "line-dasharray": [...dash] },
        },
      ],
    },
  };
}

/** Area of a circle per GP, whatever the territory: two maps compare. Pixels at zoom 9: 3.2 for one, 45 for 200. */
export const RAYON_MEDECIN = 3.2;
export const COULEUR_MEDECIN = "#37424d";

function medecinRadius(factor: number): ExpressionSpecification {
  return ["*", RAYON_MEDECIN * factor, ["sqrt", ["max", 0, ["coalesce", ["get", "nombre"], 0]]]];
}

function medecinsPart(couche: CoucheId, data: FeatureCollection): StylePart {
  const source = coucheSource(couche);
  return {
    sources: { [source]: geojsonSource("id") },
    data: { [source]: data },
    images: {},
    layers: {
      cercles: [
        {
          id: source,
          type: "circle",
          source,
          ...role({ role: "point", couche }),
          filter: [">", ["coalesce", ["get", "nombre"], 0], 0],
          // Large circles below, so that Limoges never hides its neighbours.
          layout: { "circle-sort-key": ["-", 0, ["coalesce", ["get", "nombre"], 0]] },
          paint: {
            "circle-radius": byZoom(6, medecinRadius(0.4), 9, medecinRadius(1), 13, medecinRadius(1.5)),
            "circle-color": COULEUR_MEDECIN,
            "circle-opacity": 0.45,
            "circle-stroke-color": ["case", ["boolean", ["feature-state", "choisi"], false], INK, "#ffffff"],
            "circle-stroke-width": ["case", ["boolean", ["feature-state", "choisi"], false], 3, 1],
          },
        },
      ],
    },
  };
}

/** Pixels within which sites of a kind gather: wider for the kinds that are dense in towns. */
const CLUSTER_RADIUS: Readonly<Partial<Record<CoucheId, number>>> = { pharmacie: 34, ehpad: 34, laboratoire: 34, mcs: 26 };
const DEFAULT_CLUSTER_RADIUS = 20;

/** Rank of a site beside others at the same place (see spread.ts) into pixels. */
const OFFSET: ExpressionSpecification = [
  "interpolate",
  ["linear"],
  ["coalesce", ["get", "decalage"], 0],
  -4,
  ["literal", [-88, 0]],
  4,
  ["literal", [88, 0]],
];

/** What is drawn in place of a site that is selected or under the pointer: a ring, behind it. */
const RING: MapImage = {
  size: 44,
  paths: [{ d: "M22 3A19 19 0 1 1 22 41A19 19 0 1 1 22 3Z", fill: "#fffefb", stroke: INK, width: 3 }],
};
const RING_NAME = "anneau";

function pointsPart(couche: CoucheId, data: FeatureCollection): StylePart {
  const source = coucheSource(couche);
  const symbols = symbolsOfCouche(couche);
  const [first = "site"] = symbols;
  const clustering = { cluster: true, clusterRadius: CLUSTER_RADIUS[couche] ?? DEFAULT_CLUSTER_RADIUS, clusterMaxZoom: 12 };
  const images = [...symbols, "site" as const].map((id) => [symbolName(id), symbolImage(id)] as const);
  return {
    sources: { [source]: { ...geojsonSource("id"), ...clustering } },
    data: { [source]: data },
    images: { ...Object.fromEntries(images), [RING_NAME]: RING },
    layers: {
      symboles: [
        ringLayer(source),
        {
          id: source,
          type: "symbol",
          source,
          ...role({ role: "point", couche }),
          filter: ["!", ["has", "point_count"]],
          layout: { "icon-image": symbols.length > 1 ? symbolIcon("genre") : symbolName(first), ...ICON_LAYOUT },
        },
        clusterLayer(source, symbolName(first)),
      ],
    },
  };
}

const ICON_LAYOUT = { "icon-size": SYMBOL_SCALE, "icon-allow-overlap": true, "icon-offset": OFFSET } as const;

/** Clusters keep the symbol of their kind, a little larger, with their number beside it. */
function clusterLayer(source: string, icon: string): LayerSpecification {
  return {
    id: `${source}-grappes`,
    type: "symbol",
    source,
    ...role({ role: "grappe" }),
    filter: ["has", "point_count"],
    layout: {
      "icon-image": icon,
      "icon-size": byZoom(6, 0.7, 8, 0.86, 11, 1.15),
      "icon-allow-overlap": true,
      "text-field": ["get", "point_count_abbreviated"],
      "text-font": [POLICE_GRAS],
      "text-size": 12,
      "text-offset": [0.95, -0.75],
      "text-allow-overlap": true,
    },
    paint: { "text-color": INK, "text-halo-color": "#ffffff", "text-halo-width": 2.2 },
  };
}

function ringLayer(source: string): LayerSpecification {
  return {
    id: `${source}-anneau`,
    type: "symbol",
    source,
    filter: ["!", ["has", "point_count"]],
    layout: { "icon-image": RING_NAME, ...ICON_LAYOUT, "icon-ignore-placement": true },
    paint: {
      "icon-opacity": ["case", ["boolean", ["feature-state", "choisi"], false], 1, ["boolean", ["feature-state", "survol"], false], 0.6, 0],
    },
  };
}
