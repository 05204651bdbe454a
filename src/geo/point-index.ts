import Flatbush from "flatbush";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
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
