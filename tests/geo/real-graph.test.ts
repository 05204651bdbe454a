import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openSource, readRows, sourcesFolder } from "../../scripts/build/source";
import { decodeGraph } from "../../src/geo/graph/decode";
import { type Adjacency, ARC_SHIFT, CLASS_MASK, DENSE_BIT, edgeLine, ONE_WAY_BIT, RAMP_BIT, ROAD_CLASSES, type RoadGraph } from "../../src/geo/graph/road-graph";
import { nearestSite, runToEnd } from "../../src/geo/nearest-site";
import { buildRoadNetwork } from "../../src/geo/road-network";
import { snapPoints } from "../../src/geo/snap";
import { edgeSeconds, type SpeedTable } from "../../src/geo/speeds";
import { travelMatrix } from "../../src/geo/travel-matrix";
import { graphOf, nodeAt } from "./graph-examples";
import { cutAround, naiveMinutes } from "./real-graph-cut";

const root = path.resolve(import.meta.dirname, "../..");
const FILE = path.join(root, "data/graphe-hv50.bin.gz");
const vitesses = JSON.parse(readFileSync(path.join(root, "data/vitesses.json"), "utf8")) as { readonly defaut: SpeedTable; readonly "haute-vienne": SpeedTable };

function load(): RoadGraph {
  const decoded = decodeGraph(gunzipSync(readFileSync(FILE)));
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
  return decoded.value;
}
const graph = load();

function reachable(adjacency: Adjacency): number {
  const seen = new Uint8Array(graph.nodeCount);
  const stack = [0];
  seen[0] = 1;
  let count = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    count += 1;
    for (let arc = adjacency.start[node]!; arc < adjacency.start[node + 1]!; arc += 1) {
      const head = adjacency.arcs[2 * arc]!;
      if ((head & adjacency.barred) !== 0) continue;
      const next = head >> ARC_SHIFT;
      if (seen[next] === 0) stack.push(next);
      seen[next] = 1;
    }
  }
  return count;
}

describe("committed graph of Haute-Vienne + 50 km", () => {
  it("has the nodes and the edges of the sources", () => {
    expect([graph.nodeCount, graph.edgeCount, graph.shapeDx.length]).toEqual([260_259, 337_426, 274_460]);
  });
  it("weighs at most 2.7 MB packed and 30 MB in memory", () => {
    expect(statSync(FILE).size).toBeLessThanOrEqual(2_700_000);
    expect(graph.buffer.byteLength).toBeLessThanOrEqual(30_000_000);
  });
  it("is strongly connected, both ways", () => {
    expect([reachable(graph.forward), reachable(graph.reverse)]).toEqual([graph.nodeCount, graph.nodeCount]);
  });
  it("covers Haute-Vienne and its surroundings", () => {
    const [west, south, east, north] = graph.bbox;
    expect([west < 0, south < 45, east > 2.6, north > 46.9]).toEqual([true, true, true, true]);
  });
  it("draws edges that stay in its box", () => {
    const [west, south, east, north] = graph.bbox;
    // A shape may bulge a little out of the box of the nodes.
    const outside = (x: number, y: number): boolean => x < west - 0.05 || x > east + 0.05 || y < south - 0.05 || y > north + 0.05;
    let wrong = 0;
    for (let e = 0; e < graph.edgeCount; e += 97) if (edgeLine(graph, e).some(([x, y]) => outside(x, y))) wrong += 1;
    expect(wrong).toBe(0);
  });
  it("has no edge shorter than its own line but for rounding", () => {
    let wrong = 0;
    for (let e = 0; e < graph.edgeCount; e += 1) {
      const line = edgeLine(graph, e);
      const [x1, y1] = line[0]!;
      const [x2, y2] = line.at(-1)!;
      const crow = Math.hypot((x2 - x1) * Math.cos((y1 * Math.PI) / 180), y2 - y1) * 111_195;
      if (graph.lengthDm[e]! / 10 < crow * 0.98 - 3) wrong += 1;
    }
    expect(wrong).toBe(0);
  });
});

