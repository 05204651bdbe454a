// One process a graph: `node --expose-gc --import tsx mesurer.ts <fichier>`, so that the memory is that of this graph alone.
import { readFileSync } from "node:fs";
import { decodeGraph } from "../../../src/geo/graph/decode";
import { nearestSites } from "../../../src/geo/k-nearest";
import { nearestSite, oneToAll, runToEnd } from "../../../src/geo/nearest-site";
import { buildRoadNetwork } from "../../../src/geo/road-network";
import type { SpeedTable } from "../../../src/geo/speeds";
import { median } from "../../budgets/mesures";
import { cpuMs } from "../bench";
import { readJson } from "../donnees";
import { attachmentsAt, spread } from "../situation";
import { inflated } from "./graphes";
import type { Mesures } from "./rapport";

const RUNS = 7;
const SITES = 150;
/** As many as the region has. */
const COMMUNES = 4293;

function timed<T>(run: () => T): readonly [value: T, ms: number] {
  const before = cpuMs();
  const value = run();
  return [value, cpuMs() - before];
}

function medianOf(run: () => unknown, runs: number = RUNS): number {
  run();
  return median(Array.from({ length: runs }, () => timed(run)[1]));
}

/** Bytes held once what is no longer of use is gone (`--expose-gc`). */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
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
  const residentMo = (memory() - empty) / 1e6;
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node);
  const sites = spread(nodes, SITES);
  const [places, points] = [attachmentsAt(roads, sites), attachmentsAt(roads, spread(nodes, COMMUNES))];
  const middle = sites[Math.floor(SITES / 2)]!;
  return {
    noeuds: graph.nodeCount,
    troncons: graph.edgeCount,
    fichierMo: packed.length / 1e6,
    lectureMs: decodeMs,
    preparationMs: readyMs,
    unVersTousMs: medianOf(() => runToEnd(oneToAll(roads, middle))),
    sitesMs: medianOf(() => runToEnd(nearestSite(roads, sites))),
    plusProchesMs: medianOf(() => runToEnd(nearestSites(roads, places, points, "to-sites", 5)), 3),
    residentMo,
    pointeMo: process.resourceUsage().maxRSS / 1e3,
  };
}

const [, , file] = process.argv;
if (file === undefined) throw new Error("fichier attendu");
console.log(JSON.stringify(measure(file)));
