import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Tile } from "./decode-tile";
import { allocateGraph, completeGraph, type EdgeColumns, type GraphSizes } from "./memory";
import { unreadable } from "./read-file";
import type { RoadGraph } from "./road-graph";

/** Nodes of a stitched graph from which roads of tiles that are not there start or arrive. */
export interface Cuts {
  /** Ascending. */
  readonly node: Int32Array;
  /** For each, the tiles that are not there: bit r is tile r. */
  readonly tiles: Uint32Array;
}

export interface Stitched {
  readonly graph: RoadGraph;
  /** None when every tile is there. */
  readonly cuts: Cuts;
}

/** What in a set of tiles is not of one same graph; null when all is well. */
function strangers(tiles: readonly Tile[]): Outcome<never> | null {
  const [first] = tiles;
  if (first === undefined) throw new Error("no tile to stitch");
  const seen = new Set<number>();
  for (const { ressource, rank, count, whole } of tiles) {
    const same = count === first.count && whole.nodeCount === first.whole.nodeCount && whole.edgeCount === first.whole.edgeCount && whole.bbox.every((side, i) => side === first.whole.bbox[i]);
    if (!same) return failure(issue("ressource-version", "erreur", { ressource, attendue: `du graphe de « ${first.ressource} »`, trouvee: "d'un autre graphe" }));
    if (seen.has(rank)) return failure(unreadable(ressource, `la tuile ${String(rank)} est là deux fois`));
    seen.add(rank);
  }
  return null;
}

/** Number, in the stitched graph, of each node of the whole graph: those that are there, in order; the others are never read. */
function numberNodes(tiles: readonly Tile[], total: number): { readonly number: Int32Array; readonly count: number } {
  const number = new Int32Array(total);
  for (const { global } of tiles) for (let n = 0; n < global.length; n += 1) number[global[n]!] = 1;
  let count = 0;
  for (let n = 0; n < total; n += 1) {
    const there = number[n]!;
    number[n] = count;
    count += there;
  }
  return { number, count };
}

/** Number in the stitched graph of each node of a tile. */
function renumber({ global }: Tile, number: Int32Array): Int32Array {
  const nodes = new Int32Array(global.length);
  for (let n = 0; n < global.length; n += 1) nodes[n] = number[global[n]!]!;
  return nodes;
}

/** Where the edges of each node start: those of one node all come from one tile, in their order. */
function edgeStarts(tiles: readonly Tile[], numbers: readonly Int32Array[], nodeCount: number): Int32Array {
  const next = new Int32Array(nodeCount + 1);
  tiles.forEach(({ columns: { from } }, t) => {
    const nodes = numbers[t]!;
    for (let e = 0; e < from.length; e += 1) next[nodes[from[e]!]! + 1]! += 1;
  });
  for (let n = 0; n < nodeCount; n += 1) next[n + 1]! += next[n]!;
  return next;
}

/** Copies the columns of a tile; gives the place of each of its edges. The shapes wait: their places hang on every tile. */
function copyEdges({ columns: own }: Tile, nodes: Int32Array, next: Int32Array, into: EdgeColumns): Int32Array {
  for (let n = 0; n < nodes.length; n += 1) {
    into.lonE5[nodes[n]!] = own.lonE5[n]!;
    into.latE5[nodes[n]!] = own.latE5[n]!;
  }
  const place = new Int32Array(own.from.length);
  for (let e = 0; e < place.length; e += 1) {
    const from = nodes[own.from[e]!]!;
    const at = next[from]!;
    next[from] = at + 1;
    place[e] = at;
    into.from[at] = from;
    into.to[at] = nodes[own.to[e]!]!;
    into.lengthDm[at] = own.lengthDm[e]!;
    into.curvature[at] = own.curvature[e]!;
    into.attributes[at] = own.attributes[e]!;
    into.urban[at] = own.urban[e]!;
    into.shapeStart[at + 1] = own.shapeStart[e + 1]! - own.shapeStart[e]!;
  }
  return place;
}

function copyShapes({ columns: own }: Tile, place: Int32Array, into: EdgeColumns): void {
  for (let e = 0; e < place.length; e += 1) {
    let to = into.shapeStart[place[e]!]!;
    for (let p = own.shapeStart[e]!; p < own.shapeStart[e + 1]!; p += 1, to += 1) {
      into.shapeDx[to] = own.shapeDx[p]!;
      into.shapeDy[to] = own.shapeDy[p]!;
    }
  }
}

function findCuts(tiles: readonly Tile[], numbers: readonly Int32Array[]): Cuts {
  const there = tiles.reduce((bits, { rank }) => bits | (1 << rank), 0);
  const absent = new Map<number, number>();
  tiles.forEach(({ border, borderTiles }, t) => {
    for (let b = 0; b < border.length; b += 1) {
      const missing = (borderTiles[b]! & ~there) >>> 0;
      if (missing !== 0) absent.set(numbers[t]![border[b]!]!, missing);
    }
  });
  const node = Int32Array.from(absent.keys()).toSorted();
  return { node, tiles: Uint32Array.from(node, (n) => absent.get(n)!) };
}

/**
 * Joins tiles into one road graph: nodes that several tiles hold become one, and nodes and edges come in the order of
 * the whole graph, whatever the order of the tiles. With every tile, it is the whole graph to the bit; with some, its
 * `bbox` is still that of the whole graph, so that the edge of the data is told from tiles that are not there (`cuts`).
 * Refused when the tiles are not of one same graph (« ressource-version »), or one is there twice.
 */
export function stitchGraphs(tiles: readonly Tile[]): Outcome<Stitched> {
  const wrong = strangers(tiles);
  if (wrong !== null) return wrong;
  const { whole } = tiles[0]!;
  const { number, count } = numberNodes(tiles, whole.nodeCount);
  const numbers = tiles.map((tile) => renumber(tile, number));
  const sum = (key: keyof GraphSizes): number => tiles.reduce((total, { sizes }) => total + sizes[key], 0);
  const columns = allocateGraph({ nodeCount: count, edgeCount: sum("edgeCount"), shapePointCount: sum("shapePointCount") });
  const next = edgeStarts(tiles, numbers, count);
  const places = tiles.map((tile, t) => copyEdges(tile, numbers[t]!, next, columns));
  const { shapeStart } = columns;
  for (let e = 1; e < shapeStart.length; e += 1) shapeStart[e]! += shapeStart[e - 1]!;
  tiles.forEach((tile, t) => copyShapes(tile, places[t]!, columns));
  return success({ graph: completeGraph(columns, whole.bbox), cuts: findCuts(tiles, numbers) });
}
