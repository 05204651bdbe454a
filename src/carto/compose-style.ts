import type { ExpressionSpecification, LayerSpecification, RasterSourceSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";
import type { CoucheChargee, FondTuiles } from "../domain/chargement";
import { COUCHES, ORIGINE_COUCHE } from "../domain/couche";
import type { Niveau } from "../domain/perimetre";
import type { Provenance } from "../domain/provenance";
import type { Table } from "../domain/table";
import { basemapPart } from "./basemap";
import { composeStates, type SelectionCarte } from "./compose-states";
import { couchePart } from "./couche-parts";
import type { MapModel } from "./map-model";
import type { Ground, ScaledView } from "./marks/mark";
import { TERRITOIRES_COULEURS } from "./marks/fill";
import { MARKS } from "./marks/registry";
import { memoLast } from "./memo";
import { INK } from "./palettes";
import { communePoints, territoirePoints } from "./points";
import { spreadPoints } from "./spread";
import { byZoom, ETAGES, geojsonSource, POLICE_GRAS, POLICE_TEXTE, role, SOURCE_TERRITOIRES, type Etage, type StylePart } from "./style-parts";

/** What lies under every view. */
export interface BaseCarte {
  readonly niveau: Niveau;
  /** Outlines of the territories of that level: properties `code` and `nom`. */
  readonly territoires: FeatureCollection;
  /** Columns code, nom, lon, lat, population: names on the map. */
  readonly communes: Table;
  /** null where there is none: the map is then paper, outlines and names. */
  readonly fond: FondTuiles | null;
  /** Addresses of the bundled fonts (woff2), as the page resolves them. */
  readonly polices: { readonly texte: string; readonly gras: string };
  /** The result colours nothing: outlines stand out from the bare ground. Absent while colours are awaited, which bring no other style. */
  readonly nu?: boolean;
  /** Where the figures of the views come from. */
  readonly sources: readonly Provenance[];
}

/**
 * The whole map as plain data: a style without features, their collections by reference, and the state of each
 * feature by code. Same arguments (by reference) give back the same style, collections and states, so that the
 * map has nothing to compare. Layers are drawn in the order of COUCHES whatever theirs here. Of the views drawn on the territories themselves (mark fill), the last one shows.
 */
export function composeStyle(
  base: BaseCarte,
  views: readonly ScaledView[],
  couches: readonly CoucheChargee[],
  selection: SelectionCarte,
): MapModel {
  const ordered = couches.toSorted((a, b) => COUCHES.indexOf(a.couche) - COUCHES.indexOf(b.couche));
  const parts = composeParts(base, views, ordered);
  const { texte, gras } = base.polices;
  return {
    style: composeDocument(parts, texte, gras),
    data: withSelection(parts.data, litFeatures(base.territoires, codeChoisi(base.niveau, selection), selection.survol)),
    states: composeStates(views, ordered, selection),
    quadrillages: composeQuadrillages(views, selection.classeSurvolee),
    images: parts.images,
    attributions: composeAttributions([...base.sources, ...(base.fond?.sources ?? []), ...couches.flatMap(({ sources }) => sources)]),
  };
}

const composeParts = memoLast(
  ({ fond, territoires, communes, niveau, nu }: BaseCarte, views: readonly ScaledView[], couches: readonly CoucheChargee[]) => [
    fond,
    territoires,
    communes,
    niveau,
    nu,
    ...views.flatMap(({ view, scale }) => [view, scale]),
    ...couches,
  ],
  (base, views, couches): StylePart => {
    const communes = communePoints(base.communes);
    // One point a territory: the chef-lieu of a commune, the middle of the outline elsewhere.
    const reperes = base.niveau === "commune" ? communes : territoirePoints(base.territoires);
    const ground: Ground = { territoires: base.territoires, reperes };
    const spread = spreadCouches(couches);
    return merge([
      basemapPart(base.fond, communes),
      territoiresPart(base.territoires, attendCouleurs(views), base.nu === true ? BORDS_NUS : BORDS),
      ...views.map((scaled) => viewPart(scaled, ground)),
      ...couches.map(({ couche, features }) => couchePart(couche, spread.get(couche) ?? features)),
    ]);
  },
);

const composeQuadrillages = memoLast(
  (views: readonly ScaledView[], classe: number | null) => [classe, ...views.flatMap(({ view, scale }) => [view, scale])],
  (views, classe): MapModel["quadrillages"] =>
    Object.fromEntries(
      views.flatMap((scaled) => {
        const mark = MARKS[scaled.view.mark];
        const cells = mark.quadrillage?.(scaled, classe) ?? null;
        return cells === null ? [] : [[mark.source(scaled.view), cells]];
      }),
    ),
);

// Apart from the rest: a change of classes must give back the same points.
const spreadCouches = memoLast(
  (couches: readonly CoucheChargee[]) => couches,
  (couches) => {
    const sites = couches.filter(({ couche }) => ORIGINE_COUCHE[couche].kind === "points");
    return spreadPoints(new Map(sites.map(({ couche, features }) => [couche, features])));
  },
);

/** Tiles that the map paints: their address comes with the cells. */
const TUILES: RasterSourceSpecification = { type: "raster", tiles: [], tileSize: 256 };

/** A view as its mark draws it. */
function viewPart(scaled: ScaledView, ground: Ground): StylePart {
  const mark = MARKS[scaled.view.mark];
  const features = mark.features(scaled.view, ground);
  const layers: Partial<Record<Etage, readonly LayerSpecification[]>> = {};
  for (const { etage, layer } of mark.layers(scaled)) layers[etage] = [...(layers[etage] ?? []), layer];
  const own = features !== null ? geojsonSource("code") : mark.quadrillage === undefined ? null : TUILES;
  return {
    sources: own === null ? {} : { [mark.source(scaled.view)]: own },
    data: features === null ? {} : { [mark.source(scaled.view)]: features },
    images: mark.images(scaled),
    layers,
  };
}

/** The outlines that are lit, apart from the others: a line of no width around every territory costs as much as a drawn one. */
const SOURCE_SELECTION = "selection";

const litFeatures = memoLast(
  (territoires: FeatureCollection, choisi: string | null, survol: string | null) => [territoires, choisi, survol],
  ({ features }, choisi, survol): FeatureCollection => {
    const lit = (code: string | null, etat: "survol" | "choisi") =>
      features.filter(({ properties }) => code !== null && properties?.["code"] === code).map((feature) => ({ ...feature, properties: { etat } }));
    return { type: "FeatureCollection", features: [...(survol === choisi ? [] : lit(survol, "survol")), ...lit(choisi, "choisi")] };
  },
);

const withSelection = memoLast(
  (data: StylePart["data"], lit: FeatureCollection) => [data, lit],
  (data, lit): StylePart["data"] => ({ ...data, [SOURCE_SELECTION]: lit }),
);

function codeChoisi(niveau: Niveau, { sujet }: SelectionCarte): string | null {
  return sujet?.genre === "territoire" && sujet.niveau === niveau ? sujet.code : null;
}

/** Width of what is selected, and of what is under the pointer. */
function litWidth(choisi: number, survol: number): ExpressionSpecification {
  return ["match", ["get", "etat"], "choisi", choisi, survol];
}

/** Whether the territories are coloured, or may soon be: a layer that came with the first result would have all their tiles read again. */
function attendCouleurs(views: readonly ScaledView[]): boolean {
  return views.length === 0 || views.some(({ view }) => view.mark === "fill");
}

/** Outlines over colours; over the bare ground, which is as light as they are, they are grey. */
const BORDS = { "line-color": "#ffffff", "line-opacity": 0.65 };
const BORDS_NUS: typeof BORDS = { "line-color": "#8b949c", "line-opacity": 0.6 };

/** Outlines, their colours, and what answers the pointer whatever is drawn. */
function territoiresPart(territoires: FeatureCollection, couleurs: boolean, bords: typeof BORDS): StylePart {
  const lit = { type: "line", source: SOURCE_SELECTION, layout: { "line-join": "round" } } as const;
  return {
    sources: { [SOURCE_TERRITOIRES]: geojsonSource("code"), [SOURCE_SELECTION]: geojsonSource() },
    data: { [SOURCE_TERRITOIRES]: territoires },
    images: {},
    layers: {
      sol: [
        {
          id: "territoires-cible",
          type: "fill",
          source: SOURCE_TERRITOIRES,
          ...role({ role: "territoire" }),
          paint: { "fill-color": INK, "fill-opacity": 0 },
        },
      ],
      surfaces: couleurs ? [TERRITOIRES_COULEURS] : [],
      limites: [
        {
          id: "territoires-bords",
          type: "line",
          source: SOURCE_TERRITOIRES,
          paint: { ...bords, "line-width": byZoom(6, 0.25, 9, 0.8, 13, 1.6) },
        },
      ],
      selection: [
        { ...lit, id: "territoires-halo", paint: { "line-color": "#ffffff", "line-width": litWidth(6, 4) } },
        { ...lit, id: "territoires-choisis", paint: { "line-color": INK, "line-width": litWidth(3, 1.6) } },
      ],
    },
  };
}

function merge(parts: readonly StylePart[]): StylePart {
  const layers: Partial<Record<Etage, readonly LayerSpecification[]>> = {};
  for (const etage of ETAGES) layers[etage] = parts.flatMap((part) => part.layers[etage] ?? []);
  const all = <T>(pick: (part: StylePart) => Readonly<Record<string, T>>): Record<string, T> => Object.assign({}, ...parts.map(pick)) as Record<string, T>;
  return { sources: all((p) => p.sources), data: all((p) => p.data), images: all((p) => p.images), layers };
}

const composeDocument = memoLast(
  (parts: StylePart, texte: string, gras: string) => [parts, texte, gras],
  (parts, texte, gras): StyleSpecification => ({
    version: 8,
    name: "Maillage",
    "font-faces": { [POLICE_TEXTE]: [{ url: texte }], [POLICE_GRAS]: [{ url: gras }] },
    transition: { duration: 0, delay: 0 },
    sources: { ...parts.sources },
    layers: ETAGES.flatMap((etage) => parts.layers[etage] ?? []),
  }),
);

/** What the database licence of OpenStreetMap asks to be written, word for word. */
const OPENSTREETMAP = "© les contributeurs d'OpenStreetMap, ODbL";

/** « producteur, millésime », each once, in order of appearance. */
const composeAttributions = memoLast(
  (sources: readonly Provenance[]) => sources,
  (sources): readonly string[] => [...new Set(sources.map(attributionOf))],
);

function attributionOf({ publisher, vintage, licence }: Provenance): string {
  return /ODbL|Open Database/.test(licence) ? OPENSTREETMAP : `${publisher}, ${vintage}`;
}
