import { booleanPointInPolygon, polygon, rewind } from "@turf/turf";
import type { Feature, FeatureCollection, Geometry, LineString, MultiLineString, MultiPolygon, Point, Position } from "geojson";
import { filter, filterWeight, planarRingArea, presimplify, simplify } from "topojson-simplify";
import { mesh, quantize } from "topojson-client";
import { topology } from "topojson-server";
import type { GeometryCollection, Objects, Topology } from "topojson-specification";
import type { Built } from "./step";
import type { Head } from "./table-csv";

interface SitePoint {
  readonly lon: number;
  readonly lat: number;
  readonly properties: Readonly<Record<string, string | number | null>>;
}

/** Degrees to 5 decimals, about a metre. */
export const round5 = (degrees: number): number => Number(degrees.toFixed(5));

function asBuilt(head: Head, format: "geojson" | "topojson", value: unknown, rows: number): Built {
  return {
    descriptor: { ...head, path: `${head.name}.${format}`, format, mediatype: format === "geojson" ? "application/geo+json" : "application/json" },
    content: `${JSON.stringify(value)}\n`,
    rows,
  };
}

/** A GeoJSON resource of points, EPSG:4326. */
export function geojsonResource(head: Head, points: readonly SitePoint[]): Built {
  const features = points.map(
    (p): Feature<Point> => ({
      type: "Feature",
      properties: { ...p.properties },
      geometry: { type: "Point", coordinates: [round5(p.lon), round5(p.lat)] },
    }),
  );
  return geojsonFeatures(head, { type: "FeatureCollection", features });
}

export function geojsonFeatures(head: Head, collection: FeatureCollection<Geometry>): Built {
  return asBuilt(head, "geojson", collection, collection.features.length);
}

/** A TopoJSON resource; `rows` counts the geometries of its objects. */
export function topojsonResource(head: Head, topo: Topology): Built {
  return asBuilt(head, "topojson", topo, countGeometries(topo));
}

function countGeometries(topo: Topology): number {
  return Object.values(topo.objects).reduce(
    (total, object) => total + (object.type === "GeometryCollection" ? object.geometries.length : 1),
    0,
  );
}

/** Topology of feature collections, one object each. Arcs between two junctions are shared. */
export function topologyOf<K extends string>(objects: Readonly<Record<K, FeatureCollection>>): Topology<Record<K, GeometryCollection>> {
  return topology(objects) as Topology<Record<K, GeometryCollection>>;
}

export function collectionOf(features: readonly Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features: [...features] };
}

export function featureOf(geometry: Geometry, properties: Feature["properties"] = {}): Feature {
  return { type: "Feature", properties, geometry };
}

/** Square degrees: far under the smallest triangle of any grid used, above rounding noise. */
const FLAT = 1e-11;

/** The ring with its first point at its end: stitching leaves a ring open where the pieces do not quite meet. */
function closeRing(ring: readonly Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || (first[0] === last?.[0] && first[1] === last?.[1])) return [...ring];
  return [...ring, first];
}

/** Square degrees, whatever way the ring turns. */
function areaOf(ring: readonly Position[]): number {
  return planarRingArea(ring as [number, number][]);
}

function isWhole(ring: readonly Position[]): boolean {
  return ring.length >= 4 && areaOf(ring) > FLAT;
}

/** Whether at least half of the points of a ring are in another one: a simplified island may stick out of its lake. */
export function isInside(ring: readonly Position[], outer: readonly Position[]): boolean {
  const area = polygon([[...outer]]);
  return 2 * ring.filter((point) => booleanPointInPolygon(point, area)).length >= ring.length;
}

/**
 * Rings sorted again into outlines and their holes. Merging calls every ring but the largest a hole, even the second
 * reach of a river that only touches the first at a point.
 */
function sortRings(rings: readonly (readonly Position[])[]): readonly Position[][][] {
  const polygons: Position[][][] = [];
  for (const ring of rings.toSorted((a, b) => areaOf(b) - areaOf(a))) {
    const around = polygons.find(([outer = []]) => isInside(ring, outer));
    if (around === undefined) polygons.push([[...ring]]);
    else around.push([...ring]);
  }
  return polygons;
}

/** A surface as RFC 7946 wants it: rings closed, none flat, holes in their outline, outer ones anticlockwise and holes clockwise. */
export function cleanSurface(shape: MultiPolygon): MultiPolygon {
  const coordinates = shape.coordinates.flatMap((rings) => sortRings(rings.map(closeRing).filter(isWhole)));
  // turf gives back the kind of geometry it was given.
  return rewind({ type: "MultiPolygon", coordinates }) as MultiPolygon;
}

/** Pieces of lines stitched end to end where exactly they meet. */
export function stitchLines(lines: readonly (LineString | MultiLineString)[]): MultiLineString {
  const pieces = topologyOf({ lignes: collectionOf(lines.map((line) => featureOf(line))) });
  return mesh(pieces, pieces.objects.lignes);
}

/** Visvalingam simplification: drops the points whose triangle is under `minArea` square degrees. */
export function simplifyTopology<T extends Objects>(topo: Topology<T>, minArea: number): Topology<T> {
  return simplify<T>(presimplify<T>(topo), minArea);
}

/**
 * Coordinates on a grid of `steps` by `steps` over the box; rings flattened to nothing by the grid are dropped,
 * on both sides of a border. Throws when a geometry loses all of its rings.
 */
export function quantizeTopology<T extends Objects>(topo: Topology<T>, steps: number): Topology<T> {
  const gridded = quantize<T>(topo, steps);
  const kept = filter<T>(gridded, filterWeight(gridded, FLAT, planarRingArea));
  if (countGeometries(kept) !== countGeometries(topo)) throw new Error("géométrie vide après simplification");
  // No geometry was lost, so the objects are those that came in.
  return kept as Topology<T>;
}
