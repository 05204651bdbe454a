import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import type { ResourceName } from "../../src/domain/ressource";
import { featuresOf } from "../../src/geo/outlines";
import { tagPoints } from "../../src/geo/point-index";
import { type Check, type DataPackage, none, topologyOf } from "./package";

function ringsOf({ geometry }: Feature): readonly (readonly Position[])[] {
  if (geometry?.type === "Polygon") return geometry.coordinates;
  return geometry?.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}

function badRing(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1];
}

function outlines(data: DataPackage, name: ResourceName, expected: readonly string[]): readonly string[] {
  const topology = topologyOf(data, name);
  if (topology === null) return [`${name} absent`];
  const { features } = featuresOf(topology, "communes");
  const found = new Map(features.map((one) => [String(one.properties?.["code"]), one]));
  const lost = expected.filter((code) => !found.has(code)).map((code) => `${name} sans ${code}`);
  const invalid = features.filter((one) => ringsOf(one).length === 0 || ringsOf(one).some((ring) => badRing(ring))).map((one) => `${name} : ${String(one.properties?.["code"])} invalide`);
  return [...lost, ...invalid, ...(found.size === expected.length ? [] : [`${name} : ${found.size} contours pour ${expected.length} communes`])];
}

/** Chefs-lieux outside their own fine outline, in Haute-Vienne. */
function strayed(data: DataPackage): readonly string[] {
  const topology = topologyOf(data, "contours-87");
  if (topology === null) return ["contours-87 absent"];
  // Communes are polygons: the build makes nothing else of them.
  const polygons = featuresOf(topology, "communes") as FeatureCollection<Polygon | MultiPolygon>;
  const rows = data.rows("communes").filter((row) => row["dep"] === "87");
  const tags = tagPoints(polygons, rows.map((row) => Number(row["lon"])), rows.map((row) => Number(row["lat"])));
  return rows.filter((row, i) => polygons.features[tags[i] ?? -1]?.properties?.["code"] !== row["code"]).map((row) => row["nom"] ?? "");
}

/** [west, south, east, north]: the region and its ring. */
const BOITE = [-2.5, 42, 4.5, 48.5] as const;

function outside(data: DataPackage, name: ResourceName): readonly string[] {
  return (data.json<FeatureCollection>(name)?.features ?? []).flatMap(({ geometry, properties }) => {
    const [x = Number.NaN, y = Number.NaN] = geometry?.type === "Point" ? geometry.coordinates : [];
    return x >= BOITE[0] && x <= BOITE[2] && y >= BOITE[1] && y <= BOITE[3] ? [] : [`${name} : ${String(properties?.["nom"])}`];
  });
}

/** Outlines are whole and closed; points stand where they may. */
export const geometries: Check = (data) => {
  const codes = data.rows("communes").map((row) => row["code"] ?? "");
  const zones = (data.json<FeatureCollection>("zonage")?.features ?? []).filter((one) => ringsOf(one).length === 0 || ringsOf(one).some((ring) => badRing(ring)));
  return [
    none("contours de Haute-Vienne", outlines(data, "contours-87", codes.filter((code) => code.startsWith("87")))),
    none("contours de la région", outlines(data, "contours-na", codes)),
    none("zones fermées", zones.map(({ properties }) => `${String(properties?.["dep"])} ${String(properties?.["zone"])}`)),
    none("chefs-lieux dans leur commune (87)", strayed(data)),
    none("points dans la région et sa couronne", (["msp", "centres-sante", "stages"] as const).flatMap((name) => outside(data, name))),
  ];
};
