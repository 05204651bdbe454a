import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { sourcesFolder } from "../../scripts/build/source";
import { fileSource } from "../../scripts/cli/import-roads";
import { ROOT } from "../../scripts/build-site.mjs";
import type { Outcome } from "../../src/domain/outcome";
import { decodeGraph } from "../../src/geo/graph/decode";
import { runToEnd } from "../../src/geo/nearest-site";
import { CITY_BIT } from "../../src/geo/graph/road-graph";
import { buildRoadNetwork } from "../../src/geo/road-network";
import { snapPoints } from "../../src/geo/snap";
import { travelMatrix } from "../../src/geo/travel-matrix";
import type { ByteSource } from "../../src/io/byte-source";
import { type ImportedRoads, readRoads } from "../../src/io/read-roads";
import { parseSpeeds } from "../../src/io/speeds";
import { issueText } from "../../src/textes/issues";
import { grid, pbfFile, sourceOf } from "./osm-pbf/write-pbf";

async function read(source: ByteSource): Promise<{ readonly outcome: Outcome<ImportedRoads>; readonly parts: readonly number[] }> {
  const steps = readRoads(source);
  const parts: number[] = [];
  let step = await steps.next();
  for (; step.done !== true; step = await steps.next()) parts.push(step.value);
  return { outcome: step.value, parts };
}

const { nodes, ways } = grid(4, 1.2, 45.8);
const PBF = pbfFile(nodes, ways);
const LINE = { type: "Feature", properties: { highway: "primary" }, geometry: { type: "LineString", coordinates: [[1, 45], [1.1, 45]] } };
const GEOJSON = new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features: [LINE] }));

describe("a road file", () => {
  it("is made a graph: a grid of streets has its crossings and its blocks", async () => {
    const { outcome } = await read(sourceOf(PBF));
    if (!outcome.ok) throw new Error("refused");
    const { graphe, format } = outcome.value;
    expect([format, graphe.noeuds, graphe.troncons, graphe.tronconsIsoles]).toEqual(["osm-pbf", 16, 24, 0]);
  });

  it.each([
    ["routes.geojson", GEOJSON, "geojson"],
    ["routes.geojson.gz", new Uint8Array(gzipSync(GEOJSON)), "geojson"],
    ["routes.txt", GEOJSON, "geojson"],
    ["routes.bin", PBF, "osm-pbf"],
  ] as const)("%s is told by its name or its content", async (name, bytes, format) => {
    const { outcome } = await read(sourceOf(bytes, name));
    expect(outcome.ok && outcome.value.format).toBe(format);
  });

  it("says how far it is, forwards, from nothing to all", async () => {
    const { parts } = await read(sourceOf(PBF));
    expect(parts.length).toBeGreaterThan(4);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.every((part) => part >= 0 && part <= 1)).toBe(true);
  });

  it("says what was mended", async () => {
    const { outcome } = await read(sourceOf(pbfFile(nodes, [...ways, { id: 99, tags: { highway: "primary" }, refs: [1, 2, 999] }])));
    expect(outcome.issues.map(issueText)).toEqual(["1 route coupée là où un point manque ou n'a pas de position lisible (1 point)."]);
  });

  it("lets the file go when the reading is given up", async () => {
    let opened = 0;
    const source: ByteSource = {
      ...sourceOf(PBF),
      async *open() {
        opened += 1;
        try {
          for (let at = 0; at < PBF.length; at += 50) yield PBF.subarray(at, at + 50);
        } finally {
          opened -= 1;
        }
      },
    };
    const steps = readRoads(source);
    await steps.next();
    expect(opened).toBe(1);
    await steps.return(undefined as never);
    expect(opened).toBe(0);
  });

  it("whose roads do not meet is refused", async () => {
    const oneWay = { id: 1, tags: { highway: "primary", oneway: "yes" }, refs: [1, 2] };
    const { outcome } = await read(sourceOf(pbfFile(nodes, [oneWay])));
    expect(outcome.issues.map(({ code }) => code)).toEqual(["reseau-en-morceaux"]);
  });

  it("of GeoJSON too large to be held is refused before it is read", async () => {
    const source = { ...sourceOf(GEOJSON, "routes.geojson"), size: 200_000_000 };
    const { outcome } = await read(source);
    expect(outcome.issues.map(issueText)).toEqual(["Le fichier « routes.geojson » pèse 200 Mo ; la limite est de 100 Mo pour ce format. Découpez-le, ou importez un .osm.pbf."]);
  });
});

const HV50 = path.join(sourcesFolder(ROOT), "routes/hv50.osm.pbf");
describe.skipIf(!existsSync(HV50))("the roads of Haute-Vienne + 50 km", () => {
  it("give the nodes, the edges and the kilometres of the embedded graph", async () => {
    const { outcome } = await read(await fileSource(HV50));
    if (!outcome.ok) throw new Error("refused");
    const { noeuds, troncons, km } = outcome.value.graphe;
    expect([noeuds, troncons, Math.round(km)]).toEqual([260_259, 337_426, 101_665]);
  });

  it("give its minutes within one in fifty, with surroundings that are estimated", async () => {
    const { outcome } = await read(await fileSource(HV50));
    const embedded = decodeGraph(gunzipSync(readFileSync(path.join(ROOT, "data/graphe-hv50.bin.gz"))));
    const speeds = parseSpeeds(readFileSync(path.join(ROOT, "data/vitesses.json")));
    if (!outcome.ok || !embedded.ok || !speeds.ok) throw new Error("refused");
    const networks = [outcome.value.graph, embedded.value].map((graph) => buildRoadNetwork(graph, speeds.value));
    const pairs = Array.from({ length: 12 }, (_, k) => [0.7 + 0.1 * k, 45.4 + 0.07 * ((5 * k) % 12), 2 - 0.1 * k, 45.4 + 0.07 * ((7 * k) % 12)] as const);
    const apart = pairs.map(([lon, lat, toLon, toLat]) => {
      const [found = 0, expected = 0] = networks.map((network) => {
        const [from, to] = [snapPoints(network.graph, [lon], [lat], network.edges), snapPoints(network.graph, [toLon], [toLat], network.edges)];
        return runToEnd(travelMatrix(network, from, to))[0]! / 60;
      });
      return Math.abs(found - expected) / expected;
    });
    expect(apart.reduce((sum, share) => sum + share, 0) / apart.length).toBeLessThan(1 / 50);
    // Built-up kilometres of large agglomerations: Limoges, Poitiers, Angoulême, Brive.
    const cityKm = networks.map(({ graph }) => graph.attributes.reduce((sum, bits, e) => sum + ((bits & CITY_BIT) === 0 ? 0 : (graph.lengthDm[e]! * graph.urban[e]!) / 1_000_000), 0));
    expect(cityKm[1]).toBeGreaterThan(1000);
    expect(Math.abs(cityKm[0]! / cityKm[1]! - 1)).toBeLessThan(0.1);
  });
});
