import type { Feature, FeatureCollection, Geometry } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** The named object of a topology. Throws when it is not there: the loader has checked the file. */
export function objectOf(topology: Topology, name: string): GeometryCollection {
  const object = topology.objects[name];
  if (object?.type !== "GeometryCollection") throw new Error(`topology: no object « ${name} »`);
  // Properties may be null in the file; nothing here reads them.
  return object as GeometryCollection;
}

/** GeoJSON of one object of a topology, EPSG:4326; a geometry's id becomes `properties.code`. */
export function featuresOf(topology: Topology, name: string, keep: (code: string) => boolean = () => true): FeatureCollection {
  const object = objectOf(topology, name);
  const kept: GeometryCollection = { ...object, geometries: object.geometries.filter((g) => keep(String(g.id ?? ""))) };
  const { features } = feature(topology, kept) as FeatureCollection;
  return { type: "FeatureCollection", features: features.map((f) => withCode(f)) };
}

function withCode(f: Feature<Geometry>): Feature<Geometry> {
  return f.id === undefined ? f : { ...f, properties: { ...f.properties, code: String(f.id) } };
}

/** Lines between geometries of different keys (and the outer rim): one MultiLineString, each border drawn once. */
export function bordersOf(topology: Topology, name: string, keyOf: (code: string) => string | null): Feature {
  const object = objectOf(topology, name);
  const inside: GeometryCollection = { ...object, geometries: object.geometries.filter((g) => keyOf(String(g.id ?? "")) !== null) };
  const geometry = mesh(topology, inside, (a, b) => a === b || keyOf(String(a.id ?? "")) !== keyOf(String(b.id ?? "")));
  return { type: "Feature", properties: {}, geometry };
}

/** [west, south, east, north] in degrees of a collection; null when it is empty. */
export function bboxOf(collection: FeatureCollection): readonly [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    const [x, y] = coordinates as unknown[];
    if (typeof x === "number" && typeof y === "number") {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    } else coordinates.forEach((inner) => visit(inner));
  };
  for (const { geometry } of collection.features) if (geometry !== null && "coordinates" in geometry) visit(geometry.coordinates);
  return west <= east ? [west, south, east, north] : null;
}
