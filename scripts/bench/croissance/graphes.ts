import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { encodeGraph } from "../../../src/geo/graph/encode";
import { type RawEdge, type RawGraph, ROAD_CLASSES } from "../../../src/geo/graph/road-graph";
import { BOITE_87 } from "../../build/fond-osm";
import { readRawGraph } from "../../build/graphe-source";
import { openSource, sourcesFolder } from "../../build/source";
import { graineDe } from "./graine";

/** The graphs of the growth table, by size. */
export const GRAPHES = {
  "87": "Haute-Vienne seule (boîte du département)",
  hv50: "Haute-Vienne + 50 km (embarqué)",
  na: "Nouvelle-Aquitaine, avec une marge",
  synthese: "quadrillage tiré au sort (graine fixe), sans tracés",
} as const;
export type NomGraphe = keyof typeof GRAPHES;

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** The roads whose two ends are in the box of the département. */
function clip(raw: RawGraph): RawGraph {
  const [west, south, east, north] = BOITE_87 as readonly [number, number, number, number];
  const kept: number[] = [];
  const rank = new Int32Array(raw.lon.length).fill(-1);
  for (let node = 0; node < raw.lon.length; node += 1) {
    const [lon, lat] = [raw.lon[node]!, raw.lat[node]!];
    if (lon >= west && lon <= east && lat >= south && lat <= north) rank[node] = kept.push(node) - 1;
  }
  return {
    lon: kept.map((node) => raw.lon[node]!),
    lat: kept.map((node) => raw.lat[node]!),
    edges: raw.edges.flatMap((edge) => (rank[edge.from]! < 0 || rank[edge.to]! < 0 ? [] : [{ ...edge, from: rank[edge.from]!, to: rank[edge.to]! }])),
  };
}

/** Share of the sides of the grid that are roads, and of the roads that are one-way: 1.3 roads a junction, as on the real graph. */
const [ROADS, ONE_WAYS] = [0.65, 0.1];
/** Every so many rows and columns, a main road without a gap. */
const MAIN_EVERY = 16;
const SPACING = { lon: 0.004, lat: 0.003, metres: 320 } as const;

/** A grid of `side` × `side` junctions some 300 m apart, moved about; main roads, gaps, one-ways. The same at every call. */
export function gridGraph(side: number): RawGraph {
  const random = graineDe(20_261_101);
  const node = (column: number, row: number): number => row * side + column;
  const [lon, lat] = [new Float64Array(side * side), new Float64Array(side * side)];
  for (let k = 0; k < lon.length; k += 1) {
    lon[k] = (k % side) * SPACING.lon + 0.4 * SPACING.lon * random();
    lat[k] = 42 + Math.floor(k / side) * SPACING.lat + 0.4 * SPACING.lat * random();
  }
  const edges: RawEdge[] = [];
  const add = (from: number, to: number, main: boolean): void => {
    if (!main && random() > ROADS) return;
    const metres = Math.round(SPACING.metres * (1 + 0.4 * random()));
    edges.push({ from, to, metres, roadClass: ROAD_CLASSES.indexOf(main ? "primary" : "minor"), ramp: false, oneWay: !main && random() < ONE_WAYS, dense: false, city: false, urban: 0, curvature: 0, shape: [] });
  };
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      if (column + 1 < side) add(node(column, row), node(column + 1, row), row % MAIN_EVERY === 0);
      if (row + 1 < side) add(node(column, row), node(column, row + 1), column % MAIN_EVERY === 0);
    }
  }
  return { lon, lat, edges };
}

/** The packed bytes of a graph, compressed as they travel. Throws when the sources are not there. */
export function packedGraph(name: NomGraphe): Uint8Array {
  if (name === "hv50") return readFileSync(path.join(ROOT, "data/graphe-hv50.bin.gz"));
  if (name === "synthese") return gzipSync(encodeGraph(gridGraph(2000)));
  const source = openSource(sourcesFolder(ROOT));
  return gzipSync(encodeGraph(name === "87" ? clip(readRawGraph(source, "hv50")) : readRawGraph(source, "na")));
}

export function inflated(packed: Uint8Array): Uint8Array {
  return gunzipSync(packed);
}
