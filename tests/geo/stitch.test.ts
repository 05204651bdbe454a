import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeTile, type Tile } from "../../src/geo/graph/decode-tile";
import { encodeGraph } from "../../src/geo/graph/encode";
import { encodeTiles } from "../../src/geo/graph/encode-tiles";
import { ENTRY, HEADER, HEADER_BYTES, SECTION_ENTRY_BYTES, TILE_SECTION } from "../../src/geo/graph/format";
import { nodeLat, nodeLon, type RawGraph } from "../../src/geo/graph/road-graph";
import { stitchGraphs, type Stitched } from "../../src/geo/graph/stitch";
import { nearestSite, runToEnd } from "../../src/geo/nearest-site";
import { buildRoadNetwork } from "../../src/geo/road-network";
import { graphOf, rawGraph, road, SPEEDS } from "./graph-examples";

function tileOf(bytes: Uint8Array): Tile {
  const tile = decodeTile(bytes, "graphe-33");
  if (!tile.ok) throw new Error(JSON.stringify(tile.issues));
  return tile.value;
}

function stitched(tiles: readonly Tile[]): Stitched {
  const made = stitchGraphs(tiles);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value;
}

/** A random graph and a random cut in 2 to 5 tiles; some may be empty. */
const cutGraph = fc.integer({ min: 2, max: 5 }).chain((count) =>
  rawGraph.chain((raw) =>
    fc.record({
      raw: fc.constant(raw),
      count: fc.constant(count),
      tiles: fc.array(fc.nat({ max: count - 1 }), { minLength: raw.lon.length, maxLength: raw.lon.length }),
      keep: fc.integer({ min: 1, max: 2 ** count - 1 }),
    }),
  ),
);

const decoded = (raw: RawGraph, tiles: readonly number[], count: number): readonly Tile[] => encodeTiles(raw, tiles, count).map(tileOf);

describe("stitched tiles", () => {
  it("are the whole graph to the bit, in whatever order they come", () => {
    fc.assert(fc.property(cutGraph, fc.boolean(), ({ raw, count, tiles }, reverse) => {
      const all = decoded(raw, tiles, count);
      const { graph, cuts } = stitched(reverse ? all.toReversed() : all);
      expect(graph).toEqual(graphOf(raw));
      expect(cuts.node).toHaveLength(0);
    }), { seed: 11, numRuns: 300 });
  });

  it("hold each edge in one tile only", () => {
    fc.assert(fc.property(cutGraph, ({ raw, count, tiles }) => {
      expect(decoded(raw, tiles, count).reduce((sum, { sizes }) => sum + sizes.edgeCount, 0)).toBe(raw.edges.length);
    }), { seed: 12, numRuns: 50 });
  });

  // Nodes are told apart by their place; a graph with two at one place cannot be compared so.
  const apart = ({ raw }: { readonly raw: RawGraph }): boolean => new Set(Array.from(raw.lon, (lon, n) => `${lon} ${raw.lat[n] ?? 0}`)).size === raw.lon.length;

  it("without some of them, give the minutes of the whole graph wherever no missing tile is nearer than the site", () => {
    fc.assert(fc.property(cutGraph.filter(apart), ({ raw, count, tiles, keep }) => {
      const whole = buildRoadNetwork(graphOf(raw), SPEEDS);
      const { graph, cuts } = stitched(decoded(raw, tiles, count).filter(({ rank }) => (keep & (1 << rank)) !== 0));
      if (graph.nodeCount === 0) return;
      const part = buildRoadNetwork(graph, SPEEDS);
      const place = (g: typeof graph, node: number): string => `${nodeLon(g, node)} ${nodeLat(g, node)}`;
      const inWhole = new Map(Array.from({ length: whole.graph.nodeCount }, (_, node) => [place(whole.graph, node), node]));
      const site = graph.nodeCount >> 1;
      const expected = runToEnd(nearestSite(whole, [inWhole.get(place(graph, site)) ?? -1])).seconds;
      const found = runToEnd(nearestSite(part, [site])).seconds;
      const border = runToEnd(nearestSite(part, cuts.node)).seconds;
      const wrong = Array.from(found.keys()).filter((node) => (found[node] ?? 0) <= (border[node] ?? 0) && found[node] !== expected[inWhole.get(place(graph, node)) ?? -1]);
      expect(wrong).toEqual([]);
    }), { seed: 13, numRuns: 300 });
  });

  it("say at which nodes which tiles are missing", () => {
    // Three nodes in a row, a tile each: the edge 0–1 is in the tile of its first node, 1–2 likewise.
    const raw: RawGraph = { lon: [1, 1.1, 1.2], lat: [45, 45, 45], edges: [road(0, 1), road(1, 2)] };
    const [first] = decoded(raw, [0, 1, 2], 3);
    const { graph, cuts } = stitched(first === undefined ? [] : [first]);
    expect(Array.from(cuts.node, (node) => [nodeLon(graph, node), cuts.tiles[Array.from(cuts.node).indexOf(node)]])).toEqual([[1.1, 0b10]]);
  });

  it("keep the box of the whole graph when some are missing", () => {
    const raw: RawGraph = { lon: [1, 1.1, 1.2], lat: [45, 45.3, 45], edges: [road(0, 1), road(1, 2)] };
    const tiles = decoded(raw, [0, 0, 1], 2);
    expect(stitched(tiles.slice(0, 1)).graph.bbox).toEqual([1, 45, 1.2, 45.3]);
  });
});

