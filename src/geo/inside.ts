import Flatbush from "flatbush";
import type { MultiPolygon } from "geojson";
import pointInPolygon from "point-in-polygon-hao";

/** Points between two yields: a few milliseconds. */
const SLICE = 1000;

type Rings = [number, number][][];

/** West, south, east and north of the outer ring of a polygon. */
function boxOf([outer = []]: Rings): readonly [number, number, number, number] {
  return outer.reduce<[number, number, number, number]>(([west, south, east, north], [x, y]) => [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)], [Infinity, Infinity, -Infinity, -Infinity]);
}

/**
 * Whether each point (degrees, EPSG:4326) is in at least one of some zones: 1 inside or on a border, 0 outside, in a hole, or
 * without coordinates. Flatbush on the boxes, then point-in-polygon-hao. Yields the share of the points done.
 */
export function* insideAny(zones: readonly MultiPolygon[], lon: ArrayLike<number>, lat: ArrayLike<number>): Generator<number, Uint8Array, void> {
  const inside = new Uint8Array(lon.length);
  const polygons = zones.flatMap(({ coordinates }) => coordinates as Rings[]);
  if (polygons.length === 0) return inside;
  const index = new Flatbush(polygons.length);
  for (const rings of polygons) index.add(...boxOf(rings));
  index.finish();
  for (let i = 0; i < lon.length; i += 1) {
    if (i > 0 && i % SLICE === 0) yield i / lon.length;
    const [x, y] = [lon[i]!, lat[i]!];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    inside[i] = index.search(x, y, x, y).some((at) => pointInPolygon([x, y], polygons[at]!) !== false) ? 1 : 0;
  }
  return inside;
}
