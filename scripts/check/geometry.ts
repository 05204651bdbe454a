import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import type { ResourceName } from "../../src/domain/ressource";
import { featuresOf } from "../../src/geo/outlines";
import { tagPoints } from "../../src/geo/point-index";
import { type Check, type DataPackage, none, topologyOf } from "./package";
import { surfaceOffence } from "./rings";

/** Chefs-lieux that the coarse outline of the region leaves just outside: they sit on the border of their commune. */
const CHEFS_LIEUX_HORS_CONTOUR: ReadonlySet<string> = new Set(["17045"]);

function outlines(data: DataPackage, name: ResourceName, object: string, expected: readonly string[]): readonly string[] {
  const topology = topologyOf(data, name);
  if (topology === null) return [`${name} absent`];
  const { features } = featuresOf(topology, object);
  const found = new Set(features.map((one) => String(one.properties?.["code"])));
  const lost = expected.filter((code) => !found.has(code)).map((code) => `${name} sans ${code}`);
  const invalid = features.flatMap((one) => {
    const offence = surfaceOffence(one);
    return offence === null ? [] : [`${name} : ${String(one.properties?.["code"])} ${offence}`];
  });
  const several = features.length === expected.length ? [] : [`${name} : ${features.length} contours pour ${expected.length}`];
  return [...lost, ...invalid, ...several];
}

/** Chefs-lieux outside the outline of their own commune. */
function strayed(data: DataPackage, name: ResourceName, dep: string): readonly string[] {
  const topology = topologyOf(data, name);
  if (topology === null) return [`${name} absent`];
  // Communes are polygons: the build makes nothing else of them.
  const polygons = featuresOf(topology, "communes") as FeatureCollection<Polygon | MultiPolygon>;
  const rows = data.rows("communes").filter((row) => (row["dep"] ?? "").startsWith(dep));
  const tags = tagPoints(polygons, rows.map((row) => Number(row["lon"])), rows.map((row) => Number(row["lat"])));
  const lost = rows.filter((row, i) => polygons.features[tags[i] ?? -1]?.properties?.["code"] !== row["code"]);
  return lost.map((row) => `${row["code"] ?? ""} ${row["nom"] ?? ""}`);
}

/** [west, south, east, north]: the region and its ring. */
const BOITE = [-2.5, 42, 4.5, 48.5] as const;
const inBox = (x: number, y: number): boolean => x >= BOITE[0] && x <= BOITE[2] && y >= BOITE[1] && y <= BOITE[3];

const COUCHES = ["msp", "centres-sante", "stages"] as const satisfies readonly ResourceName[];
const TABLES = ["communes", "etablissements", "urgences", "corrections", "communes-couronne", "services", "lieux-dits"] as const satisfies readonly ResourceName[];

function outside(data: DataPackage, name: ResourceName): readonly string[] {
  return (data.json<FeatureCollection>(name)?.features ?? []).flatMap(({ geometry, properties }) => {
    const [x = Number.NaN, y = Number.NaN] = geometry?.type === "Point" ? geometry.coordinates : [];
    return inBox(x, y) ? [] : [`${name} : ${String(properties?.["nom"])}`];
  });
}

function rowsOutside(data: DataPackage, name: ResourceName): readonly string[] {
  return data.rows(name).filter((row) => !inBox(Number(row["lon"]), Number(row["lat"]))).map((row) => `${name} : ${row["nom"] ?? ""}`);
}

/** Objects of the basemap and the type each must have. */
const FOND: readonly (readonly [ResourceName, object: string, type: string])[] = [
  ["rivieres", "rivieres", "MultiLineString"],
  ["eau-bois-87", "eau", "MultiPolygon"],
  ["eau-bois-87", "bois", "MultiPolygon"],
  ["eau-bois-na", "eau", "MultiPolygon"],
  ["eau-bois-na", "bois", "MultiPolygon"],
  ["routes-87", "routes", "MultiLineString"],
  ["routes-na", "routes", "MultiLineString"],
];

function basemapOffences(data: DataPackage, [name, object, type]: (typeof FOND)[number]): readonly string[] {
  const topology = topologyOf(data, name);
  if (topology?.objects[object] === undefined) return [`${name} sans « ${object} »`];
  const { features } = featuresOf(topology, object);
  const wrong = features.filter(({ geometry }) => geometry.type !== type || !("coordinates" in geometry) || geometry.coordinates.length === 0);
  const surfaces = type === "MultiPolygon" ? features.flatMap((one) => surfaceOffence(one) ?? []) : [];
  return [...(features.length === 0 || wrong.length > 0 ? [`${name} : « ${object} » vide ou d'un autre type`] : []), ...surfaces.map((offence) => `${name}, ${object} : ${offence}`)];
}

function zoneOffences(data: DataPackage): readonly string[] {
  return (data.json<FeatureCollection>("zonage")?.features ?? []).flatMap((one) => {
    const offence = surfaceOffence(one);
    return offence === null ? [] : [`${String(one.properties?.["dep"])} ${String(one.properties?.["zone"])} ${offence}`];
  });
}

/** Outlines are whole, closed and rightly turned; points stand where they may; the basemap is not empty. */
export const geometries: Check = (data) => {
  const codes = data.rows("communes").map((row) => row["code"] ?? "");
  const far = strayed(data, "contours-na", "").filter((found) => !CHEFS_LIEUX_HORS_CONTOUR.has(found.slice(0, 5)));
  return [
    none("contours de Haute-Vienne", outlines(data, "contours-87", "communes", codes.filter((code) => code.startsWith("87")))),
    none("contours de la région", outlines(data, "contours-na", "communes", codes)),
    none("contours des départements", outlines(data, "contours-departements", "departements", DEPARTEMENTS_NA)),
    none("zones fermées", zoneOffences(data)),
    none("chefs-lieux dans leur commune (87)", strayed(data, "contours-87", "87")),
    none("chefs-lieux dans leur commune (région)", far),
    none("points dans la région et sa couronne", [...COUCHES.flatMap((name) => outside(data, name)), ...TABLES.flatMap((name) => rowsOutside(data, name))]),
    none("fond de carte", FOND.flatMap((one) => basemapOffences(data, one))),
  ];
};
