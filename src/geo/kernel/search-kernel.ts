import type { RoadGraph } from "../graph/road-graph";
import type { RoadNetwork } from "../road-network";
import { type Direction, fillArcTicks, rowsOf, type Labels, type Seeds } from "../search";
import { UNREACHED } from "../ticks";
import { SEARCH_WASM } from "./search-wasm";

/** Ticks of a bucket are 2^SHIFT of them, in search.wat too. */
const SHIFT = 11;
const PAGE = 65_536;
const CELL_BYTES = 8;
/** Address 0 means « none ». */
const FIRST_BYTE = 8;

/** What search.wat exports: addresses and state, each with its meaning there. */
const GLOBALS = ["starts", "heads", "weights", "ticks", "sources", "touched", "count", "ring", "mask", "free", "end", "size", "bucket"] as const;
type Exports = Readonly<Record<(typeof GLOBALS)[number], { value: number }>> & { readonly run: (lastBucket: number) => number };

/** Tables of Int32 in the memory, one after the other; the cells of the queue come after them. */
type Zone = "starts" | "heads" | "weights" | "ticks" | "sources" | "touched" | "ring";

let compiled: WebAssembly.Module | null | undefined;

/** The module; null where the browser has no WebAssembly, or a page's policy refuses it. */
function searchModule(): WebAssembly.Module | null {
  if (compiled === undefined) {
    try {
      compiled = new WebAssembly.Module(Uint8Array.from(atob(SEARCH_WASM), (char) => char.charCodeAt(0)));
    } catch {
      compiled = null;
    }
  }
  return compiled;
}

const kernels = new WeakMap<RoadGraph, SearchKernel>();

/** The smallest ring of buckets that covers a span of ticks. */
function ringFor(span: number): number {
  let ring = 4;
  while (ring < (span >>> SHIFT) + 2) ring *= 2;
  return ring;
}

/**
 * The search loop in WebAssembly on a copy of the arcs of a graph, in one direction at a time: as fast as compiled C, when
 * the same loop in JavaScript takes 1.6 times as long (`npm run bench`). One search at a time on a graph: a new one ends the one
 * before, and its labels with it.
 */
export class SearchKernel {
  private readonly memory: WebAssembly.Memory;
  private readonly wasm: Exports;
  private readonly lengths: Readonly<Record<Zone, number>>;
  private readonly firstCell: number;
  private loaded: { readonly network: RoadNetwork; readonly direction: Direction } | null = null;
  /** Number of the last search. */
  private turn = 0;

