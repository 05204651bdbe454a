import { gunzipSync } from "node:zlib";
import { RESSOURCES_TUILES } from "../../src/domain/ressource";
import { decodeTile, type Tile } from "../../src/geo/graph/decode-tile";
import { stitchGraphs } from "../../src/geo/graph/stitch";
import { type Check, type DataPackage, none, type Verdict } from "./package";

function readTiles(data: DataPackage): readonly Tile[] {
  return RESSOURCES_TUILES.flatMap((name) => {
    const bytes = data.bytes(name);
    const tile = bytes === null ? null : decodeTile(gunzipSync(bytes), name);
    return tile?.ok === true ? [tile.value] : [];
  });
}

/** Nodes of the whole graph that a tile holds, as bits of tiles: what the tiles say of their borders must be this. */
function holdersOf(tiles: readonly Tile[]): Uint32Array {
  const holders = new Uint32Array(tiles[0]?.whole.nodeCount ?? 0);
  for (const { rank, global } of tiles) for (const node of global) holders[node] = (holders[node]! | (1 << rank)) >>> 0;
  return holders;
}

/** Tiles whose list of border nodes is not that of the nodes other tiles hold too, each with the same tiles. */
function looseBorders(tiles: readonly Tile[]): readonly string[] {
  const holders = holdersOf(tiles);
  return tiles
    .filter(({ rank, global, border, borderTiles }) => {
      const own = 2 ** rank;
      const shared = Array.from(global).filter((node) => holders[node] !== own).length;
      return shared !== border.length || border.some((node, b) => holders[global[node]!] !== borderTiles[b]);
    })
    .map(({ ressource }) => ressource);
}

const equal = (controle: string, attendu: number, trouve: number): Verdict => ({ controle, attendu: String(attendu), trouve: String(trouve), ok: attendu === trouve });

/** The tiles of the road graph are one graph: nothing missing, nothing twice, every border node matched. */
export const tuiles: Check = (data) => {
  const tiles = readTiles(data);
  const [first] = tiles;
  if (first === undefined) return [none("tuiles lisibles", RESSOURCES_TUILES)];
  const readable = new Set(tiles.map(({ ressource }) => ressource));
  const stitched = stitchGraphs(tiles);
  return [
    none("tuiles lisibles", RESSOURCES_TUILES.filter((name) => !readable.has(name))),
    none("rangs des tuiles", tiles.filter(({ ressource, rank, count }) => RESSOURCES_TUILES[rank] !== ressource || count !== RESSOURCES_TUILES.length).map(({ ressource }) => ressource)),
    equal("tronçons, somme des tuiles", first.whole.edgeCount, tiles.reduce((sum, { sizes }) => sum + sizes.edgeCount, 0)),
    equal("carrefours du graphe recousu", first.whole.nodeCount, stitched.ok ? stitched.value.graph.nodeCount : Number.NaN),
    none("carrefours de bordure", looseBorders(tiles)),
  ];
};
