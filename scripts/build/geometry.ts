import type { Feature, FeatureCollection, Geometry, Point } from "geojson";
import { filter, filterWeight, planarRingArea, presimplify, simplify } from "topojson-simplify";
import { quantize } from "topojson-client";
import type { Objects, Topology } from "topojson-specification";
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
export function topojsonResource(head: Head, topology: Topology): Built {
  return asBuilt(head, "topojson", topology, countGeometries(topology));
}

function countGeometries(topology: Topology): number {
  return Object.values(topology.objects).reduce(
    (total, object) => total + (object.type === "GeometryCollection" ? object.geometries.length : 1),
    0,
  );
}

/** Visvalingam simplification: drops the points whose triangle is under `minArea` square degrees. */
export function simplifyTopology<T extends Objects>(topology: Topology<T>, minArea: number): Topology<T> {
  return simplify<T>(presimplify<T>(topology), minArea);
}

/** Square degrees: far under the smallest triangle of any grid used, above rounding noise. */
const FLAT = 1e-11;

/**
 * Coordinates on a grid of `steps` by `steps` over the box; rings flattened to nothing by the grid are dropped,
 * on both sides of a border. Throws when a geometry loses all of its rings.
 */
export function quantizeTopology<T extends Objects>(topology: Topology<T>, steps: number): Topology<T> {
  const gridded = quantize<T>(topology, steps);
  const kept = filter<T>(gridded, filterWeight(gridded, FLAT, planarRingArea));
  if (countGeometries(kept) !== countGeometries(topology)) throw new Error("géométrie vide après simplification");
  // No geometry was lost, so the objects are those that came in.
  return kept as Topology<T>;
}
