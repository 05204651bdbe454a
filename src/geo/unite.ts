import { featureCollection, multiPolygon, simplify, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon } from "geojson";

/** Degrees: some twenty metres, under a pixel as far as a whole zone is seen. */
const TOLERANCE = 0.0002;

type Zone = Feature<Polygon | MultiPolygon>;

const together = (a: Zone, b: Zone): Zone => union(featureCollection([a, b])) ?? a;

/**
 * Zones made one (Turf's union, two by two so that a slice stays short). One zone alone comes back as it is; several are
 * first simplified by some twenty metres: the union takes a time that grows with their corners. Yields the share done.
 */
export function* uniteZones(zones: readonly MultiPolygon[]): Generator<number, MultiPolygon, void> {
  const [first] = zones;
  if (first === undefined || zones.length === 1) return first ?? { type: "MultiPolygon", coordinates: [] };
  let left = zones.map(({ coordinates }): Zone => simplify(multiPolygon(coordinates), { tolerance: TOLERANCE }));
  let done = 0;
  while (left.length > 1) {
    const next: Zone[] = [];
    for (let i = 0; i < left.length; i += 2) {
      const [a, b] = [left[i], left[i + 1]];
      if (a === undefined) continue;
      next.push(b === undefined ? a : together(a, b));
      done += b === undefined ? 0 : 1;
      yield done / (zones.length - 1);
    }
    left = next;
  }
  const geometry = left[0]?.geometry;
  if (geometry === undefined) return first;
  return geometry.type === "MultiPolygon" ? geometry : { type: "MultiPolygon", coordinates: [geometry.coordinates] };
}