describe("minutes on a cut of the real graph", () => {
  // Limoges and Bellac: city streets, motorway and country roads.
  const cuts = [cutAround(graph, 1.26, 45.83, 0.03), cutAround(graph, 1.05, 46.12, 0.09)];

  it.each(cuts.map((raw, k) => ({ raw, k })))("are those of a naive Dijkstra towards three sites (cut $k)", ({ raw }) => {
    const cut = graphOf(raw);
    const network = buildRoadNetwork(cut, vitesses.defaut);
    const sites = [0, 1, 2].map((k) => Math.floor(((k + 0.5) * raw.lon.length) / 3));
    const naive = naiveMinutes(raw, vitesses.defaut, sites);
    const { seconds } = runToEnd(nearestSite(network, sites.map((s) => nodeAt(cut, raw.lon[s]!, raw.lat[s]!))));
    const found = Float64Array.from(raw.lon, (lon, n) => seconds[nodeAt(cut, lon, raw.lat[n]!)]! / 60);
    const gaps = found.map((minutes, n) => (minutes === naive[n] ? 0 : Math.abs(minutes - naive[n]!)));
    expect(raw.lon.length).toBeGreaterThan(800);
    expect(Math.max(...gaps)).toBeLessThan(1e-3);
  });

  it.each(cuts.map((raw, k) => ({ raw, k })))("are the same there and back where every road is two-way, door to door (cut $k)", ({ raw }) => {
    const network = buildRoadNetwork(graphOf({ ...raw, edges: raw.edges.map((edge) => ({ ...edge, oneWay: false })) }), vitesses.defaut);
    const places = Array.from({ length: 12 }, (_, k) => Math.floor(((k + 0.5) * raw.lon.length) / 12));
    // A little off the crossroads: along an edge, with a lane to it.
    const points = snapPoints(network.graph, places.map((n) => raw.lon[n]! + 0.0008), places.map((n) => raw.lat[n]! + 0.0004), network.edges);
    const matrix = runToEnd(travelMatrix(network, points, points));
    for (let i = 0; i < 12; i += 1) for (let j = 0; j < 12; j += 1) expect(matrix[i * 12 + j]).toBe(matrix[j * 12 + i]);
    expect(points.share.some((share) => share > 0 && share < 1)).toBe(true);
  });

  it("are those of a naive Dijkstra in doubles on random cuts, towards random sites, to a tenth of a second", () => {
    const place = fc.record({ lon: fc.double({ min: 0.4, max: 2.2, noNaN: true }), lat: fc.double({ min: 45.3, max: 46.6, noNaN: true }) });
    fc.assert(fc.property(place, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), ({ lon, lat }, picks) => {
      const raw = cutAround(graph, lon, lat, 0.03);
      fc.pre(raw.lon.length > 20);
      const cut = graphOf(raw);
      const sites = picks.map((pick) => pick % raw.lon.length);
      const naive = naiveMinutes(raw, vitesses.defaut, sites);
      const { seconds } = runToEnd(nearestSite(buildRoadNetwork(cut, vitesses.defaut), sites.map((s) => nodeAt(cut, raw.lon[s]!, raw.lat[s]!))));
      naive.forEach((minutes, n) => {
        const found = seconds[nodeAt(cut, raw.lon[n]!, raw.lat[n]!)]!;
        expect(found === minutes * 60 || Math.abs(found - minutes * 60) < 0.1, `${found} s and ${minutes * 60} s`).toBe(true);
      });
    }), { seed: 31, numRuns: 12 });
  });

  it("reach every node of the whole graph", () => {
    const { seconds } = runToEnd(nearestSite(buildRoadNetwork(graph, vitesses.defaut), [1000]));
    expect(seconds.every(Number.isFinite)).toBe(true);
  });
});

const folder = sourcesFolder(root);
/** What an edge is, but for where it runs: lengths in decimetres, shares in hundredths. */
const keyOf = (...parts: readonly (string | number)[]): string => parts.join("|");
const cents = (text: string | undefined): number => Math.round(Number(text) * 100);

describe.skipIf(!existsSync(path.join(folder, "routes/hv50_edges.csv.gz")))("against the sources", () => {
  it("drives each edge in the seconds that the sources give, within rounding", () => {
    const rows = readRows(openSource(folder), "routes/hv50_edges.csv.gz", ",");
    const times = new Map<string, number[]>();
    for (const r of rows) {
      const key = keyOf(Math.round(Number(r["len_m"]) * 10), r["class"]!, r["ramp"]!, r["oneway"]!, r["dense"]!, cents(r["urban_frac"]), cents(r["curve_90deg"]));
      times.set(key, [...(times.get(key) ?? []), Number(r["time_s"])]);
    }
    const speeds = vitesses["haute-vienne"];
    const seconds = edgeSeconds(graph, speeds);
    let wrong = 0;
    for (let e = 0; e < graph.edgeCount; e += 1) {
      const bits = graph.attributes[e]!;
      const c = bits & CLASS_MASK;
      const flag = (bit: number): string => ((bits & bit) === 0 ? "0" : "1");
      const given = times.get(keyOf(graph.lengthDm[e]!, ROAD_CLASSES[c]!, flag(RAMP_BIT), flag(ONE_WAY_BIT), flag(DENSE_BIT), graph.urban[e]!, graph.curvature[e]!));
      // The sources round time to 0.1 s, length to 0.1 m, the urban share to 0.01 and the bends to 0.01.
      const urbanKmh = (bits & DENSE_BIT) === 0 ? speeds.kmh[2 * c]! : speeds.dense[c]!;
      const perShare = (graph.lengthDm[e]! * 0.36) * Math.abs(1 / urbanKmh - 1 / speeds.kmh[2 * c + 1]!);
      const slack = 0.05 + 0.005 * perShare + 0.005 * speeds.secPer90 + 0.05 * 3.6 / 18 + 1e-3;
      if (given === undefined || !given.some((t) => Math.abs(t - seconds[e]!) <= slack)) wrong += 1;
    }
    expect(wrong).toBe(0);
  });
});
