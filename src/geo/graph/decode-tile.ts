import { failure, type Outcome, success } from "../../domain/outcome";
import type { ResourceName } from "../../domain/ressource";
import { fillColumns } from "./decode";
import { TILE_CODECS, type TileSectionName } from "./format";
import { allocateColumns, type EdgeColumns, type GraphSizes } from "./memory";
import { fromPlanes } from "./planes";
import { type GraphFile, readGraphFile, unreadable, WHOLE_VALUES } from "./read-file";
import { UNITS_PER_DEGREE } from "./road-graph";

/** What a tile knows of the graph it is a part of. */
export interface WholeGraph {
  /** [west, south, east, north], degrees, EPSG:4326. */
  readonly bbox: readonly [number, number, number, number];
  readonly nodeCount: number;
  readonly edgeCount: number;
}

/** A tile in memory: its own columns, numbered from 0, and how its nodes stand in the whole graph. */
export interface Tile {
  readonly ressource: ResourceName;
  /** 0 to `count` − 1. */
  readonly rank: number;
  readonly count: number;
  readonly sizes: GraphSizes;
  readonly columns: EdgeColumns;
  readonly whole: WholeGraph;
  /** Rank of each node in the whole graph, ascending. */
  readonly global: Int32Array;
  /** Nodes that other tiles hold too, ascending, and the tiles that hold each: bit r is tile r. */
  readonly border: Int32Array;
  readonly borderTiles: Uint32Array;
}

function column<T extends Int32Array | Uint32Array>(file: GraphFile, name: TileSectionName, View: new (length: number) => T): T {
  const { width, bytes } = file.tileSections.get(name)!;
  const values = new View(bytes.length / width);
  fromPlanes(bytes, width, TILE_CODECS[name], values);
  return values;
}

/** Whether the values climb from 0 at least to `end` − 1 at most, none twice. */
function climbs(values: Int32Array, end: number): boolean {
  for (let i = 0; i < values.length; i += 1) if (values[i]! <= (i === 0 ? -1 : values[i - 1]!)) return false;
  return values.length === 0 || values.at(-1)! < end;
}

/** More nodes than any file of this format holds: a damaged count must not ask for all the memory there is. */
const MAX_NODES = 2 ** 26;

/** What in the joints of a tile cannot be; null when all is well. Guards every index that stitching uses. */
function incoherence(tile: Tile): string | null {
  const { rank, count, sizes, whole, global, border, borderTiles } = tile;
  if (whole.nodeCount > MAX_NODES || whole.edgeCount < sizes.edgeCount || !climbs(global, whole.nodeCount)) return "carrefours sans rang dans le graphe entier";
  if (border.length !== borderTiles.length || !climbs(border, sizes.nodeCount)) return "carrefours de bordure incohérents";
  const shared = borderTiles.every((tiles) => tiles < 2 ** count && Math.floor(tiles / 2 ** rank) % 2 === 1);
  if (!shared) return "carrefours de bordure sans tuile";
  const { from } = tile.columns;
  for (let e = 1; e < from.length; e += 1) if (from[e]! < from[e - 1]!) return "tronçons en désordre";
  return null;
}

/**
 * Reads one tile of a road graph (inflated bytes, format in FORMAT.md), to be stitched with others. Refused as
 * `decodeGraph` refuses a graph; a graph whole is not a tile.
 */
export function decodeTile(bytes: Uint8Array, ressource: ResourceName): Outcome<Tile> {
  const read = readGraphFile(bytes, ressource);
  if (!read.ok) return read;
  const file = read.value;
  if (file.tileCount === 1) return failure(unreadable(ressource, "c'est un graphe entier, pas une tuile"));
  const columns = allocateColumns(file.sizes);
  const wrong = fillColumns(file, columns);
  if (wrong !== null) return failure(unreadable(ressource, wrong));
  const values = column(file, "whole", Int32Array);
  const [west, south, east, north, nodeCount, edgeCount] = Array.from({ length: WHOLE_VALUES }, (_, i) => values[i]!) as [number, number, number, number, number, number];
  const tile: Tile = {
    ressource,
    rank: file.tile,
    count: file.tileCount,
    sizes: file.sizes,
    columns,
    whole: { bbox: [west / UNITS_PER_DEGREE, south / UNITS_PER_DEGREE, east / UNITS_PER_DEGREE, north / UNITS_PER_DEGREE], nodeCount, edgeCount },
    global: column(file, "global", Int32Array),
    border: column(file, "border", Int32Array),
    borderTiles: column(file, "borderTiles", Uint32Array),
  };
  const loose = incoherence(tile);
  return loose === null ? success(tile) : failure(unreadable(ressource, loose));
}
