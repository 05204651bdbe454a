/**
 * Constants of the packed road graph; FORMAT.md says the same in words, byte by byte.
 * Header (magic, version, total size, counts, box, tile), table of sections, then sections: integers made
 * positive by a codec and cut into byte planes. Decoded once into one ArrayBuffer (decode.ts).
 */

/** First eight bytes of a file. */
export const MAGIC = "MAILLGRF";
export const FORMAT_VERSION = 1;
export const HEADER_BYTES = 64;
export const SECTION_ENTRY_BYTES = 24;
/** Sections start on multiples of this. */
export const ALIGNMENT = 8;

/** Byte offsets in the header; every number is little-endian. */
export const HEADER = {
  version: 8,
  sectionCount: 12,
  totalBytes: 16,
  nodeCount: 20,
  edgeCount: 24,
  shapePointCount: 28,
  west: 32,
  south: 36,
  east: 40,
  north: 44,
  tile: 48,
  tileCount: 52,
  unitsPerDegree: 56,
  oneWayCount: 60,
} as const;

/** Byte offsets in an entry of the section table. */
export const ENTRY = { id: 0, codec: 4, width: 8, count: 12, offset: 16, bytes: 20 } as const;

/** Section ids are never reused; a reader skips those it does not know. */
export const SECTION = {
  lon: 1,
  lat: 2,
  from: 3,
  reach: 4,
  detour: 5,
  attributes: 6,
  urban: 7,
  curvature: 8,
  shapeCount: 9,
  shapeDx: 10,
  shapeDy: 11,
} as const;
export type SectionName = keyof typeof SECTION;

/** What a tile says beside its graph: how it joins the others. A file of one graph whole has none of them. */
export const TILE_SECTION = {
  /** Rank of each node in the whole graph, ascending. */
  global: 12,
  /** Nodes that other tiles hold too, ascending … */
  border: 13,
  /** … and, for each, which tiles hold it, this one included: bit r is tile r. */
  borderTiles: 14,
  /** Of the whole graph: west, south, east, north (1e-5 degree), nodes, edges. */
  whole: 15,
} as const;
export type TileSectionName = keyof typeof TILE_SECTION;

/** One bit a tile in `borderTiles`. */
export const MAX_TILES = 32;

/** How the integers of a section become unsigned before they are cut into byte planes. */
export const CODEC = {
  /** As they are: never negative. */
  plain: 0,
  /** Zigzag: 0, −1, 1, −2 … become 0, 1, 2, 3 … */
  zigzag: 1,
  /** Zigzag of the difference with the value before (0 before the first). */
  delta: 2,
} as const;
export type Codec = (typeof CODEC)[keyof typeof CODEC];

export const CODECS: Readonly<Record<SectionName, Codec>> = {
  lon: CODEC.delta,
  lat: CODEC.delta,
  from: CODEC.delta,
  reach: CODEC.zigzag,
  detour: CODEC.zigzag,
  attributes: CODEC.plain,
  urban: CODEC.plain,
  curvature: CODEC.plain,
  shapeCount: CODEC.plain,
  shapeDx: CODEC.zigzag,
  shapeDy: CODEC.zigzag,
};

export const TILE_CODECS: Readonly<Record<TileSectionName, Codec>> = {
  global: CODEC.delta,
  border: CODEC.delta,
  borderTiles: CODEC.plain,
  whole: CODEC.zigzag,
};

/** Rounds up to the alignment. */
export function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
