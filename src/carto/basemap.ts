import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification, VectorSourceSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";
import type { FondTuiles } from "../domain/chargement";
import { ZOOMS_FOND } from "../domain/manifeste";
import { INK, PAPER } from "./palettes";
import { byZoom, geojsonSource, POLICE_GRAS, POLICE_TEXTE, type StylePart } from "./style-parts";

export const WATER = "#c3d5dd";
export const WOODS = "#e4ead8";
export const ROAD = "#bdb9af";
export const BORDER = "#8b8779";

/**
 * One source for the ground, tiles cut ahead with a layer for each nature, and one for the names of the communes: each
 * source has its own tiles and masks, and frames where WebGL is software cost 30 % less than with seven.
 */
export const SOURCE_FOND = "fond";
const SOURCE_NOMS = "noms";

/** Scheme of the addresses that `map/fond.ts` answers: « fond://<archive>&tuile=<column>/<row> ». */
export const SCHEMA_FOND = "fond";

const GROUND = {
  bois: { source: SOURCE_FOND, "source-layer": "bois" },
  eau: { source: SOURCE_FOND, "source-layer": "eau" },
  riviere: { source: SOURCE_FOND, "source-layer": "riviere" },
  route: { source: SOURCE_FOND, "source-layer": "route" },
  departement: { source: SOURCE_FOND, "source-layer": "departement" },
  nomDepartement: { source: SOURCE_FOND, "source-layer": "nom-departement" },
} as const;

/** Classes of road, thinnest first: OSM's names, from which zoom they show, and how wide they are at zooms 7, 10 and 14. */
export const ROADS = [
  { classe: "tertiary", minzoom: 10, width: [0.2, 0.4, 1.6] },
  { classe: "secondary", minzoom: 8.5, width: [0.3, 0.7, 2.2] },
  { classe: "primary", minzoom: 6.5, width: [0.5, 1.1, 3] },
  { classe: "trunk", minzoom: 5, width: [0.8, 1.6, 4] },
  { classe: "motorway", minzoom: 5, width: [1, 2, 4.8] },
] as const;

function groundSource({ archives }: FondTuiles): VectorSourceSpecification {
  const [minzoom, maxzoom] = ZOOMS_FOND;
  return { type: "vector", tiles: [`${SCHEMA_FOND}://${archives}&tuile={x}/{y}`], minzoom, maxzoom };
}

/** Printed-map ground: off-white paper, pale woods, blue-grey water, thin grey roads; nothing on it is a strong colour. */
export function basemapPart(fond: FondTuiles | null, communes: FeatureCollection): StylePart {
  const ground = fond === null ? {} : groundLayers();
  return {
    sources: { ...(fond === null ? {} : { [SOURCE_FOND]: groundSource(fond) }), [SOURCE_NOMS]: geojsonSource() },
    data: { [SOURCE_NOMS]: communes },
    images: {},
    layers: {
      ...ground,
      sol: [{ id: "papier", type: "background", paint: { "background-color": PAPER } }, ...(ground.sol ?? [])],
      etiquettes: [...(ground.etiquettes ?? []), communeLabels()],
      villes: [villeLabels()],
    },
  };
}

function groundLayers(): StylePart["layers"] {
  return {
    sol: [{ id: "bois", type: "fill", ...GROUND.bois, paint: { "fill-color": WOODS, "fill-antialias": false } }],
    "eau-et-routes": [
      { id: "eau", type: "fill", ...GROUND.eau, paint: { "fill-color": WATER, "fill-antialias": false } },
      {
        id: "rivieres",
        type: "line",
        ...GROUND.riviere,
        layout: { "line-cap": "round", "line-join": "round" },
        paint: { "line-color": WATER, "line-width": byZoom(6, 0.6, 9, 1.4, 13, 3) },
      },
      ...ROADS.map(roadLayer),
    ],
    limites: [
      {
        id: "departements",
        type: "line",
        ...GROUND.departement,
        paint: { "line-color": BORDER, "line-width": byZoom(5, 0.7, 9, 1.4, 13, 2.4), "line-opacity": 0.9 },
      },
    ],
    etiquettes: [riverLabels(), departementLabels()],
  };
}

function roadLayer({ classe, minzoom, width }: (typeof ROADS)[number]): LayerSpecification {
  const [far, near, close] = width;
  return {
    id: `routes-${classe}`,
    type: "line",
    ...GROUND.route,
    minzoom,
    filter: ["==", ["get", "classe"], classe],
    layout: { "line-cap": "round", "line-join": "round" },
    // Over the colour of the data: grey enough to be seen, thin enough not to be read first.
    paint: { "line-color": ROAD, "line-width": byZoom(7, far, 10, near, 14, close), "line-opacity": 0.85 },
  };
}

