import { existsSync } from "node:fs";
import path from "node:path";
import FlatQueue from "flatqueue";
import { describe, expect, it } from "vitest";
import { readRawGraph } from "../../scripts/build/graphe-source";
import { openSource, sourcesFolder } from "../../scripts/build/source";
import { answerCall } from "../../scripts/cli/answer-call";
import { Package } from "../../scripts/cli/package";
import { EMPRISES } from "../../src/analyses/shared/graphe";
import { sitesOf } from "../../src/analyses/shared/sites";
import { RESSOURCES_DU_GENRE, SELECTION_PAR_DEFAUT } from "../../src/domain/genre-site";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import { numberValues, textValues } from "../../src/domain/table";
import { CLASS_MASK, DENSE_BIT, ONE_WAY_BIT, RAMP_BIT, type RawGraph } from "../../src/geo/graph/road-graph";
import type { SpeedTable } from "../../src/geo/speeds";
import { DATA, load, must } from "../analyses/run";
import { edgeMinutes } from "./real-graph-cut";

const root = path.resolve(import.meta.dirname, "../..");
const folder = sourcesFolder(root);

/** Minutes from every node to the nearest of some nodes: a heap, doubles, the formula of the sources; nothing of src/geo. */
function oracle({ lon, edges }: RawGraph, speeds: SpeedTable, sites: readonly number[]): Float64Array {
  const into = Array.from(lon, (): number[] => []);
  edges.forEach((edge, e) => {
    into[edge.to]?.push(edge.from, e);
    if (!edge.oneWay) into[edge.from]?.push(edge.to, e);
  });
  const minutes = new Float64Array(lon.length).fill(Infinity);
  const queue = new FlatQueue<number>();
  for (const site of sites) {
    minutes[site] = 0;
    queue.push(site, 0);
  }
  for (let reached = queue.peekValue(), node = queue.pop(); node !== undefined && reached !== undefined; reached = queue.peekValue(), node = queue.pop()) {
    if (reached > (minutes[node] ?? 0)) continue;
    const arcs = into[node] ?? [];
    for (let a = 0; a < arcs.length; a += 2) {
      const [next = -1, e = -1] = [arcs[a], arcs[a + 1]];
      const total = reached + edgeMinutes(edges[e]!, speeds);
      if (total >= (minutes[next] ?? 0)) continue;
      minutes[next] = total;
      queue.push(next, total);
    }
  }
  return minutes;
}

const e5 = (degrees: number): number => Math.round(degrees * 1e5);

/** The nearest node by scanning them all, at the precision of the packed graph (1e-5 degree). */
function nearestNode({ lon, lat }: RawGraph, x: number, y: number): number {
  const cos = Math.cos((y * Math.PI) / 180);
  let [best, least] = [-1, Infinity];
  for (let n = 0; n < lon.length; n += 1) {
    const away = ((e5(lon[n]!) / 1e5 - x) * cos) ** 2 + (e5(lat[n]!) / 1e5 - y) ** 2;
    if (away < least) [best, least] = [n, away];
  }
  return best;
}

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
      const bits = (edge.roadClass & CLASS_MASK) | (edge.ramp ? RAMP_BIT : 0) | (edge.oneWay ? ONE_WAY_BIT : 0) | (edge.dense ? DENSE_BIT : 0);
      return [...ends(edge.oneWay, end(edge.from), end(edge.to)), Math.round(edge.metres * 10), bits, Math.round(edge.urban * 100), Math.round(edge.curvature * 100)];
    });
    expect(found).toBe(expected);
  }, SLOW);

  let reference: Promise<Float64Array> | null = null;

  /** Minutes of the naive search to the emergency sites of the region and its ring, by node of the sources. */
  const naive = (): Promise<Float64Array> => (reference ??= (async () => {
    const donnees = Object.fromEntries(await Promise.all(RESSOURCES_DU_GENRE.urgences.map(async (name) => [name, await load(name)] as const)));
    const { lon, lat } = must(sitesOf(["urgences"], donnees, SELECTION_PAR_DEFAUT));
    const { na } = EMPRISES;
    const inside = Array.from(lon.keys()).filter((i) => lon[i]! > na.west && lon[i]! < na.east && lat[i]! > na.south && lat[i]! < na.north);
    return oracle(read(), speeds, inside.map((i) => nearestNode(read(), lon[i]!, lat[i]!)));
  })());

  it.each(DEPARTEMENTS)("gives the command line, in %s, the minutes of a naive Dijkstra on the sources, within a tenth of a second", async (dep) => {
    const minutes = await naive();
    const communes = (await load("communes")).table;
    const [codes, lon, lat] = [textValues(communes, "code"), numberValues(communes, "lon"), numberValues(communes, "lat")];
    const { code, stdout, stderr } = await answerCall(["temps-acces", "--territoire", dep, "--params", path.join(root, "tests/fixtures/urgences.json")], DATA);
    expect([code, stderr]).toEqual([0, ""]);
    const { lignes } = JSON.parse(stdout) as { readonly lignes: readonly { readonly code: string; readonly minutes: number }[] };
    const drawn = lignes.filter((_, i) => i % Math.floor(lignes.length / 7) === 3).slice(0, 7);
    const gaps = drawn.map((ligne): readonly [string, number] => {
      const row = codes.indexOf(ligne.code);
      return [ligne.code, Math.abs(ligne.minutes - speeds.constMin - (minutes[nearestNode(read(), lon[row] ?? 0, lat[row] ?? 0)] ?? Number.NaN))];
    });
    expect(gaps).toHaveLength(7);
    expect(gaps.filter(([, gap]) => !(gap < 0.1 / 60))).toEqual([]);
  }, SLOW);
});
