import type { Feature, FeatureCollection, Point, Position } from "geojson";
import { NOMS_DEPARTEMENT } from "../domain/perimetre";
import { numberValues, textValues, type Table } from "../domain/table";

/** Remembers a derived collection by the object it comes from: the map compares collections by reference. */
function derived<K extends object>(derive: (from: K) => FeatureCollection<Point>): (from: K) => FeatureCollection<Point> {
  const known = new WeakMap<K, FeatureCollection<Point>>();
  return (from) => {
    const found = known.get(from) ?? derive(from);
    known.set(from, found);
    return found;
  };
}

/** Chefs-lieux from a table with columns code, nom, lon, lat and population: properties code, nom, population. */
export const communePoints = derived<Table>((table) => {
  const population = numberValues(table, "population");
  return tablePoints(table, (row) => ({ population: orZero(population[row]) }));
});

/** Rows of a table with columns code, nom, lon, lat: properties id and every text column. */
export const rowPoints = derived<Table>((table) => {
  const texts = table.columns.filter((column) => column.type === "texte");
  return tablePoints(table, (row) => Object.fromEntries(texts.map(({ name, values }) => [name, values[row]])));
});

function tablePoints(table: Table, more: (row: number) => Record<string, unknown>): FeatureCollection<Point> {
  const [codes, noms] = [textValues(table, "code"), textValues(table, "nom")];
  const [lon, lat] = [numberValues(table, "lon"), numberValues(table, "lat")];
  const features: Feature<Point>[] = [];
  codes.forEach((code, row) => {
    const at = [lon[row] ?? Number.NaN, lat[row] ?? Number.NaN];
    if (code === null || !at.every(Number.isFinite)) return;
    features.push(point(at, { id: code, code, nom: noms[row] ?? code, ...more(row) }));
  });
  return { type: "FeatureCollection", features };
}

/** Where to write on each territory: the centroid of its largest part. Properties are kept. */
export const territoirePoints = derived<FeatureCollection>(({ features }) => ({
  type: "FeatureCollection",
  features: features.flatMap((feature) => {
    const ring = largestRing(feature);
    return ring === null ? [] : [point(centroid(ring), { ...feature.properties })];
  }),
}));

/** Names of the départements in the middle of each: outlines carry `code` or `dep`, the names are the domain's. */
export const departementPoints = derived<FeatureCollection>((departements) => ({
  type: "FeatureCollection",
  features: territoirePoints(departements).features.flatMap(({ geometry, properties }) => {
    const code = String(properties?.["code"] ?? properties?.["dep"] ?? "");
    const nom = NOMS_DEPARTEMENT[code];
    return nom === undefined ? [] : [point(geometry.coordinates, { code, nom })];
  }),
}));

function point(coordinates: Position, properties: Record<string, unknown>): Feature<Point> {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates } };
}

function orZero(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

/** The outer ring of the largest polygon of a feature; null when it has none. */
export function largestRing({ geometry }: Feature): readonly Position[] | null {
  const polygons = geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
  let best: readonly Position[] | null = null;
  for (const [ring] of polygons) {
    if (ring !== undefined && (best === null || Math.abs(twiceArea(ring)) > Math.abs(twiceArea(best)))) best = ring;
  }
  return best;
}

function twiceArea(ring: readonly Position[]): number {
  return sumEdges(ring, (x1, y1, x2, y2) => x1 * y2 - x2 * y1);
}

/** Plane centroid in degrees: within a commune the curvature does not show. */
function centroid(ring: readonly Position[]): Position {
  const [ox = 0, oy = 0] = ring[0] ?? [];
  const local = ring.map(([x = 0, y = 0]) => [x - ox, y - oy]);
  const area = twiceArea(local);
  if (area === 0) return [ox, oy];
  const x = sumEdges(local, (x1, y1, x2, y2) => (x1 + x2) * (x1 * y2 - x2 * y1));
  const y = sumEdges(local, (x1, y1, x2, y2) => (y1 + y2) * (x1 * y2 - x2 * y1));
  return [ox + x / (3 * area), oy + y / (3 * area)];
}

function sumEdges(ring: readonly Position[], term: (x1: number, y1: number, x2: number, y2: number) => number): number {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
    sum += term(x1, y1, x2, y2);
  }
  return sum;
}
