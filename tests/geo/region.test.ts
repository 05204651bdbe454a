import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readRawGraph } from "../../scripts/build/graphe-source";
import { openSource, sourcesFolder } from "../../scripts/build/source";
import { answerCall } from "../../scripts/cli/answer-call";
import { Package } from "../../scripts/cli/package";
import { EMPRISES } from "../../src/analyses/shared/graphe";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import { CITY_BIT, CLASS_MASK, DENSE_BIT, ONE_WAY_BIT, RAMP_BIT, type RawGraph } from "../../src/geo/graph/road-graph";
import type { SpeedTable } from "../../src/geo/speeds";
import { enteringArcs, type Point, readRows, Roads, secondsTo } from "../analyses/oracle";
import { DATA } from "../analyses/run";

const root = path.resolve(import.meta.dirname, "../..");
const folder = sourcesFolder(root);

const e5 = (degrees: number): number => Math.round(degrees * 1e5);

/** A number for a set of edges, whatever their order and their direction: a sum of products of what each edge is. */
function signature(count: number, describeEdge: (e: number) => readonly number[]): number {
  let sum = 0;
  for (let e = 0; e < count; e += 1) sum = (sum + describeEdge(e).reduce((hash, value) => Math.imul(hash ^ value, 0x01_00_01_93), 0x81_1c_9d_c5)) | 0;
  return sum;
}

const ends = (oneWay: boolean, a: readonly number[], b: readonly number[]): readonly number[] =>
  oneWay || (a[0] ?? 0) < (b[0] ?? 0) || (a[0] === b[0] && (a[1] ?? 0) <= (b[1] ?? 0)) ? [...a, ...b] : [...b, ...a];

/** Seven communes of each of three départements, drawn once for all by a fixed step. */
const DEPARTEMENTS = ["24", "33", "64"] as const;

/** Reading a million roads takes its time on a busy machine. */
const SLOW = 240_000;

const { defaut: speeds } = openSource(DATA).json<{ readonly defaut: SpeedTable }>("vitesses.json");

describe.skipIf(!existsSync(path.join(folder, "routes/na_edges.csv.gz")))("the region's graph against the sources", () => {
  // Read by the first test, not when the file is collected: it takes seconds.
  let known: RawGraph | null = null;
  const read = (): RawGraph => (known ??= readRawGraph(openSource(folder), "na"));

  it("holds every edge of the sources, once", async () => {
    const raw = read();
    const { graph } = (await (await Package.open(DATA, new Map())).reseau(DEPARTEMENTS_NA)).network;
    expect([graph.nodeCount, graph.edgeCount]).toEqual([raw.lon.length, raw.edges.length]);
    const found = signature(graph.edgeCount, (e) => {
      const bits = graph.attributes[e]!;
      const end = (node: number): readonly number[] => [graph.lonE5[node]!, graph.latE5[node]!];
      return [...ends((bits & ONE_WAY_BIT) !== 0, end(graph.from[e]!), end(graph.to[e]!)), graph.lengthDm[e]!, bits, graph.urban[e]!, graph.curvature[e]!];
    });
    const expected = signature(raw.edges.length, (e) => {
      const edge = raw.edges[e]!;
      const end = (node: number): readonly number[] => [e5(raw.lon[node]!), e5(raw.lat[node]!)];
      const bits = (edge.roadClass & CLASS_MASK) | (edge.ramp ? RAMP_BIT : 0) | (edge.oneWay ? ONE_WAY_BIT : 0) | (edge.dense ? DENSE_BIT : 0) | (edge.city ? CITY_BIT : 0);
      return [...ends(edge.oneWay, end(edge.from), end(edge.to)), Math.round(edge.metres * 10), bits, Math.round(edge.urban * 100), Math.round(edge.curvature * 100)];
    });
    expect(found).toBe(expected);
  }, SLOW);

  let reference: Promise<(from: Point) => number> | null = null;

  /**
   * Minutes to the emergency sites of the region and its ring by the independent search of oracle.ts, on the whole graph,
   * which the test above finds to be that of the sources.
   */
  const naive = (): Promise<(from: Point) => number> => (reference ??= (async () => {
    const { graph } = (await (await Package.open(DATA, new Map())).reseau(DEPARTEMENTS_NA)).network;
    const roads = new Roads(graph, speeds);
    const { na } = EMPRISES;
    const sites = readRows("urgences.csv").filter((row) => row["genre"] === "urgences").map((row) => ({ lon: Number(row["lon"]), lat: Number(row["lat"]) }));
    const inside = sites.filter(({ lon, lat }) => lon > na.west && lon < na.east && lat > na.south && lat < na.north).map((site) => roads.join(site));
    const seconds = secondsTo(enteringArcs(graph, speeds), inside.flatMap((place) => roads.gates(place, true)));
    return (from) => speeds.constMin + roads.seconds(roads.join(from), inside, (node) => seconds[node]!) / 60;
  })());

  it.each(DEPARTEMENTS)("gives the command line, in %s, the minutes of a naive Dijkstra on the whole graph, within a tenth of a second", async (dep) => {
    const minutes = await naive();
    const places = new Map(readRows("communes.csv").map((row) => [row["code"], { lon: Number(row["lon"]), lat: Number(row["lat"]) }]));
    const { code, stdout, stderr } = await answerCall(["temps-acces", "--territoire", dep, "--params", path.join(root, "tests/fixtures/urgences.json")], DATA);
    expect([code, stderr]).toEqual([0, ""]);
    const { lignes } = JSON.parse(stdout) as { readonly lignes: readonly { readonly code: string; readonly minutes: number }[] };
    const drawn = lignes.filter((_, i) => i % Math.floor(lignes.length / 7) === 3).slice(0, 7);
    const gaps = drawn.map((ligne): readonly [string, number] => [ligne.code, Math.abs(ligne.minutes - minutes(places.get(ligne.code)!))]);
    expect(gaps).toHaveLength(7);
    expect(gaps.filter(([, gap]) => !(gap < 0.1 / 60))).toEqual([]);
  }, SLOW);
});
