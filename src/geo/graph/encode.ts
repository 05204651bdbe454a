import { aligned, CODECS, ENTRY, FORMAT_VERSION, HEADER, HEADER_BYTES, MAGIC, SECTION, SECTION_ENTRY_BYTES, type SectionName } from "./format";
import { hilbertOrder } from "./hilbert";
import { type Planes, toPlanes } from "./planes";
import { DENSE_BIT, ONE_WAY_BIT, RAMP_BIT, type RawEdge, type RawGraph, UNITS_PER_DEGREE } from "./road-graph";
import { type EdgeGeometry, shapeLengthDm } from "./shape-length";

/** The same road driven the other way. Only for two-way edges. */
function reversed(edge: RawEdge, x: Int32Array, y: Int32Array): RawEdge {
  const { from, to, shape } = edge;
  let restX = x[to]! - x[from]!;
  let restY = y[to]! - y[from]!;
  const steps: (readonly [number, number])[] = [];
  for (let p = 0; p < shape.length; p += 2) {
    restX -= shape[p]!;
    restY -= shape[p + 1]!;
    steps.push([-shape[p]!, -shape[p + 1]!]);
  }
  // The steps of the reversed line: the last stretch first, then the others, but for the first one.
  const back = [[-restX, -restY] as const, ...steps.toReversed()].slice(0, steps.length);
  return { ...edge, from: to, to: from, shape: back.flat() };
}

/** Nodes renumbered along the Hilbert curve; two-way edges turned so that from ≤ to; edges sorted by (from, to). */
function arrange(raw: RawGraph): { readonly lonE5: Int32Array; readonly latE5: Int32Array; readonly edges: readonly RawEdge[] } {
  const x = Int32Array.from(raw.lon, (lon) => Math.round(lon * UNITS_PER_DEGREE));
  const y = Int32Array.from(raw.lat, (lat) => Math.round(lat * UNITS_PER_DEGREE));
  const order = hilbertOrder(x, y);
  const rank = new Int32Array(order.length);
  order.forEach((node, k) => (rank[node] = k));
  const lonE5 = Int32Array.from(order, (node) => x[node]!);
  const latE5 = Int32Array.from(order, (node) => y[node]!);
  const edges = raw.edges
    .map((edge): RawEdge => ({ ...edge, from: rank[edge.from]!, to: rank[edge.to]! }))
    .map((edge) => (edge.oneWay || edge.from <= edge.to ? edge : reversed(edge, lonE5, latE5)))
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  return { lonE5, latE5, edges };
}

function attributesOf(edge: RawEdge): number {
  return edge.roadClass | (edge.ramp ? RAMP_BIT : 0) | (edge.oneWay ? ONE_WAY_BIT : 0) | (edge.dense ? DENSE_BIT : 0);
}

/** Throws when a value does not fit its column: a defect of the build, never of the reader. */
function checked<T extends Int16Array | Uint16Array | Uint8Array>(target: T, values: readonly number[], name: string): T {
  values.forEach((value, i) => {
    target[i] = value;
    if (target[i] !== value) throw new Error(`graph ${name}: ${String(value)} does not fit`);
  });
  return target;
}

function columnsOf(raw: RawGraph): Readonly<Record<SectionName, ArrayLike<number>>> {
  const { lonE5, latE5, edges } = arrange(raw);
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
function extent(values: ArrayLike<number>): readonly [number, number] {
  let min = values[0] ?? 0;
  let max = min;
  for (let i = 1; i < values.length; i += 1) {
    min = Math.min(min, values[i]!);
    max = Math.max(max, values[i]!);
  }
  return [min, max];
}

function writeHeader(view: DataView, columns: ReturnType<typeof columnsOf>, sectionCount: number): void {
  for (let i = 0; i < MAGIC.length; i += 1) view.setUint8(i, MAGIC.charCodeAt(i));
  view.setUint32(HEADER.version, FORMAT_VERSION, true);
  view.setUint32(HEADER.sectionCount, sectionCount, true);
  view.setUint32(HEADER.totalBytes, view.byteLength, true);
  view.setUint32(HEADER.nodeCount, columns.lon.length, true);
  view.setUint32(HEADER.edgeCount, columns.from.length, true);
  view.setUint32(HEADER.shapePointCount, columns.shapeDx.length, true);
  view.setUint32(HEADER.tile, 0, true);
  view.setUint32(HEADER.tileCount, 1, true);
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

/**
 * Packs a road graph (format: FORMAT.md). Deterministic: the same graph gives the same bytes.
 * Throws when a column does not fit (a stretch of shape longer than 0.32° either way, urban share out of 0–1 …).
 */
export function encodeGraph(raw: RawGraph): Uint8Array {
  const columns = columnsOf(raw);
  const names = Object.keys(SECTION) as SectionName[];
  const packed = new Map<SectionName, Planes>(names.map((name) => [name, toPlanes(columns[name], CODECS[name])]));
  let offset = aligned(HEADER_BYTES + names.length * SECTION_ENTRY_BYTES);
  const offsets = names.map((name) => {
    const at = offset;
    offset = aligned(offset + packed.get(name)!.bytes.length);
    return at;
  });
  const file = new Uint8Array(offset);
  const view = new DataView(file.buffer);
  writeHeader(view, columns, names.length);
  names.forEach((name, k) => {
    const { width, bytes } = packed.get(name)!;
    const entry = HEADER_BYTES + k * SECTION_ENTRY_BYTES;
    view.setUint32(entry + ENTRY.id, SECTION[name], true);
    view.setUint32(entry + ENTRY.codec, CODECS[name], true);
    view.setUint32(entry + ENTRY.width, width, true);
    view.setUint32(entry + ENTRY.count, columns[name].length, true);
    view.setUint32(entry + ENTRY.offset, offsets[k]!, true);
    view.setUint32(entry + ENTRY.bytes, bytes.length, true);
    file.set(bytes, offsets[k]);
  });
  return file;
}
