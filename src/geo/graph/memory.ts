import { aligned } from "./format";
import type { RoadGraph } from "./road-graph";

/** What the header of a file says of the sizes. */
export interface GraphSizes {
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly shapePointCount: number;
  readonly oneWayCount: number;
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
}

/** The columns of the file, without the adjacency that is made of them. */
export type EdgeColumns = Omit<RoadGraph, "buffer" | "bbox" | "nodeCount" | "edgeCount" | "forward" | "reverse">;

type Columns = EdgeColumns & Pick<RoadGraph, "forward" | "reverse">;

function cutAdjacency({ nodeCount, edgeCount, oneWayCount }: GraphSizes, cutter: Cutter): Pick<RoadGraph, "forward" | "reverse"> {
  const int32 = (length: number): Int32Array => cutter.cut<Int32Array>(Int32Array, length);
  const arcs = 2 * edgeCount - oneWayCount;
  const one = (): RoadGraph["forward"] => ({ start: int32(nodeCount + 1), node: int32(arcs), edge: int32(arcs) });
  return { forward: one(), reverse: one() };
}

function cutEdges({ nodeCount, edgeCount, shapePointCount }: GraphSizes, cutter: Cutter): EdgeColumns {
  const int32 = (length: number): Int32Array => cutter.cut<Int32Array>(Int32Array, length);
  return {
    lonE5: int32(nodeCount),
    latE5: int32(nodeCount),
    from: int32(edgeCount),
    to: int32(edgeCount),
    lengthDm: int32(edgeCount),
    shapeStart: int32(edgeCount + 1),
    curvature: cutter.cut<Uint16Array>(Uint16Array, edgeCount),
    shapeDx: cutter.cut<Int16Array>(Int16Array, shapePointCount),
    shapeDy: cutter.cut<Int16Array>(Int16Array, shapePointCount),
    attributes: cutter.cut<Uint8Array>(Uint8Array, edgeCount),
    urban: cutter.cut<Uint8Array>(Uint8Array, edgeCount),
  };
}

function cutGraph(sizes: GraphSizes, cutter: Cutter): Columns {
  return { ...cutAdjacency(sizes, cutter), ...cutEdges(sizes, cutter) };
}

function allocate<T>(cut: (cutter: Cutter) => T): { readonly columns: T; readonly buffer: ArrayBuffer } {
  const measure = new Cutter(null);
  cut(measure);
  const buffer = new ArrayBuffer(measure.bytes);
  return { columns: cut(new Cutter(buffer)), buffer };
}

/** The columns of a graph, zeroed, all views of one new buffer. */
export function allocateGraph(sizes: GraphSizes): Columns & { readonly buffer: ArrayBuffer } {
  const { columns, buffer } = allocate((cutter) => cutGraph(sizes, cutter));
  return { ...columns, buffer };
}

/** The columns of a tile, zeroed: its adjacency is that of the graph it is stitched into. */
export function allocateColumns(sizes: GraphSizes): EdgeColumns {
  return allocate((cutter) => cutEdges(sizes, cutter)).columns;
}

/** Grows when `cutGraph` does: a buffer kept by another version is not opened. */
const LAYOUT = 1;

/** What must be known of a buffer to open it again. */
export interface GraphLayout extends GraphSizes {
  readonly layout: number;
  readonly bbox: RoadGraph["bbox"];
}

/** The layout of a graph, to keep next to its buffer. */
export function layoutOf(graph: RoadGraph): GraphLayout {
  const { nodeCount, edgeCount, bbox } = graph;
  return { layout: LAYOUT, nodeCount, edgeCount, bbox, shapePointCount: graph.shapeDx.length, oneWayCount: 2 * edgeCount - graph.forward.node.length };
}

/** A graph from its buffer as `allocateGraph` cut it; null when the buffer is not that of this layout. */
export function openGraph(buffer: ArrayBuffer, { layout, bbox, ...sizes }: GraphLayout): RoadGraph | null {
  const measure = new Cutter(null);
  cutGraph(sizes, measure);
  if (layout !== LAYOUT || buffer.byteLength !== measure.bytes) return null;
  const { nodeCount, edgeCount } = sizes;
  return { ...cutGraph(sizes, new Cutter(buffer)), buffer, nodeCount, edgeCount, bbox };
}
