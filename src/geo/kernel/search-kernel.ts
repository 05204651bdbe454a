import type { RoadGraph, SearchRoom } from "../graph/road-graph";
import type { RoadNetwork } from "../road-network";
import { type Direction, type Labels, rowsOf, type Seeds } from "../search";
import { UNREACHED } from "../ticks";
import { weighArcs } from "../weigh-arcs";
import { compiledOnce } from "./compile";
import { SEARCH_WASM } from "./search-wasm";

/** Ticks of a bucket are 2^SHIFT of them, in search.wat too. */
const SHIFT = 11;
const CELL_BYTES = 8;

/** What search.wat exports: addresses and state, each with its meaning there. */
const GLOBALS = ["starts", "arcs", "barred", "ticks", "sources", "touched", "count", "ring", "mask", "free", "end", "limit", "size", "bucket"] as const;
type Exports = Readonly<Record<(typeof GLOBALS)[number], { value: number }>> & { readonly run: (lastBucket: number) => number };

const searchModule = compiledOnce(SEARCH_WASM);

const kernels = new WeakMap<RoadGraph, SearchKernel>();

/** The smallest ring of buckets that covers a span of ticks. */
function ringFor(span: number): number {
  let ring = 4;
  while (ring < (span >>> SHIFT) + 2) ring *= 2;
  return ring;
}

/**
 * The search loop in WebAssembly, in the memory of the graph: as fast as compiled C, when the same loop in JavaScript takes
 * 1.6 times as long (`npm run bench`). One search at a time on a graph: a new one ends the one before, and its labels with it.
 */
export class SearchKernel {
  private readonly room: SearchRoom;
  private readonly wasm: Exports;
  /** Number of the last search. */
  private turn = 0;

  private constructor(module: WebAssembly.Module, graph: RoadGraph, room: SearchRoom) {
    this.room = room;
    const { starts, arcs, ticks, sources, touched, ring, limit } = (this.wasm = new WebAssembly.Instance(module, { js: { memory: room.memory } }).exports as unknown as Exports);
    starts.value = graph.forward.start.byteOffset;
    arcs.value = graph.forward.arcs.byteOffset;
    ticks.value = room.ticks.byteOffset;
    sources.value = room.source.byteOffset;
    touched.value = room.touched.byteOffset;
    ring.value = room.ring.byteOffset;
    limit.value = room.cells.byteOffset + room.cells.byteLength;
    room.ticks.fill(UNREACHED);
    room.source.fill(-1);
  }

  /** Starts a search from some seeds; null where there is no WebAssembly, or not the room for such a search. */
  static start(network: RoadNetwork, direction: Direction, seeds: Seeds): Run | null {
    const { graph, longest } = network;
    const { room } = graph;
    const module = room === null ? null : searchModule();
    if (room === null || module === null) return null;
    const first = seeds.ticks.reduce((least, ticks) => Math.min(least, ticks), UNREACHED);
    const last = seeds.ticks.reduce((most, ticks) => Math.max(most, ticks), 0);
    const ring = ringFor(Math.max(last - first, longest));
    if (ring > room.ring.length || CELL_BYTES * seeds.node.length > room.cells.byteLength) return null;
    let kernel = kernels.get(graph);
    if (kernel === undefined) {
      kernel = new SearchKernel(module, graph, room);
      kernels.set(graph, kernel);
    }
    return kernel.begin(network, direction, seeds, ring, first >>> SHIFT);
  }

  get labels(): Labels {
    return this.room;
  }

  get touched(): Int32Array {
    return this.room.touched.subarray(0, this.wasm.count.value);
  }

  /** Whether a search is still the last one. */
  isTurn(turn: number): boolean {
    return turn === this.turn;
  }

  /** Settles the buckets up to one; false when nothing is left to settle. Out of room, the search is lost. */
  advance(network: RoadNetwork, lastBucket: number): boolean {
    weighArcs(network);
    const left = this.wasm.run(lastBucket);
    if (left < 0) this.turn += 1;
    return left !== 0;
  }

  private begin(network: RoadNetwork, direction: Direction, seeds: Seeds, ring: number, bucket: number): Run {
    this.clear();
    this.wasm.barred.value = rowsOf(network, direction).barred;
    this.wasm.mask.value = ring - 1;
    this.wasm.bucket.value = bucket;
    this.plant(seeds);
    this.turn += 1;
    return new KernelRun(this, network, this.turn, bucket);
  }

  /** Forgets the search before. */
  private clear(): void {
    const { ticks, source, ring, cells } = this.room;
    // A table is filled faster than a fair part of it is visited node by node.
    if (this.wasm.count.value * 8 > ticks.length) {
      ticks.fill(UNREACHED);
      source.fill(-1);
    } else {
      for (const node of this.touched) {
        ticks[node] = UNREACHED;
        source[node] = -1;
      }
    }
    ring.fill(0);
    this.wasm.count.value = 0;
    this.wasm.size.value = 0;
    this.wasm.free.value = 0;
    this.wasm.end.value = cells.byteOffset;
  }

  /** Labels the seeds and puts them in the queue. */
  private plant(seeds: Seeds): void {
    const { count, end, size, mask } = this.wasm;
    const { ticks, source, touched, ring, cells } = this.room;
    let cell = 0;
    seeds.node.forEach((node, i) => {
      const [total, whose, known] = [seeds.ticks[i]!, seeds.source[i]!, ticks[node]!];
      if (total > known || (total === known && whose >= source[node]!)) return;
      if (known === UNREACHED) {
        touched[count.value] = node;
        count.value += 1;
      }
      ticks[node] = total;
      source[node] = whose;
      const slot = (total >>> SHIFT) & mask.value;
      cells[cell] = node;
      cells[cell + 1] = ring[slot]!;
      ring[slot] = cells.byteOffset + 4 * cell;
      cell += CELL_BYTES / 4;
      size.value += 1;
    });
    end.value += 4 * cell;
  }
}

/** A search under way, by the kernel or without it. */
export interface Run {
  /** False once this one is lost: another search has begun on the same graph, or there was no more room. It has then nothing to tell. */
  readonly alive: boolean;
  /** Every time under this one is final, in ticks. */
  readonly horizon: number;
  /** Labels as they stand: to be read or copied before anything else runs. */
  readonly labels: Labels;
  /** Nodes that have a label, each once, in any order. */
  readonly nodes: Int32Array;
  /** How many nodes have a label, about. */
  readonly count: number;
  /** Settles some more buckets, those that start after `limit` ticks excepted; false when there is none left. A run that is lost does nothing, and gives true. */
  advance(buckets: number, limit: number): boolean;
}

class KernelRun implements Run {
  private readonly kernel: SearchKernel;
  private readonly network: RoadNetwork;
  private readonly turn: number;
  private bucket: number;

  constructor(kernel: SearchKernel, network: RoadNetwork, turn: number, bucket: number) {
    this.kernel = kernel;
    this.network = network;
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
    return this.kernel.labels;
  }

  get count(): number {
    return this.kernel.touched.length;
  }

  get nodes(): Int32Array {
    return this.kernel.touched;
  }

  advance(buckets: number, limit: number): boolean {
    if (!this.alive) return true;
    const last = Math.min(this.bucket + buckets - 1, limit >>> SHIFT);
    this.bucket = last + 1;
    const more = this.kernel.advance(this.network, last);
    return !this.alive || (more && last < limit >>> SHIFT);
  }
}
