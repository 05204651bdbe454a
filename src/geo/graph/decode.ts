import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import { type ArcSource, countArcs, fillAdjacency } from "./adjacency";
import { aligned, type Codec, CODECS, ENTRY, FORMAT_VERSION, HEADER, HEADER_BYTES, MAGIC, SECTION, SECTION_ENTRY_BYTES, type SectionName } from "./format";
import { fromPlanes } from "./planes";
import { type Adjacency, ONE_WAY_BIT, type RoadGraph, UNITS_PER_DEGREE } from "./road-graph";
import { shapeLengthDm } from "./shape-length";

interface Section {
  readonly codec: Codec;
  readonly width: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

const unreadable = (file: string, raison: string): Outcome<never> =>
  failure(issue("ressource-illisible", "erreur", { ressource: file, raison }));

function readSections(view: DataView): ReadonlyMap<number, Section> | null {
  const sections = new Map<number, Section>();
  for (let k = 0; k < view.getUint32(HEADER.sectionCount, true); k += 1) {
    const entry = HEADER_BYTES + k * SECTION_ENTRY_BYTES;
    if (entry + SECTION_ENTRY_BYTES > view.byteLength) return null;
    const read = (field: number): number => view.getUint32(entry + field, true);
    const [width, count, offset, bytes] = [read(ENTRY.width), read(ENTRY.count), read(ENTRY.offset), read(ENTRY.bytes)];
    if (width < 1 || width > 4 || bytes !== width * count || offset + bytes > view.byteLength) return null;
    sections.set(read(ENTRY.id), { codec: read(ENTRY.codec) as Codec, width, count, bytes: new Uint8Array(view.buffer, view.byteOffset + offset, bytes) });
  }
  return sections;
}

/** Hands out consecutive aligned arrays of one buffer. */
function allocator(bytes: number): { readonly buffer: ArrayBuffer; int32(n: number): Int32Array; int16(n: number): Int16Array; uint16(n: number): Uint16Array; uint8(n: number): Uint8Array } {
  const buffer = new ArrayBuffer(bytes);
  let offset = 0;
  const take = (size: number): number => {
    const at = offset;
    offset += aligned(size);
    return at;
  };
  return {
    buffer,
    int32: (n) => new Int32Array(buffer, take(4 * n), n),
    int16: (n) => new Int16Array(buffer, take(2 * n), n),
    uint16: (n) => new Uint16Array(buffer, take(2 * n), n),
    uint8: (n) => new Uint8Array(buffer, take(n), n),
  };
}

/** Bytes of every array of a graph once decoded, alignment included. */
function residentBytes(nodes: number, edges: number, points: number, arcs: number): number {
  const int32 = 2 * nodes + 3 * edges + (edges + 1) + 2 * (nodes + 1) + 4 * arcs;
  const int16 = edges + 2 * points;
  const uint8 = 2 * edges;
  return 4 * int32 + 2 * int16 + uint8 + 8 * 20;
}

function build(view: DataView, sections: ReadonlyMap<number, Section>): RoadGraph | null {
  const nodeCount = view.getUint32(HEADER.nodeCount, true);
  const edgeCount = view.getUint32(HEADER.edgeCount, true);
  const points = view.getUint32(HEADER.shapePointCount, true);
  const counts: Readonly<Record<SectionName, number>> = {
    lon: nodeCount, lat: nodeCount, from: edgeCount, reach: edgeCount, detour: edgeCount, attributes: edgeCount,
    urban: edgeCount, curvature: edgeCount, shapeCount: edgeCount, shapeDx: points, shapeDy: points,
  };
  const names = Object.keys(SECTION) as SectionName[];
  if (names.some((name) => sections.get(SECTION[name])?.count !== counts[name] || sections.get(SECTION[name])?.codec !== CODECS[name])) return null;
  const fill = <T extends Int32Array | Int16Array | Uint16Array | Uint8Array>(name: SectionName, target: T): T => {
    const section = sections.get(SECTION[name])!;
    fromPlanes(section.bytes, section.width, section.codec, target);
    return target;
  };
  const flags = fill("attributes", new Uint8Array(edgeCount));
  const oneWay = (edge: number): boolean => (flags[edge]! & ONE_WAY_BIT) !== 0;
  const arcs = countArcs(oneWay, edgeCount);
  const memory = allocator(residentBytes(nodeCount, edgeCount, points, arcs));
  const lonE5 = fill("lon", memory.int32(nodeCount));
  const latE5 = fill("lat", memory.int32(nodeCount));
  const from = fill("from", memory.int32(edgeCount));
  const to = fill("reach", memory.int32(edgeCount));
  for (let e = 0; e < edgeCount; e += 1) to[e] = to[e]! + from[e]!;
  if (!from.every((n) => n >= 0 && n < nodeCount) || !to.every((n) => n >= 0 && n < nodeCount)) return null;
  const lengthDm = fill("detour", memory.int32(edgeCount));
  const shapeStart = memory.int32(edgeCount + 1);
  const shapeCount = fill("shapeCount", new Uint16Array(edgeCount));
  for (let e = 0; e < edgeCount; e += 1) shapeStart[e + 1] = shapeStart[e]! + shapeCount[e]!;
  if (shapeStart[edgeCount] !== points) return null;
  const curvature = fill("curvature", memory.uint16(edgeCount));
  const shapeDx = fill("shapeDx", memory.int16(points));
  const shapeDy = fill("shapeDy", memory.int16(points));
  const attributes = memory.uint8(edgeCount);
  attributes.set(flags);
  const urban = fill("urban", memory.uint8(edgeCount));
  const geometry = { lonE5, latE5, from, to, shapeStart, shapeDx, shapeDy };
  for (let e = 0; e < edgeCount; e += 1) lengthDm[e] = lengthDm[e]! + shapeLengthDm(geometry, e);
  const source: ArcSource = { nodeCount, edgeCount, from, to, oneWay };
  const empty = (): Adjacency => ({ start: memory.int32(nodeCount + 1), node: memory.int32(arcs), edge: memory.int32(arcs) });
  const degrees = (at: number): number => view.getInt32(at, true) / UNITS_PER_DEGREE;
  return {
    buffer: memory.buffer, nodeCount, edgeCount,
    bbox: [degrees(HEADER.west), degrees(HEADER.south), degrees(HEADER.east), degrees(HEADER.north)],
    ...geometry, lengthDm, curvature, attributes, urban,
    forward: fillAdjacency(source, true, empty()),
    reverse: fillAdjacency(source, false, empty()),
  };
}

/**
 * Reads a packed road graph (format: FORMAT.md), not gzipped. Every array of the result is a view of one buffer.
 * A truncated, foreign or other-version file is refused with its reason; nothing is guessed.
 */
export function decodeGraph(bytes: Uint8Array, file = "graphe-hv50"): Outcome<RoadGraph> {
  if (bytes.byteLength < HEADER_BYTES) return unreadable(file, "fichier tronqué");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) return unreadable(file, "ce n'est pas un graphe routier de Maillage");
  const version = view.getUint32(HEADER.version, true);
  if (version !== FORMAT_VERSION) {
    return failure(issue("ressource-version", "erreur", { ressource: file, attendue: String(FORMAT_VERSION), trouvee: String(version) }));
  }
  if (view.getUint32(HEADER.totalBytes, true) !== bytes.byteLength) return unreadable(file, "fichier tronqué");
  const sections = readSections(view);
  const graph = sections === null ? null : build(view, sections);
  return graph === null ? unreadable(file, "contenu incohérent") : success(graph);
}
