import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Adjacency, ARC_SHIFT } from "../../src/geo/graph/road-graph";
import { toTicks } from "../../src/geo/ticks";
import type { Coureur } from "./bench";
import { PairAbsent } from "./pairs";

const FOLDER = path.resolve(import.meta.dirname, "c");
const STRICT = ["-std=c11", "-D_POSIX_C_SOURCE=200809L", "-Wall", "-Wextra", "-Werror"];
const LIBRARIES = { dijkstra: ["-lm"], igraph: ["-I/usr/include/igraph", "-ligraph", "-lm"] } as const;
export type ProgrammeC = keyof typeof LIBRARIES;
const RUNS = 7;

let base: string | null = null;

/** A new folder that goes away with this process. */
export function temporaryFolder(): string {
  if (base === null) {
    const made = mkdtempSync(path.join(tmpdir(), "maillage-banc-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    base = made;
  }
  return mkdtempSync(path.join(base, "d-"));
}

const compiled = new Map<ProgrammeC, string>();

/** Compiles a program of `c/` and gives its path. Throws PairAbsent without a compiler or without igraph, Error when the source is refused. */
function compile(name: ProgrammeC): string {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const binary = path.join(temporaryFolder(), name);
  const args = ["-O2", ...STRICT, path.join(FOLDER, `${name}.c`), "-o", binary, ...LIBRARIES[name]];
  const { error, status, stderr } = spawnSync("gcc", args, { encoding: "utf8" });
  if (error !== undefined) throw new PairAbsent("gcc manque : à installer avec `apt-get install gcc libc6-dev`");
  if (name === "igraph" && /igraph\.h: No such file|cannot find -ligraph/.test(stderr)) throw new PairAbsent("igraph manque : à installer avec `apt-get install libigraph-dev`");
  if (status !== 0) throw new Error(`gcc ${name}.c : ${stderr}`);
  compiled.set(name, binary);
  return binary;
}

/** The network as the C programs read it (`c/reseau.h`): the arcs of one direction, packed. */
function networkBytes(adjacency: Adjacency, seconds: Float32Array, sources: readonly number[]): Uint8Array {
  const { start: rows, arcs, edge, barred } = adjacency;
  const nodes = rows.length - 1;
  const start = new Int32Array(nodes + 1);
  const driven: number[] = [];
  for (let n = 0; n < nodes; n += 1) {
    for (let arc = rows[n]!; arc < rows[n + 1]!; arc += 1) if ((arcs[2 * arc]! & barred) === 0) driven.push(arc);
    start[n + 1] = driven.length;
  }
  const columns = [
    Int32Array.of(nodes, driven.length, sources.length),
    start,
    Int32Array.from(driven, (arc) => arcs[2 * arc]! >> ARC_SHIFT),
    Int32Array.from(driven, (arc) => toTicks(seconds[edge[arc]!]!)),
    Int32Array.from(sources),
  ];
  return Buffer.concat(columns.map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength)));
}

/** Seconds from the nearest of the sources to every node, by a C program that times itself. */
export function programmeC(name: ProgrammeC, adjacency: Adjacency, seconds: Float32Array, sources: readonly number[]): Coureur<Float64Array> {
  const binary = compile(name);
  const folder = temporaryFolder();
  const [input, answer] = [path.join(folder, "reseau"), path.join(folder, "reponse")];
  writeFileSync(input, networkBytes(adjacency, seconds, sources));
  const launch = (runs: number): readonly number[] => {
    const { status, stdout, stderr } = spawnSync(binary, [input, answer, String(runs)], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${name} : ${stderr}`);
    return stdout.trim().split("\n").map(Number);
  };
  return {
    answer() {
      launch(0);
      const bytes = readFileSync(answer);
      return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    },
    times: () => Promise.resolve(launch(RUNS)),
  };
}
