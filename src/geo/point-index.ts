import Flatbush from "flatbush";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { around, distance } from "geokdbush";
import KDBush from "kdbush";
import pointInPolygon from "point-in-polygon-hao";
import { bboxOf } from "./outlines";

/**
 * For each point, the feature it is in (index in the collection), −1 when it is in none. A point on a border
 * belongs to the first feature of the collection that has it. Flatbush on the boxes, then point-in-polygon-hao:
 * about a thousand times faster than Turf on 5 000 points (bench « étiqueter »).
 */
export function tagPoints(polygons: FeatureCollection<Polygon | MultiPolygon>, lon: ArrayLike<number>, lat: ArrayLike<number>): Int32Array {
  const { features } = polygons;
  const tags = new Int32Array(lon.length).fill(-1);
  if (features.length === 0) return tags;
  const index = new Flatbush(features.length);
  for (const one of features) index.add(...(bboxOf({ type: "FeatureCollection", features: [one] }) ?? [0, 0, 0, 0]));
  index.finish();
  const rings = features.map(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates) as [number, number][][][]);
  for (let i = 0; i < lon.length; i += 1) {
    const x = lon[i]!;
    const y = lat[i]!;
    const candidates = index.search(x, y, x, y).toSorted((a, b) => a - b);
    tags[i] = candidates.find((f) => rings[f]!.some((polygon) => pointInPolygon([x, y], polygon) !== false)) ?? -1;
  }
  return tags;
}

export interface Nearest {
  /** Index of the nearest point of the list; −1 for an empty list. */
  readonly index: Int32Array;
  /** Great-circle kilometres to it; NaN for an empty list. */
  readonly km: Float64Array;
}

/**
 * For each point (lon, lat, degrees), the nearest of a list of others as the crow flies: kdbush + geokdbush, a hundred
 * times faster than Turf's nearestPoint on 4 293 communes and 2 500 pharmacies (bench « site-proche »).
 */
export function nearestOf(lon: ArrayLike<number>, lat: ArrayLike<number>, toLon: ArrayLike<number>, toLat: ArrayLike<number>): Nearest {
  const index = new Int32Array(lon.length).fill(-1);
  const km = new Float64Array(lon.length).fill(Number.NaN);
  if (toLon.length === 0) return { index, km };
  const tree = new KDBush(toLon.length);
  for (let i = 0; i < toLon.length; i += 1) tree.add(toLon[i]!, toLat[i]!);
  tree.finish();
  for (let i = 0; i < lon.length; i += 1) {
    const nearest = around(tree, lon[i]!, lat[i]!, 1)[0] ?? -1;
    index[i] = nearest;
    if (nearest >= 0) km[i] = distance(lon[i]!, lat[i]!, toLon[nearest]!, toLat[nearest]!);
  }
  return { index, km };
}

/** Great-circle kilometres between the points of two parallel lists, pair by pair; degrees. */
export function kmBetween(lon: ArrayLike<number>, lat: ArrayLike<number>, toLon: ArrayLike<number>, toLat: ArrayLike<number>): Float64Array {
  return Float64Array.from(lon, (x, i) => distance(x, lat[i] ?? Number.NaN, toLon[i] ?? Number.NaN, toLat[i] ?? Number.NaN));
}
