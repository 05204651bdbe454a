import type { Feature, FeatureCollection, MultiPolygon } from "geojson";
import { merge } from "topojson-client";
import type { MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from "topojson-specification";
import { objectOf } from "./outlines";

/**
 * Outlines of groups of communes (EPCI, bassins de vie, cantons …): topojson `merge` drops the shared arcs,
 * exactly and 440 to 760 times faster than Turf's union (bench « dissoudre »).
 *
 * @param keyOf group of a commune code, or null to leave it out
 * @returns one MultiPolygon a group, `properties.code`, groups in ascending code order
 */
export function dissolve(topology: Topology, name: string, keyOf: (code: string) => string | null): FeatureCollection<MultiPolygon> {
  const groups = new Map<string, (TopoPolygon | TopoMultiPolygon)[]>();
  for (const geometry of objectOf(topology, name).geometries) {
    const key = keyOf(String(geometry.id ?? ""));
    if (key === null || (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon")) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [geometry]);
    else group.push(geometry);
  }
  const features = [...groups.keys()].toSorted().map(
    (code): Feature<MultiPolygon> => ({
      type: "Feature",
      id: code,
      properties: { code },
      geometry: merge(topology, groups.get(code) ?? []),
    }),
  );
  return { type: "FeatureCollection", features };
}
