import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { network } from "../../scripts/bench/donnees";
import { Package } from "../../scripts/cli/package";
import { DEPARTEMENTS_NA } from "../../src/domain/perimetre";
import { nearestSite, oneToAll, runToEnd } from "../../src/geo/nearest-site";
import type { RoadNetwork } from "../../src/geo/road-network";
import { DATA } from "../analyses/run";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes that this process holds once what is no longer of use is gone, WebAssembly memories included. */
async function held(): Promise<number> {
  for (let k = 0; k < 4; k += 1) {
    collect();
    // Buffers are given back some time after the collection that frees them.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Bytes of the distinct buffers that can be reached from a value. */
function buffersOf(value: unknown): number {
  const [seen, buffers] = [new Set<unknown>(), new Set<ArrayBufferLike>()];
  const visit = (one: unknown): void => {
    if (typeof one !== "object" || one === null || seen.has(one)) return;
    seen.add(one);
    if (one instanceof ArrayBuffer) buffers.add(one);
    else if (ArrayBuffer.isView(one)) buffers.add(one.buffer);
    else if (one instanceof WebAssembly.Memory) buffers.add(one.buffer);
    else Object.values(one).forEach(visit);
  };
  visit(value);
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/** Bytes that a network keeps once it has been searched from many sites towards them, and from one: by its buffers, and by the process. */
async function residentOf(load: () => Promise<RoadNetwork>): Promise<{ readonly buffers: number; readonly process: number }> {
  const before = await held();
  const roads = await load();
  const sites = Array.from({ length: 150 }, (_, k) => Math.floor((k * roads.graph.nodeCount) / 150));
  runToEnd(nearestSite(roads, sites));
  runToEnd(oneToAll(roads, 0));
  const after = await held();
  return { buffers: buffersOf(roads), process: after - before };
}

it("keeps Haute-Vienne + 50 km within 30 MB, searches in both directions included", async () => {
  const { buffers, process: all } = await residentOf(() => Promise.resolve(network()));
  expect([buffers <= 30e6, all <= 30e6, all > 0.95 * buffers]).toEqual([true, true, true]);
}, 60_000);

it("keeps all Nouvelle-Aquitaine, of its tiles, within 110 MB, searches in both directions included", async () => {
  const { buffers, process: all } = await residentOf(async () => (await (await Package.open(DATA, new Map())).reseau(DEPARTEMENTS_NA)).network);
  expect([buffers <= 110e6, all <= 110e6, all > 0.95 * buffers]).toEqual([true, true, true]);
}, 120_000);