function riverLabels(): LayerSpecification {
  return {
    id: "noms-rivieres",
    type: "symbol",
    ...GROUND.riviere,
    minzoom: 9,
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 420,
      "text-field": ["coalesce", ["get", "nom"], ""],
      "text-font": [POLICE_TEXTE],
      "text-size": 11,
      "text-letter-spacing": 0.06,
    },
    paint: { "text-color": "#3f6272", "text-halo-color": PAPER, "text-halo-width": 1.4 },
  };
}

/** In spaced capitals, pale, under every other name: where the neighbours begin. */
function departementLabels(): LayerSpecification {
  return {
    id: "noms-departements",
    type: "symbol",
    ...GROUND.nomDepartement,
    maxzoom: 10,
    layout: {
      "text-field": ["upcase", ["get", "nom"]],
      "text-font": [POLICE_TEXTE],
      "text-size": byZoom(6, 9, 9, 13),
      "text-letter-spacing": 0.22,
      "text-max-width": 9,
      "text-padding": 10,
    },
    paint: { "text-color": "#77736a", "text-halo-color": PAPER, "text-halo-width": 1.4 },
  };
}

/** Inhabitants from which a commune is named, by zoom of the tile (whole numbers: filters see no other). */
const NAMED_STEPS = [60_000, 40_000, 15_000, 3_000, 1_200, 400, 0] as const;
const FIRST_STEP = 5;
const NAMED_FROM = [
  "step",
  ["zoom"],
  NAMED_STEPS[0],
  ...NAMED_STEPS.slice(1).flatMap((population, i) => [FIRST_STEP + 1 + i, population]),
] as unknown as ExpressionSpecification;

/** The same threshold at one zoom: documents name what the map would. */
export function namedFrom(zoom: number): number {
  const step = Math.min(Math.max(Math.floor(zoom) - FIRST_STEP, 0), NAMED_STEPS.length - 1);
  return NAMED_STEPS[step] ?? 0;
}

const POPULATION: ExpressionSpecification = ["coalesce", ["get", "population"], 0];

/** Inhabitants from which a town is named whatever stands there: without its towns a map says nothing. */
export const VILLE = 20_000;

function nameSize(small: number, large: number): ExpressionSpecification {
  return ["interpolate", ["exponential", 0.5], ["sqrt", POPULATION], 15, small, 360, large];
}

/** The more inhabitants, the earlier and the larger the name. */
const NAME_LAYOUT = {
  "text-field": ["get", "nom"],
  "text-size": byZoom(6, nameSize(10, 14), 9, nameSize(10.5, 18), 12, nameSize(12, 22)),
  "text-max-width": 8,
  "text-line-height": 1.05,
  "symbol-sort-key": ["-", 0, POPULATION],
} as const satisfies SymbolLayerSpecification["layout"];
const NAME_PAINT = { "text-color": INK, "text-halo-color": PAPER, "text-halo-width": 1.6, "text-halo-blur": 0.3 } as const;

/** Under the symbols, hence placed after them: a name moves around the sites, or gives way. */
function communeLabels(): LayerSpecification {
  return {
    id: "noms-communes",
    type: "symbol",
    source: SOURCE_NOMS,
    filter: ["all", [">=", POPULATION, NAMED_FROM], ["<", POPULATION, VILLE]] as ExpressionSpecification,
    layout: {
      ...NAME_LAYOUT,
      "text-font": ["step", POPULATION, ["literal", [POLICE_TEXTE]], 8_000, ["literal", [POLICE_GRAS]]],
      "text-padding": 4,
      "text-variable-anchor": ["center", "bottom", "top", "left", "right"],
      "text-radial-offset": 0.9,
    },
    paint: NAME_PAINT,
  };
}

/** Above everything, hence placed first; a little below the chef-lieu, where the sites of the centre stay seen. */
function villeLabels(): LayerSpecification {
  return {
    id: "noms-villes",
    type: "symbol",
    source: SOURCE_NOMS,
    filter: ["all", [">=", POPULATION, NAMED_FROM], [">=", POPULATION, VILLE]] as ExpressionSpecification,
    layout: { ...NAME_LAYOUT, "text-font": [POLICE_GRAS], "text-padding": 1, "text-anchor": "top", "text-offset": [0, 0.7] },
    paint: NAME_PAINT,
  };
}
