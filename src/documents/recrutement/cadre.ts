import type { Feature, FeatureCollection, Geometry, Position } from "geojson";
import { numberValues, selectRows } from "../../domain/table";
import type { SvgMapInput } from "../svg-map/input";
import { type Bbox, fitProjection } from "../svg-map/projection";
import { BREATH } from "../svg-map/svg-map";

/** The map's drawing, in CSS pixels: as wide as its column on an A4 page. */
export const CARTE = { width: 500, height: 300 } as const;
const KM_PAR_DEGRE = 111.32;
/** Kilometres shown beyond the outline: about as far as one drives in the minutes that count. */
const AUTOUR_KM = 18;

/** The parts of a geometry, each by itself. */
function parts(geometry: Geometry): readonly Exclude<Geometry, { type: "GeometryCollection" }>[] {
  if (geometry.type === "MultiPolygon") return geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  if (geometry.type === "MultiLineString") return geometry.coordinates.map((coordinates) => ({ type: "LineString", coordinates }));
  return geometry.type === "GeometryCollection" ? geometry.geometries.flatMap((one) => [...parts(one)]) : [geometry];
}

function positions(geometry: Geometry): readonly Position[] {
  return parts(geometry).flatMap((part): readonly Position[] => {
    if (part.type === "Point") return [part.coordinates];
    if (part.type === "Polygon") return part.coordinates[0] ?? [];
    return part.type === "LineString" || part.type === "MultiPoint" ? part.coordinates : [];
  });
}

function boxOf(geometry: Geometry): Bbox {
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x = Number.NaN, y = Number.NaN] of positions(geometry)) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  return [west, south, east, north];
}

/** What meets a box; things in several parts keep those that do (`split`), or all of them. */
function within({ features }: FeatureCollection, [west, south, east, north]: Bbox, split: boolean): FeatureCollection {
  const meets = (geometry: Geometry): boolean => {
    const box = boxOf(geometry);
    return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
  };
  const pieces = split ? features.flatMap((feature) => parts(feature.geometry).map((geometry): Feature => ({ ...feature, geometry }))) : features;
  return { type: "FeatureCollection", features: pieces.filter(({ geometry }) => meets(geometry)) };
}

/**
 * The same map around one of its territories, and nothing of what is out of sight: a sheet stays small. Throws when the territory
 * is not drawn.
 */
export function cadrerSur(input: SvgMapInput, code: string): SvgMapInput {
  const own = input.territoires.features.find(({ properties }) => properties?.["code"] === code);
  if (own === undefined) throw new Error(`no outline for ${code}`);
  const [west, south, east, north] = boxOf(own.geometry);
  const dy = AUTOUR_KM / KM_PAR_DEGRE;
  const dx = dy / Math.cos((((south + north) / 2) * Math.PI) / 180);
  const bbox: Bbox = [west - dx, south - dy, east + dx, north + dy];
  const { seen } = fitProjection(bbox, { x: 0, y: 0, ...CARTE }, BREATH);
  const [lon, lat] = [numberValues(input.communes, "lon"), numberValues(input.communes, "lat")];
  const rows = Array.from(lon.keys()).filter((row) => lon[row]! >= seen[0] && lon[row]! <= seen[2] && lat[row]! >= seen[1] && lat[row]! <= seen[3]);
  const { fond } = input;
  return {
    ...input,
    bbox,
    choisi: code,
    communes: selectRows(input.communes, rows),
    territoires: within(input.territoires, seen, false),
    fond: fond === null ? null : { ...fond, eau: within(fond.eau, seen, true), bois: within(fond.bois, seen, true), rivieres: within(fond.rivieres, seen, true), routes: within(fond.routes, seen, true) },
    couches: input.couches.map((couche) => {
      const features = within(couche.features, seen, false);
      return { ...couche, features, count: features.features.length };
    }),
  };
}
