import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { Provenance } from "../domain/provenance";
import { findColumn, sharedCell, type Table } from "../domain/table";

/** What the exported file is: GeoJSON plus the sources of its figures as a foreign member (RFC 7946, 6.1). */
export interface SourcedCollection extends FeatureCollection<Geometry | null> {
  readonly sources: readonly Provenance[];
}

function propertiesAt(table: Table, row: number): Record<string, string | number | boolean | null> {
  return Object.fromEntries(table.columns.map((column) => [column.name, sharedCell(column, row)]));
}

/** Where each row is, by its own `lon` and `lat`; null for a table that has none, or a row of which they are not known. */
function ownPlaces(table: Table): (row: number) => Geometry | null {
  const [lon, lat] = [findColumn(table, "lon"), findColumn(table, "lat")];
  if (lon?.type !== "nombre" || lat?.type !== "nombre") return () => null;
  return (row) => (Number.isNaN(lon.values[row]) || Number.isNaN(lat.values[row]) ? null : { type: "Point", coordinates: [lon.values[row]!, lat.values[row]!] });
}

/**
 * A table with the outlines of its territories, joined on `code` (EPSG:4326). A row without outline is at its own place
 * where it has one; else it keeps its figures with a null geometry. « Pas de donnée » is null.
 */
export function toGeoJson(table: Table, outlines: FeatureCollection, sources: readonly Provenance[]): SourcedCollection {
  const codes = findColumn(table, "code");
  if (codes?.type !== "texte") throw new Error(`table ${table.id}: no text column « code » to join its outlines on`);
  const placeOf = ownPlaces(table);
  const geometries = new Map(outlines.features.map((feature) => [String(feature.properties?.["code"] ?? feature.id), feature.geometry]));
  const features = Array.from({ length: table.length }, (_, row): Feature<Geometry | null> => {
    const code = codes.values[row] ?? "";
    return { type: "Feature", id: code, properties: propertiesAt(table, row), geometry: geometries.get(code) ?? placeOf(row) };
  });
  return { type: "FeatureCollection", features, sources };
}
