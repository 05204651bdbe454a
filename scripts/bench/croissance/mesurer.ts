// One process a graph: `node --expose-gc --import tsx mesurer.ts <fichier>`, so that the memory is that of this graph alone.
import { readFileSync } from "node:fs";
import { decodeGraph } from "../../../src/geo/graph/decode";
import { nearestSite, oneToAll, runToEnd } from "../../../src/geo/nearest-site";
import { buildRoadNetwork } from "../../../src/geo/road-network";
import type { SpeedTable } from "../../../src/geo/speeds";
import { median } from "../../budgets/mesures";
import { cpuMs } from "../bench";
import { readJson } from "../donnees";
import { spread } from "../situation";
import { inflated } from "./graphes";
import type { Mesures } from "./rapport";

const RUNS = 7;
const SITES = 150;

function timed<T>(run: () => T): readonly [value: T, ms: number] {
  const before = cpuMs();
  const value = run();
  return [value, cpuMs() - before];
}

function medianOf(run: () => unknown): number {
  run();
  return median(Array.from({ length: RUNS }, () => timed(run)[1]));
}

/**
 * Bytes held once what is no longer of use is gone (`--expose-gc`), WebAssembly memories included: buffers are given back some
 * time after the collection that frees them.
 */
function memory(): number {
  for (let k = 0; k < 3; k += 1) {
    globalThis.gc?.();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function measure(file: string): Mesures {
  const packed = readFileSync(file);
  const empty = memory();
  const [graph, decodeMs] = timed(() => {
    const read = decodeGraph(inflated(packed));
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return read.value;
  });
  const [roads, readyMs] = timed(() => buildRoadNetwork(graph, readJson<{ readonly defaut: SpeedTable }>("vitesses.json").defaut));
  const sites = spread(Array.from({ length: graph.nodeCount }, (_, node) => node), SITES);
  const middle = sites[Math.floor(SITES / 2)]!;
  const unVersTousMs = medianOf(() => runToEnd(oneToAll(roads, middle)));
  const sitesMs = medianOf(() => runToEnd(nearestSite(roads, sites)));
  // With all that the searches of both directions leave behind.
  const residentMo = (memory() - empty) / 1e6;
  return {
    noeuds: graph.nodeCount,
    troncons: graph.edgeCount,
    fichierMo: packed.length / 1e6,
    lectureMs: decodeMs,
    preparationMs: readyMs,
    unVersTousMs,
    sitesMs,
    residentMo,
    pointeMo: process.resourceUsage().maxRSS / 1e3,
  };
}

const [, , file] = process.argv;
if (file === undefined) throw new Error("fichier attendu");
console.log(JSON.stringify(measure(file)));
