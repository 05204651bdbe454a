import { fixedMemory } from "../kernel/compile";
import { fillAdjacency } from "./adjacency";
import { aligned } from "./format";
import { ENTERS_BIT, LEAVES_BIT, type RoadGraph, type SearchRoom } from "./road-graph";

/** How much there is of each thing in a graph. */
export interface GraphSizes {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly shapePointCount: number;
}

interface ViewOf<T> {
  new (buffer: ArrayBuffer, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

/** Hands out consecutive views, each on an 8-byte boundary; without a buffer it only measures. */
class Cutter {
  bytes = 0;
  readonly buffer: ArrayBuffer | null;
  constructor(buffer: ArrayBuffer | null) {
    this.buffer = buffer;
  }
  cut<T>(View: ViewOf<T>, length: number): T {
    const at = this.bytes;
    this.bytes = aligned(at + length * View.BYTES_PER_ELEMENT);
    return this.buffer === null ? new View(new ArrayBuffer(0), 0, 0) : new View(this.buffer, at, length);
  }
  int32(length: number): Int32Array {
    return this.cut<Int32Array>(Int32Array, length);
  }
}

/** The columns of the file, without the adjacency that is made of them. */
export type EdgeColumns = Omit<RoadGraph, "buffer" | "bbox" | "nodeCount" | "edgeCount" | "forward" | "reverse" | "room">;

type Columns = EdgeColumns & Pick<RoadGraph, "buffer" | "forward" | "reverse" | "room">;

function cutEdges({ nodeCount, edgeCount, shapePointCount }: GraphSizes, cutter: Cutter): EdgeColumns {
  return {
    lonE5: cutter.int32(nodeCount),
    latE5: cutter.int32(nodeCount),
    from: cutter.int32(edgeCount),
    to: cutter.int32(edgeCount),
    lengthDm: cutter.int32(edgeCount),
    shapeStart: cutter.int32(edgeCount + 1),
    curvature: cutter.cut<Uint16Array>(Uint16Array, edgeCount),
    shapeDx: cutter.cut<Int16Array>(Int16Array, shapePointCount),
    shapeDy: cutter.cut<Int16Array>(Int16Array, shapePointCount),
    attributes: cutter.cut<Uint8Array>(Uint8Array, edgeCount),
    urban: cutter.cut<Uint8Array>(Uint8Array, edgeCount),
  };
}

function cutArcs({ nodeCount, edgeCount }: GraphSizes, cutter: Cutter): Pick<RoadGraph, "forward" | "reverse"> {
  const rows = { start: cutter.int32(nodeCount + 1), arcs: cutter.int32(4 * edgeCount), edge: cutter.int32(2 * edgeCount) };
  return { forward: { ...rows, barred: ENTERS_BIT }, reverse: { ...rows, barred: LEAVES_BIT } };
}

/** Buckets of 2 s that a search may need at once: nine hours between the nearest and the farthest of its queue. */
const RING = 16_384;
/**
 * Room in the queue: as many cells as half the nodes, 4 096 at least. On the graph of Haute-Vienne + 50 km a search from 150
 * sites takes 3 % of the nodes, from 20 000 sites 24 %; one that needs more is done without the kernel.
 */
const cellsFor = (nodeCount: number): number => Math.max(4096, Math.ceil(nodeCount / 2));

function cutRoom({ nodeCount }: GraphSizes, cutter: Cutter): Omit<SearchRoom, "memory"> {
  return {
    ticks: cutter.int32(nodeCount),
    source: cutter.int32(nodeCount),
    touched: cutter.int32(nodeCount),
    ring: cutter.int32(RING),
    cells: cutter.int32(2 * cellsFor(nodeCount)),
  };
}

function measure(cut: (cutter: Cutter) => void): number {
  const cutter = new Cutter(null);
  cut(cutter);
  return cutter.bytes;
}

/**
 * The columns of a graph, zeroed, all views of one new buffer: the columns of the file, the arcs, then the room of the searches.
 * The buffer is that of a WebAssembly memory, for the kernel to read the arcs where they are; a plain one, without the
 * room, where there is none.
 */
export function allocateGraph(sizes: GraphSizes): Columns {
  const known = (cutter: Cutter): EdgeColumns & Pick<RoadGraph, "forward" | "reverse"> => ({ ...cutEdges(sizes, cutter), ...cutArcs(sizes, cutter) });
  const memory = fixedMemory(measure((cutter) => [known(cutter), cutRoom(sizes, cutter)]));
  const buffer = memory?.buffer ?? new ArrayBuffer(measure(known));
  const cutter = new Cutter(buffer);
  return { ...known(cutter), buffer, room: memory === null ? null : { memory, ...cutRoom(sizes, cutter) } };
}

/** The columns of a tile, zeroed: its arcs are those of the graph it is stitched into. */
export function allocateColumns(sizes: GraphSizes): EdgeColumns {
  return cutEdges(sizes, new Cutter(new ArrayBuffer(measure((cutter) => cutEdges(sizes, cutter)))));
}

/** A graph whose columns are filled: its arcs are made of them. */
export function completeGraph(columns: Columns, bbox: RoadGraph["bbox"]): RoadGraph {
  fillAdjacency(columns, columns.forward);
  return { ...columns, nodeCount: columns.lonE5.length, edgeCount: columns.from.length, bbox };
}

/** Grows when `cutEdges` does: columns kept by another version are not opened. */
const LAYOUT = 2;

/** What must be known of columns that were kept to open them again. */
export interface GraphLayout extends GraphSizes {
  readonly layout: number;
  readonly bbox: RoadGraph["bbox"];
}

/** What is to be kept of a graph from a visit to the next: a copy of its columns, and how to open it. */
export function keptGraph(graph: RoadGraph): { readonly columns: ArrayBuffer; readonly layout: GraphLayout } {
  const sizes = { nodeCount: graph.nodeCount, edgeCount: graph.edgeCount, shapePointCount: graph.shapeDx.length };
  const bytes = measure((cutter) => cutEdges(sizes, cutter));
  return { columns: graph.buffer.slice(0, bytes), layout: { layout: LAYOUT, bbox: graph.bbox, ...sizes } };
}

/** A graph from what was kept of it; null when the columns are not those of this layout. */
export function openGraph(columns: ArrayBuffer, { layout, bbox, ...sizes }: GraphLayout): RoadGraph | null {
  if (layout !== LAYOUT || columns.byteLength !== measure((cutter) => cutEdges(sizes, cutter))) return null;
  const graph = allocateGraph(sizes);
  new Uint8Array(graph.buffer).set(new Uint8Array(columns));
  return completeGraph(graph, bbox);
}
