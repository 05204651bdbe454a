import type { Feature, FeatureCollection } from "geojson";
import type { BaseCarte } from "../../src/carto/compose-style";
import type { ScaledView } from "../../src/carto/marks/mark";
import { resolveScale } from "../../src/carto/resolve-scale";
import type { ClassSpec, ScaleSpec } from "../../src/carto/scale";
import type { View } from "../../src/carto/view";
import type { CoucheChargee, FondCarte } from "../../src/domain/chargement";
import type { CoucheId } from "../../src/domain/couche";
import type { Provenance, Quality } from "../../src/domain/provenance";
import type { Column, Table } from "../../src/domain/table";
import type { Unit } from "../../src/domain/units";

/** Made-up territories in a row, one degree of a tenth each, for tests only. */
export const CODES = ["87001", "87002", "87003", "87004", "87005", "87006"] as const;
export const NOMS = ["Aixe", "Bellac", "Châlus", "<Dournazac> & fils", "Eymoutiers", "Feytiat"] as const;
export const POPULATION = [5_700, 3_500, 1_700, 700, 2_000, 6_000] as const;
export const MINUTES = [5, 10, 12.5, 31, Number.NaN, 15] as const;

export function texts(name: string, values: readonly (string | null)[]): Column {
  return { name, label: name, type: "texte", values };
}
export function numbers(name: string, values: readonly number[], unit: Unit = "nombre", digits = 0): Column {
  return { name, label: name, type: "nombre", values: Float64Array.from(values), unit, digits };
}
export function tableOf(...columns: readonly Column[]): Table {
  return { id: "essai", length: columns[0]?.values.length ?? 0, columns };
}

export const TABLE = tableOf(
  texts("code", CODES),
  texts("nom", NOMS),
  numbers("lon", CODES.map((_, i) => 1 + i * 0.1), "degres", 4),
  numbers("lat", CODES.map(() => 45.85), "degres", 4),
  numbers("population", POPULATION, "habitants"),
  numbers("minutes", MINUTES, "minutes", 1),
);

export function square(west: number, south: number, side: number): Feature["geometry"] {
  const [east, north] = [west + side, south + side];
  return { type: "Polygon", coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

export const TERRITOIRES: FeatureCollection = {
  type: "FeatureCollection",
  features: CODES.map((code, i) => ({ type: "Feature", properties: { code, nom: NOMS[i] }, geometry: square(0.95 + i * 0.1, 45.8, 0.1) })),
};

export const SEUILS: ClassSpec = { method: "seuils", breaks: [10, 15, 20, 30] };
export function classes(defaultClasses: ClassSpec = SEUILS): ScaleSpec {
  return { kind: "classes", defaultClasses, presets: [], palette: "ylgnbu" };
}

export function viewOf(more: Partial<View> = {}): View {
  return {
    id: "temps",
    title: "Minutes jusqu'à la maison de santé la plus proche",
    table: TABLE,
    geometry: { kind: "territoires", niveau: "commune" },
    mark: "fill",
    column: "minutes",
    unit: "minutes",
    digits: 1,
    scale: classes(),
    quality: "derive",
    ...more,
  };
}
export function scaled(view: View = viewOf(), override?: ClassSpec): ScaledView {
  return { view, scale: resolveScale(view, override) };
}

export function provenance(title: string, quality: Quality = "officiel", licence = "Licence Ouverte 2.0"): Provenance {
  return { resource: "essai", title, publisher: "INSEE", licence, vintage: "2023", quality };
}

export const RIEN: FeatureCollection = { type: "FeatureCollection", features: [] };

/** The ground as documents draw it. */
export const FOND: FondCarte = {
  eau: { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: square(1, 45.82, 0.02) }] },
  bois: RIEN,
  rivieres: RIEN,
  routes: {
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: { classe: "primary" }, geometry: { type: "MultiLineString", coordinates: [[[1, 45.81], [1.4, 45.89]]] } }],
  },
  departements: { type: "FeatureCollection", features: [{ type: "Feature", properties: { dep: "87" }, geometry: square(0.95, 45.7, 0.7) }] },
  sources: [provenance("Routes", "officiel", "Open Database License 1.0")],
  issues: [],
};

export const BASE: BaseCarte = {
  niveau: "commune",
  territoires: TERRITOIRES,
  communes: TABLE,
  fond: { archives: "donnees/fond-87.{z}.bin.gz?v=essai", sources: FOND.sources },
  polices: { texte: "./texte.woff2", gras: "./gras.woff2" },
  sources: [provenance("Minutes", "derive")],
};

export function pointsCouche(couche: CoucheId, genre: string, places: readonly (readonly [number, number])[], quality: Quality = "officiel"): CoucheChargee {
  return {
    couche,
    count: places.length,
    sources: [provenance(couche, quality)],
    issues: [],
    features: {
      type: "FeatureCollection",
      features: places.map(([lon, lat], i) => ({
        type: "Feature",
        properties: { id: `${couche}-${i}`, nom: `${couche} ${i}`, genre, nombre: i + 1 },
        geometry: { type: "Point", coordinates: [lon, lat] },
      })),
    },
  };
}

export const ZONAGE: CoucheChargee = {
  couche: "zonage",
  count: 3,
  sources: [provenance("zonage")],
  issues: [],
  features: {
    type: "FeatureCollection",
    features: (["ZIP", "ZAC", "HZ"] as const).map((zone, i) => ({ type: "Feature", properties: { zone, communes: 2 }, geometry: square(0.95 + i * 0.2, 45.8, 0.2) })),
  },
};

export const SANS_SELECTION = { sujet: null, survol: null, classeSurvolee: null } as const;
