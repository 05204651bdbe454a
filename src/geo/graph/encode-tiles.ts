import { type Arranged, arrange } from "./arrange";
import { extent, type MoreSection, pack } from "./encode";
import { MAX_TILES, TILE_CODECS, TILE_SECTION, type TileSectionName } from "./format";
import type { RawEdge, RawGraph } from "./road-graph";

interface Cut {
  /** Tiles that hold each node: bit r is tile r. */
  readonly holders: Uint32Array;
  readonly edgesOf: readonly RawEdge[][];
}

/** An edge goes with the tile of its first node, so that all the edges that start at a node are in one tile, in order. */
function cut({ edges, order }: Arranged, tileOf: ArrayLike<number>, tileCount: number): Cut {
  const owner = Uint8Array.from(order, (node) => tileOf[node]!);
  const holders = Uint32Array.from(owner, (tile) => 2 ** tile);
  const edgesOf = Array.from({ length: tileCount }, (): RawEdge[] => []);
  for (const edge of edges) {
    const tile = owner[edge.from]!;
    edgesOf[tile]!.push(edge);
    holders[edge.to] = (holders[edge.to]! | (2 ** tile)) >>> 0;
  }
  return { holders, edgesOf };
}

const section = (name: TileSectionName, values: ArrayLike<number>): MoreSection => ({ id: TILE_SECTION[name], codec: TILE_CODECS[name], values });

/**
 * Packs a road graph in tiles: file r holds the nodes of tile r, every edge that starts there, and the nodes such
 * edges lead to. Stitching all of them (`stitchGraphs`) gives the whole graph, to the bit.
 * @param tileOf tile of each node of `raw`, 0 to `tileCount` − 1
 * Throws on more than 32 tiles, or on what `encodeGraph` throws on.
 */
export function encodeTiles(raw: RawGraph, tileOf: ArrayLike<number>, tileCount: number): readonly Uint8Array[] {
  if (tileCount > MAX_TILES) throw new Error(`${String(tileCount)} tiles: ${String(MAX_TILES)} at most`);
  const arranged = arrange(raw);
  const { lonE5, latE5 } = arranged;
  const { holders, edgesOf } = cut(arranged, tileOf, tileCount);
  const [west, east] = extent(lonE5);
  const [south, north] = extent(latE5);
  const whole = [west, south, east, north, lonE5.length, raw.edges.length];
  const rank = new Int32Array(lonE5.length);
  return edgesOf.map((edges, tile) => {
    const bit = 2 ** tile;
    const nodes = Array.from(holders.keys()).filter((node) => (holders[node]! & bit) !== 0);
    nodes.forEach((node, k) => (rank[node] = k));
    const border = Array.from(nodes.keys()).filter((k) => holders[nodes[k]!] !== bit);
    const own = {
      lonE5: Int32Array.from(nodes, (node) => lonE5[node]!),
      latE5: Int32Array.from(nodes, (node) => latE5[node]!),
      edges: edges.map((edge): RawEdge => ({ ...edge, from: rank[edge.from]!, to: rank[edge.to]! })),
    };
    return pack(own, { rank: tile, count: tileCount }, [
      section("global", nodes),
      section("border", border),
      section("borderTiles", border.map((k) => holders[nodes[k]!]!)),
      section("whole", whole),
    ]);
  });
}