describe("tiles that are refused", () => {
  const raw: RawGraph = { lon: [1, 1.1, 1.2], lat: [45, 45.1, 45], edges: [road(0, 1), road(2, 1, { shape: [-3000, 2000] }), road(0, 2, { oneWay: true })] };
  const [first, second] = encodeTiles(raw, [0, 0, 1], 2) as [Uint8Array, Uint8Array];
  const codes = (bytes: Uint8Array) => {
    const outcome = decodeTile(bytes, "graphe-33");
    return outcome.ok ? "accepted" : outcome.issues;
  };

  it("refuses a tile cut anywhere, naming its file, without a throw", () => {
    for (let length = 0; length < first.length; length += 1) {
      expect(codes(first.slice(0, length))).toMatchObject([{ code: "ressource-illisible", params: { ressource: "graphe-33" } }]);
    }
  });

  it("refuses a graph whole", () => {
    expect(codes(encodeGraph(raw))).toMatchObject([{ code: "ressource-illisible", params: { raison: expect.stringContaining("entier") as string } }]);
  });

  it("refuses another version and says which", () => {
    const file = first.slice();
    new DataView(file.buffer).setUint32(HEADER.version, 7, true);
    expect(codes(file)).toMatchObject([{ code: "ressource-version", params: { ressource: "graphe-33", trouvee: "7" } }]);
  });

  it("refuses a tile whose rank is not one of its graph's", () => {
    const file = first.slice();
    new DataView(file.buffer).setUint32(HEADER.tile, 2, true);
    expect(codes(file)).toMatchObject([{ code: "ressource-illisible" }]);
  });

  it("never throws when a byte is wrong", () => {
    fc.assert(fc.property(fc.nat({ max: first.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
      const bent = first.slice();
      bent[at] = value;
      const outcome = decodeTile(bent, "graphe-33");
      if (outcome.ok) stitchGraphs([outcome.value, tileOf(second)]);
    }), { seed: 14, numRuns: 2000 });
  });

  it("refuses a count of nodes that no file holds, before it asks for the memory", () => {
    // Far east, so that the values of the whole graph are four bytes wide.
    const file = encodeTiles({ ...raw, lon: [179, 179.1, 179.2] }, [0, 0, 1], 2)[0] ?? new Uint8Array();
    const view = new DataView(file.buffer);
    const entries = Array.from({ length: view.getUint32(HEADER.sectionCount, true) }, (_, k) => HEADER_BYTES + k * SECTION_ENTRY_BYTES);
    const whole = entries.find((at) => view.getUint32(at + ENTRY.id, true) === TILE_SECTION.whole) ?? 0;
    const [width, at] = [view.getUint32(whole + ENTRY.width, true), view.getUint32(whole + ENTRY.offset, true)];
    expect(width).toBe(4);
    // The high byte of the fifth of six values: the nodes.
    file[at + 3 * 6 + 4] = 0xfe;
    expect(codes(file)).toMatchObject([{ code: "ressource-illisible" }]);
  });

  it("refuses to stitch tiles of two graphs", () => {
    const other = encodeTiles({ ...raw, edges: [...raw.edges, road(0, 1)] }, [0, 0, 1], 2)[1] ?? new Uint8Array();
    expect(stitchGraphs([tileOf(first), tileOf(other)]).issues).toMatchObject([{ code: "ressource-version" }]);
  });

  it("refuses to stitch a tile twice", () => {
    expect(stitchGraphs([tileOf(first), tileOf(first)]).issues).toMatchObject([{ code: "ressource-illisible" }]);
  });
});
