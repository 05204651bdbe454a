import type { Feature, Geometry, Position } from "geojson";
import { tenth } from "./xml";

/** A rectangle of the drawing, in its units (CSS pixels), y downwards. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** [west, south, east, north] in degrees, EPSG:4326. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

export interface Projection {
  readonly frame: Frame;
  /** Degrees (EPSG:4326) to the drawing's units. */
  point(position: Position): readonly [x: number, y: number];
  /** Ground metres that one unit of the drawing covers in the middle of the frame. */
  readonly metresPerUnit: number;
  /** Degrees seen in the frame. */
  readonly seen: Bbox;
  /** The zoom at which MapLibre (512-pixel tiles) would show the same scale. */
  readonly zoom: number;
}

const EARTH_RADIUS = 6_378_137;
const RAD = Math.PI / 180;

function mercatorY(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * RAD) / 2));
}
function latitudeOf(y: number): number {
  return (2 * Math.atan(Math.exp(y)) - Math.PI / 2) / RAD;
}

/** Web Mercator, as on the interactive map: the box in the middle of the frame, with a margin around it. */
export function fitProjection([west, south, east, north]: Bbox, frame: Frame, margin: number): Projection {
  const [left, right, bottom, top] = [west * RAD, east * RAD, mercatorY(south), mercatorY(north)];
  const scale = Math.min((frame.width - 2 * margin) / (right - left), (frame.height - 2 * margin) / (top - bottom));
  const [cx, cy] = [(left + right) / 2, (bottom + top) / 2];
  const [ox, oy] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
  const [dx, dy] = [frame.width / 2 / scale, frame.height / 2 / scale];
  return {
    frame,
    point: ([lon = 0, lat = 0]) => [ox + (lon * RAD - cx) * scale, oy - (mercatorY(lat) - cy) * scale],
    metresPerUnit: (EARTH_RADIUS * Math.cos(latitudeOf(cy) * RAD)) / scale,
    zoom: Math.log2((2 * Math.PI * scale) / 512),
    seen: [(cx - dx) / RAD, latitudeOf(cy - dy), (cx + dx) / RAD, latitudeOf(cy + dy)],
  };
}

/**
 * Path data of a geometry. Points are rounded to a tenth of a unit before they are compared, so that two
 * territories that share a border keep sharing it; parts wholly outside the frame are left out.
 */
export function pathOf(feature: Feature, projection: Projection): string {
  return linesOf(feature.geometry)
    .map(({ line, closed }) => partPath(line, closed, projection))
    .join("");
}

interface Line {
  readonly line: readonly Position[];
  readonly closed: boolean;
}

function linesOf(geometry: Geometry | null): readonly Line[] {
  switch (geometry?.type) {
    case "Polygon":
      return geometry.coordinates.map((line) => ({ line, closed: true }));
    case "MultiPolygon":
      return geometry.coordinates.flat().map((line) => ({ line, closed: true }));
    case "LineString":
      return [{ line: geometry.coordinates, closed: false }];
    case "MultiLineString":
      return geometry.coordinates.map((line) => ({ line, closed: false }));
    case "GeometryCollection":
      return geometry.geometries.flatMap(linesOf);
    default:
      return [];
  }
}

/** Anything smaller than this many tenths of a unit in both directions is a speck. */
const SPECK = 4;

function partPath(line: readonly Position[], closed: boolean, { point, frame }: Projection): string {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  const points: (readonly [number, number])[] = [];
  let last: readonly [number, number] = [Number.NaN, Number.NaN];
  for (const position of line) {
    const [x, y] = point(position);
    // In tenths: whole numbers add up exactly in relative commands.
    const here = [Math.round(x * 10), Math.round(y * 10)] as const;
    if (here[0] === last[0] && here[1] === last[1]) continue;
    [minX, maxX] = [Math.min(minX, here[0]), Math.max(maxX, here[0])];
    [minY, maxY] = [Math.min(minY, here[1]), Math.max(maxY, here[1])];
    points.push(here);
    last = here;
  }
  const out = maxX < frame.x * 10 || minX > (frame.x + frame.width) * 10 || maxY < frame.y * 10 || minY > (frame.y + frame.height) * 10;
  if (out || points.length < (closed ? 4 : 2) || (maxX - minX < SPECK && maxY - minY < SPECK)) return "";
  return relativePath(closed ? points.slice(0, -1) : points, closed);
}

function relativePath(points: readonly (readonly [number, number])[], closed: boolean): string {
  let [px, py] = points[0] ?? [0, 0];
  let d = `M${tenth(px / 10)} ${tenth(py / 10)}l`;
  points.slice(1).forEach(([x, y], i) => {
    const dx = tenth((x - px) / 10);
    const dy = tenth((y - py) / 10);
    d += `${i > 0 && !dx.startsWith("-") ? " " : ""}${dx}${dy.startsWith("-") ? "" : " "}${dy}`;
    [px, py] = [x, y];
  });
  return closed ? `${d}z` : d;
}
