import type { Feature, FeatureCollection } from "geojson";
import * as v from "valibot";
import type { RawRows } from "./table-from-rows";

const geometry = v.nullable(v.looseObject({ type: v.string() }));
const collection = v.looseObject({
  type: v.literal("FeatureCollection"),
  features: v.array(
    v.looseObject({ type: v.literal("Feature"), geometry, properties: v.nullish(v.record(v.string(), v.unknown())) }),
  ),
});

/** Whether plain JSON has the shape of a FeatureCollection (geometries are only checked to be objects). */
export function isFeatureCollection(raw: unknown): raw is FeatureCollection {
  return v.is(collection, raw);
}

function pointOf(feature: Feature): readonly [unknown, unknown] {
  return feature.geometry?.type === "Point" ? [feature.geometry.coordinates[0], feature.geometry.coordinates[1]] : [null, null];
}

/** Whether every feature is a point: such a collection becomes a table with `lon` and `lat`. */
export function isPoints({ features }: FeatureCollection): boolean {
  return features.length > 0 && features.every((feature) => feature.geometry?.type === "Point");
}

/** The properties of each feature as named cells; points also give `lon` and `lat` (EPSG:4326, degrees). */
export function rowsFromFeatures(features: readonly Feature[], points: boolean): RawRows {
  const names = new Set<string>();
  for (const feature of features) for (const name of Object.keys(feature.properties ?? {})) names.add(name);
  if (points) for (const name of ["lon", "lat"]) names.add(name);
  const columns = [...names];
  return {
    columns,
    length: features.length,
    place: (row) => row + 1,
    cell: (row, column) => {
      const feature = features[row];
      const name = columns[column];
      if (feature === undefined || name === undefined) return undefined;
      if (points && name === "lon") return pointOf(feature)[0];
      if (points && name === "lat") return pointOf(feature)[1];
      return (feature.properties as Record<string, unknown> | null)?.[name];
    },
  };
}

/** A JSON array of plain objects as named cells: the other way to write a table. Null when it is not one. */
export function rowsFromJson(raw: unknown): RawRows | null {
  if (!v.is(v.array(v.record(v.string(), v.unknown())), raw)) return null;
  const columns = [...new Set(raw.flatMap((entry) => Object.keys(entry)))];
  return {
    columns,
    length: raw.length,
    place: (row) => row + 1,
    cell: (row, column) => raw[row]?.[columns[column] ?? ""],
  };
}
