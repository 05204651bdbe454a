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

type Columns = Omit<RoadGraph, "buffer" | "bbox" | "nodeCount" | "edgeCount">;

function cutColumns(sizes: GraphSizes, cutter: Cutter): Columns {
  const { nodeCount, edgeCount, shapePointCount, oneWayCount } = sizes;
  const arcs = 2 * edgeCount - oneWayCount;
  const int32 = (length: number): Int32Array => cutter.cut<Int32Array>(Int32Array, length);
  const adjacency = (): RoadGraph["forward"] => ({ start: int32(nodeCount + 1), node: int32(arcs), edge: int32(arcs) });
  return {
    lonE5: int32(nodeCount),
    latE5: int32(nodeCount),
    from: int32(edgeCount),
    to: int32(edgeCount),
    lengthDm: int32(edgeCount),
    shapeStart: int32(edgeCount + 1),
    forward: adjacency(),
    reverse: adjacency(),
    curvature: cutter.cut<Uint16Array>(Uint16Array, edgeCount),
    shapeDx: cutter.cut<Int16Array>(Int16Array, shapePointCount),
    shapeDy: cutter.cut<Int16Array>(Int16Array, shapePointCount),
    attributes: cutter.cut<Uint8Array>(Uint8Array, edgeCount),
    urban: cutter.cut<Uint8Array>(Uint8Array, edgeCount),
  };
}

/** The columns of a graph, zeroed, all views of one new buffer. */
export function allocateGraph(sizes: GraphSizes): Columns & { readonly buffer: ArrayBuffer } {
  const measure = new Cutter(null);
  cutColumns(sizes, measure);
  const buffer = new ArrayBuffer(measure.bytes);
  return { ...cutColumns(sizes, new Cutter(buffer)), buffer };
}

/** Grows when `cutColumns` does: a buffer kept by another version is not opened. */
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
  cutColumns(sizes, measure);
  if (layout !== LAYOUT || buffer.byteLength !== measure.bytes) return null;
  const { nodeCount, edgeCount } = sizes;
  return { ...cutColumns(sizes, new Cutter(buffer)), buffer, nodeCount, edgeCount, bbox };
}
