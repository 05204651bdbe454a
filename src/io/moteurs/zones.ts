import type { MultiPolygon, Position } from "geojson";
import { type Outcome, success } from "../../domain/outcome";
import { asObject, illisible } from "./moteur";

function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value)) return false;
  const [lon, lat] = value as unknown[];
  return typeof lon === "number" && typeof lat === "number" && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** A ring that goes nowhere is not drawn and holds nobody. */
const SHORTEST_RING = 4;

function isRing(value: unknown): value is Position[] {
  return Array.isArray(value) && value.length >= SHORTEST_RING && value.every(isPosition);
}

function isPolygon(value: unknown): value is Position[][] {
  return Array.isArray(value) && value.length > 0 && value.every(isRing);
}

/** The polygons of a geometry, each place of which is a longitude and a latitude; null for anything else. */
export function polygonsOf(geometry: unknown): readonly Position[][][] | null {
  const { type, coordinates } = asObject(geometry) ?? {};
  if (type === "Polygon") return isPolygon(coordinates) ? [coordinates] : null;
  if (type !== "MultiPolygon" || !Array.isArray(coordinates) || coordinates.length === 0) return null;
  return coordinates.every(isPolygon) ? coordinates : null;
}

/**
 * The zones of a collection of polygons, one for each of the `minutes`, as Valhalla and openrouteservice answer. Refused
 * when one is missing: a zone must not be taken for that of another time.
 * @param minutesOf the time that the properties of a feature name
 */
export function readZones(moteur: string, json: Readonly<Record<string, unknown>>, minutes: readonly number[], minutesOf: (properties: Readonly<Record<string, unknown>>) => unknown): Outcome<readonly MultiPolygon[]> {
  const features: unknown = json["features"];
  if (json["type"] !== "FeatureCollection" || !Array.isArray(features)) return illisible(moteur, "une collection de polygones GeoJSON est attendue");
  const read = features.map((feature) => {
    const { geometry, properties } = asObject(feature) ?? {};
    return { polygons: polygonsOf(geometry), minutes: minutesOf(asObject(properties) ?? {}) };
  });
  if (read.some(({ polygons }) => polygons === null)) return illisible(moteur, "une zone n'est pas un polygone en longitude et latitude");
  const zones = minutes.map((wanted): MultiPolygon => ({ type: "MultiPolygon", coordinates: read.flatMap((one) => (one.minutes === wanted ? (one.polygons ?? []) : [])) }));
  const missing = minutes.find((_, i) => zones[i]?.coordinates.length === 0);
  return missing === undefined ? success(zones) : illisible(moteur, `la zone de ${missing} min manque`);
}
