import { type Arranged, arrange } from "./arrange";
import {
  aligned,
  type Codec,
  CODECS,
  ENTRY,
  FORMAT_VERSION,
  HEADER,
  HEADER_BYTES,
  MAGIC,
  SECTION,
  SECTION_ENTRY_BYTES,
  type SectionName,
} from "./format";
import { toPlanes } from "./planes";
import { CITY_BIT, DENSE_BIT, ONE_WAY_BIT, RAMP_BIT, type RawEdge, type RawGraph, UNITS_PER_DEGREE } from "./road-graph";
import { type EdgeGeometry, shapeLengthDm } from "./shape-length";

function attributesOf(edge: RawEdge): number {
  return edge.roadClass | (edge.ramp ? RAMP_BIT : 0) | (edge.oneWay ? ONE_WAY_BIT : 0) | (edge.dense ? DENSE_BIT : 0) | (edge.city ? CITY_BIT : 0);
}

/** Throws when a value does not fit its column: a defect of the build, never of the reader. */
function checked<T extends Int16Array | Uint16Array | Uint8Array>(target: T, values: readonly number[], name: string): T {
  values.forEach((value, i) => {
    target[i] = value;
    if (target[i] !== value) throw new Error(`graph ${name}: ${String(value)} does not fit`);
  });
  return target;
}

type Columns = Readonly<Record<SectionName, ArrayLike<number>>>;

function columnsOf({ lonE5, latE5, edges }: Omit<Arranged, "order">): Columns {
  const shape = edges.flatMap((edge) => edge.shape);
  const shapeStart = new Int32Array(edges.length + 1);
  edges.forEach((edge, e) => (shapeStart[e + 1] = shapeStart[e]! + edge.shape.length / 2));
  const geometry: EdgeGeometry = {
    lonE5,
    latE5,
    from: Int32Array.from(edges, (edge) => edge.from),
    to: Int32Array.from(edges, (edge) => edge.to),
    shapeStart,
    shapeDx: checked(new Int16Array(shape.length / 2), shape.filter((_, i) => i % 2 === 0), "shapeDx"),
    shapeDy: checked(new Int16Array(shape.length / 2), shape.filter((_, i) => i % 2 === 1), "shapeDy"),
  };
  return {
    lon: lonE5,
    lat: latE5,
    from: geometry.from,
    reach: Int32Array.from(edges, (edge) => edge.to - edge.from),
    detour: Int32Array.from(edges, (edge, e) => Math.round(edge.metres * 10) - shapeLengthDm(geometry, e)),
    attributes: Uint8Array.from(edges, attributesOf),
    urban: checked(new Uint8Array(edges.length), edges.map((edge) => Math.round(edge.urban * 100)), "urban"),
    curvature: checked(new Uint16Array(edges.length), edges.map((edge) => Math.round(edge.curvature * 100)), "curvature"),
    shapeCount: Uint16Array.from(edges, (edge) => edge.shape.length / 2),
    shapeDx: geometry.shapeDx,
    shapeDy: geometry.shapeDy,
  };
}

/** [min, max] of a column; [0, 0] when it is empty. */
export function extent(values: ArrayLike<number>): readonly [number, number] {
  let min = values[0] ?? 0;
  let max = min;
  for (let i = 1; i < values.length; i += 1) {
    min = Math.min(min, values[i]!);
    max = Math.max(max, values[i]!);
  }
  return [min, max];
}

/** Rank of a tile and how many there are; a graph whole is tile 0 of 1. */
interface TilePlace {
  readonly rank: number;
  readonly count: number;
}

function writeHeader(view: DataView, columns: Columns, sectionCount: number, tile: TilePlace): void {
  for (let i = 0; i < MAGIC.length; i += 1) view.setUint8(i, MAGIC.charCodeAt(i));
  view.setUint32(HEADER.version, FORMAT_VERSION, true);
  view.setUint32(HEADER.sectionCount, sectionCount, true);
  view.setUint32(HEADER.totalBytes, view.byteLength, true);
  view.setUint32(HEADER.nodeCount, columns.lon.length, true);
  view.setUint32(HEADER.edgeCount, columns.from.length, true);
  view.setUint32(HEADER.shapePointCount, columns.shapeDx.length, true);
  view.setUint32(HEADER.tile, tile.rank, true);
  view.setUint32(HEADER.tileCount, tile.count, true);
  view.setUint32(HEADER.unitsPerDegree, UNITS_PER_DEGREE, true);
  const oneWays = Array.from(columns.attributes).filter((bits) => (bits & ONE_WAY_BIT) !== 0);
  view.setUint32(HEADER.oneWayCount, oneWays.length, true);
  const [west, east] = extent(columns.lon);
  const [south, north] = extent(columns.lat);
  view.setInt32(HEADER.west, west, true);
  view.setInt32(HEADER.south, south, true);
  view.setInt32(HEADER.east, east, true);
  view.setInt32(HEADER.north, north, true);
}

/** One more section of a tile: its number, its codec and its values. */
export interface MoreSection {
  readonly id: number;
  readonly codec: Codec;
  readonly values: ArrayLike<number>;
}

/** Packs a graph that is in the order of the format, with the sections of a tile when it is one. */
export function pack(arranged: Omit<Arranged, "order">, tile: TilePlace, more: readonly MoreSection[]): Uint8Array {
  const columns = columnsOf(arranged);
  const names = Object.keys(SECTION) as SectionName[];
  const own = names.map((name): MoreSection => ({ id: SECTION[name], codec: CODECS[name], values: columns[name] }));
  const sections = [...own, ...more].map((section) => ({ ...section, planes: toPlanes(section.values, section.codec) }));
  let offset = aligned(HEADER_BYTES + sections.length * SECTION_ENTRY_BYTES);
  const offsets = sections.map(({ planes }) => {
    const at = offset;
    offset = aligned(offset + planes.bytes.length);
    return at;
  });
  const file = new Uint8Array(offset);
  const view = new DataView(file.buffer);
  writeHeader(view, columns, sections.length, tile);
  sections.forEach(({ id, codec, values, planes }, k) => {
    const entry = HEADER_BYTES + k * SECTION_ENTRY_BYTES;
    view.setUint32(entry + ENTRY.id, id, true);
    view.setUint32(entry + ENTRY.codec, codec, true);
    view.setUint32(entry + ENTRY.width, planes.width, true);
    view.setUint32(entry + ENTRY.count, values.length, true);
    view.setUint32(entry + ENTRY.offset, offsets[k]!, true);
    view.setUint32(entry + ENTRY.bytes, planes.bytes.length, true);
    file.set(planes.bytes, offsets[k]);
  });
  return file;
}

/**
 * Packs a road graph (format: FORMAT.md). Deterministic: the same graph gives the same bytes.
 * Throws when a column does not fit (a stretch of shape longer than 0.32° either way, urban share out of 0–1 …).
 */
export function encodeGraph(raw: RawGraph): Uint8Array {
  return pack(arrange(raw), { rank: 0, count: 1 }, []);
}