  private constructor(module: WebAssembly.Module, graph: RoadGraph, ring: number) {
    const { nodeCount: nodes, forward } = graph;
    const arcs = forward.node.length;
    this.lengths = { starts: nodes + 1, heads: arcs, weights: arcs, ticks: nodes, sources: nodes, touched: nodes, ring };
    const bytes = Object.values(this.lengths).reduce((sum, length) => sum + 4 * length, FIRST_BYTE);
    this.firstCell = Math.ceil(bytes / CELL_BYTES) * CELL_BYTES;
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((this.firstCell + PAGE) / PAGE) });
    this.wasm = new WebAssembly.Instance(module, { js: { memory: this.memory } }).exports as unknown as Exports;
    let at = FIRST_BYTE;
    for (const zone of Object.keys(this.lengths) as Zone[]) {
      this.wasm[zone].value = at;
      at += 4 * this.lengths[zone];
    }
    this.wasm.mask.value = ring - 1;
    this.view("ticks").fill(UNREACHED);
    this.view("sources").fill(-1);
  }

  /** Starts a search from some seeds; null where there is no WebAssembly. */
  static start(network: RoadNetwork, direction: Direction, seeds: Seeds): Run | null {
    const module = searchModule();
    if (module === null) return null;
    const first = seeds.ticks.reduce((least, ticks) => Math.min(least, ticks), UNREACHED);
    const last = seeds.ticks.reduce((most, ticks) => Math.max(most, ticks), 0);
    const ring = ringFor(Math.max(last - first, network.longest));
    let kernel = kernels.get(network.graph);
    if (kernel === undefined || kernel.lengths.ring < ring) {
      kernel = new SearchKernel(module, network.graph, ring);
      kernels.set(network.graph, kernel);
    }
    return kernel.begin(network, direction, seeds, first);
  }

  /** The table of a zone, to be asked again after each run: the memory may have grown. */
  view(zone: Zone): Int32Array {
    return new Int32Array(this.memory.buffer, this.wasm[zone].value, this.lengths[zone]);
  }

  get touched(): Int32Array {
    return this.view("touched").subarray(0, this.wasm.count.value);
  }

  /** Whether a search is still the last one. */
  isTurn(turn: number): boolean {
    return turn === this.turn;
  }

  /** Settles the buckets up to one; false when nothing is left to settle. */
  advance(lastBucket: number): boolean {
    return this.wasm.run(lastBucket) > 0;
  }

  private begin(network: RoadNetwork, direction: Direction, seeds: Seeds, first: number): Run {
    this.load(network, direction);
    this.clear();
    this.plant(seeds);
    this.wasm.bucket.value = first >>> SHIFT;
    this.turn += 1;
    return new KernelRun(this, this.turn, first >>> SHIFT);
  }

  private load(network: RoadNetwork, direction: Direction): void {
    if (this.loaded?.direction !== direction) {
      const { start, node } = rowsOf(network, direction);
      this.view("starts").set(start);
      this.view("heads").set(node);
    } else if (this.loaded.network === network) return;
    fillArcTicks(network, direction, this.view("weights"));
    this.loaded = { network, direction };
  }

  /** Forgets the search before. */
  private clear(): void {
    const [ticks, sources] = [this.view("ticks"), this.view("sources")];
    // A table is filled faster than a fair part of it is visited node by node.
    if (this.wasm.count.value * 8 > ticks.length) {
      ticks.fill(UNREACHED);
      sources.fill(-1);
    } else {
      for (const node of this.touched) {
        ticks[node] = UNREACHED;
        sources[node] = -1;
      }
    }
    this.view("ring").fill(0);
    this.wasm.count.value = 0;
    this.wasm.size.value = 0;
    this.wasm.free.value = 0;
    this.wasm.end.value = this.firstCell;
  }

  /** Labels the seeds and puts them in the queue. */
  private plant(seeds: Seeds): void {
    const { count, end, size, mask } = this.wasm;
    const missing = end.value + seeds.node.length * CELL_BYTES - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
    const [ticks, sources, touched, ring] = [this.view("ticks"), this.view("sources"), this.view("touched"), this.view("ring")];
    const cells = new Int32Array(this.memory.buffer);
    seeds.node.forEach((node, i) => {
      const [total, whose, known] = [seeds.ticks[i]!, seeds.source[i]!, ticks[node]!];
      if (total > known || (total === known && whose >= sources[node]!)) return;
      if (known === UNREACHED) {
        touched[count.value] = node;
        count.value += 1;
      }
      ticks[node] = total;
      sources[node] = whose;
      const slot = (total >>> SHIFT) & mask.value;
      cells[end.value / 4] = node;
      cells[end.value / 4 + 1] = ring[slot]!;
      ring[slot] = end.value;
      end.value += CELL_BYTES;
      size.value += 1;
    });
  }
}

/** A search under way, by the kernel or without it. */
export interface Run {
  /** False once another search has begun on the same graph: this one is lost. */
  readonly alive: boolean;
  /** Every time under this one is final, in ticks. */
  readonly horizon: number;
  /** Labels as they stand: to be read or copied before anything else runs. */
  readonly labels: Labels;
  /** Nodes that have a label, each once, in any order. */
  readonly nodes: Int32Array;
  /** How many nodes have a label, about. */
  readonly count: number;
  /** Settles some more buckets, those that start after `limit` ticks excepted; false when there is none left. */
  advance(buckets: number, limit: number): boolean;
}

class KernelRun implements Run {
  private readonly kernel: SearchKernel;
  private readonly turn: number;
  private bucket: number;

  constructor(kernel: SearchKernel, turn: number, bucket: number) {
    this.kernel = kernel;
    this.turn = turn;
    this.bucket = bucket;
  }

  get alive(): boolean {
    return this.kernel.isTurn(this.turn);
  }

  get horizon(): number {
    return this.bucket << SHIFT;
  }

  get labels(): Labels {
    return { ticks: this.kernel.view("ticks"), source: this.kernel.view("sources") };
  }

  get count(): number {
    return this.kernel.touched.length;
  }

  get nodes(): Int32Array {
    return this.kernel.touched;
  }

  advance(buckets: number, limit: number): boolean {
    const last = Math.min(this.bucket + buckets - 1, limit >>> SHIFT);
    this.bucket = last + 1;
    return this.kernel.advance(last) && last < limit >>> SHIFT;
  }
}
