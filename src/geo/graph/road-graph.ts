/** Road classes, in the order of the speed tables (`kmh[2c]`, `kmh[2c + 1]`, `dense[c]`). */
export const ROAD_CLASSES = ["motorway", "trunk", "primary", "secondary", "tertiary", "minor"] as const;

/** Coordinates are integers of 1e-5 degree (at most 1.1 m): `lon = lonE5 / UNITS_PER_DEGREE`. */
export const UNITS_PER_DEGREE = 100_000;

/** Bits of `attributes`. The three low bits are the class (index in ROAD_CLASSES). */
export const CLASS_MASK = 0b111;
export const RAMP_BIT = 1 << 3;
/** Driven from `from` to `to` only. */
export const ONE_WAY_BIT = 1 << 4;
/** Urban stretch among dense junctions, as the sources flag it (threshold of the Haute-Vienne fit). */
export const DENSE_BIT = 1 << 5;
/** Urban stretch in a large agglomeration: see build/cities.ts. */
export const CITY_BIT = 1 << 6;

/**
 * Compressed sparse rows, the same in both directions: the arcs of node n are `start[n] .. start[n + 1] - 1`, those that have a
 * bit of `barred` left out.
 */
export interface Adjacency {
  /** Int32, nodeCount + 1 values. */
  readonly start: Int32Array;
  /**
   * Two values an arc, read together: the node at its other end, `node << ARC_SHIFT`, with the bit of a one-way; then its ticks, to
   * be asked for by `arcsOf` (../search.ts).
   */
  readonly arcs: Int32Array;
  /** Edge each arc drives along. */
  readonly edge: Int32Array;
  /** The bit of the one-ways that are not driven in this direction. */
  readonly barred: number;
}

/** Bits of an arc: a one-way that leaves the node, a one-way that enters it. */
export const LEAVES_BIT = 1;
export const ENTERS_BIT = 2;
export const ARC_SHIFT = 2;

/** Where searches work, in the memory that holds the graph: see kernel/search-kernel.ts. Int32 throughout. */
export interface SearchRoom {
  /** Never grows. */
  readonly memory: WebAssembly.Memory;
  /** Labels of the nodes. */
  readonly ticks: Int32Array;
  readonly source: Int32Array;
  /** Nodes that have a label. */
  readonly touched: Int32Array;
  /** The queue: first cell of each bucket, and the cells. */
  readonly ring: Int32Array;
  readonly cells: Int32Array;
}

/**
 * A road graph in memory: every array is a view of `buffer`. Nodes are in Hilbert order, edges
 * sorted by (from, to). An edge that is not one-way is driven both ways with the same attributes.
 */
export interface RoadGraph {
  readonly buffer: ArrayBuffer;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** [west, south, east, north], degrees, EPSG:4326: the box of the nodes. */
  readonly bbox: readonly [number, number, number, number];
  /** Longitude and latitude of the nodes, 1e-5 degree. */
  readonly lonE5: Int32Array;
  readonly latE5: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Length along the road, decimetres. */
  readonly lengthDm: Int32Array;
  /** Sum of the bends, hundredths of a right angle. */
  readonly curvature: Uint16Array;
  /** Class, ramp, one-way, dense, city: see the bits above. */
  readonly attributes: Uint8Array;
  /** Percentage of the length in built-up areas, 0 to 100. */
  readonly urban: Uint8Array;
  /** Interior shape points of edge e are `shapeStart[e] .. shapeStart[e + 1] - 1`. */
  readonly shapeStart: Int32Array;
  /** Each point relative to the one before it, the first to node `from`; 1e-5 degree. */
  readonly shapeDx: Int16Array;
  readonly shapeDy: Int16Array;
  /** Arcs leaving each node, to the node where they lead. */
  readonly forward: Adjacency;
  /** Arcs entering each node, with the node where they come from. */
  readonly reverse: Adjacency;
  /** null without WebAssembly. */
  readonly room: SearchRoom | null;
}

/** What `encodeGraph` packs: plain columns in any order, units of the sources. */
export interface RawGraph {
  /** Degrees, EPSG:4326. */
  readonly lon: ArrayLike<number>;
  readonly lat: ArrayLike<number>;
  readonly edges: readonly RawEdge[];
}

export interface RawEdge {
  readonly from: number;
  readonly to: number;
  readonly metres: number;
  /** Index in ROAD_CLASSES. */
  readonly roadClass: number;
  readonly ramp: boolean;
  readonly oneWay: boolean;
  readonly dense: boolean;
  readonly city: boolean;
  /** 0 to 1. */
  readonly urban: number;
  /** Sum of the bends in right angles. */
  readonly curvature: number;
  /** Interior points, dx dy dx dy … in 1e-5 degree, each relative to the one before it, the first to `from`. */
  readonly shape: readonly number[];
}

export function nodeLon(graph: RoadGraph, node: number): number {
  return (graph.lonE5[node] ?? Number.NaN) / UNITS_PER_DEGREE;
}

export function nodeLat(graph: RoadGraph, node: number): number {
  return (graph.latE5[node] ?? Number.NaN) / UNITS_PER_DEGREE;
}

/** The line of an edge from `from` to `to`, ends included: [lon, lat] in degrees. */
export function edgeLine(graph: RoadGraph, edge: number): readonly (readonly [number, number])[] {
  const { from, to, lonE5, latE5, shapeStart, shapeDx, shapeDy } = graph;
  let x = lonE5[from[edge]!]!;
  let y = latE5[from[edge]!]!;
  const line: (readonly [number, number])[] = [[x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE]];
  for (let p = shapeStart[edge]!; p < shapeStart[edge + 1]!; p += 1) {
    x += shapeDx[p]!;
    y += shapeDy[p]!;
    line.push([x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE]);
  }
  line.push([lonE5[to[edge]!]! / UNITS_PER_DEGREE, latE5[to[edge]!]! / UNITS_PER_DEGREE]);
  return line;
}
