import { CLASS_MASK, RAMP_BIT, type RoadGraph } from "./graph/road-graph";

const MOTORWAY = 0;
/** Edges in a box of the lowest level, boxes in a box of the others. */
export const FAN = 8;

/**
 * Boxes around edges that a point may join, as a tree: box i of level 0 holds edges 8 i … 8 i + 7, box i of the next
 * boxes 8 i … 8 i + 7, up to a level of one. Edges follow one another on the ground (nodes are in Hilbert order), so
 * nothing is sorted. Motorways and ramps are not in it: one does not enter them from a field.
 */
export interface EdgeIndex {
  /** west, south, east, north of each box, 1e-5 degree; west is beyond east in an empty one. */
  readonly levels: readonly Int32Array[];
}

const LOWEST = -(2 ** 31);
const HIGHEST = 2 ** 31 - 1;

export function isJoinable(graph: RoadGraph, edge: number): boolean {
  const bits = graph.attributes[edge]!;
  return (bits & RAMP_BIT) === 0 && (bits & CLASS_MASK) !== MOTORWAY;
}

/** Boxes of the edges themselves. */
function boxesOfEdges(graph: RoadGraph): Int32Array {
  const { edgeCount, lonE5, latE5, from, to, shapeStart, shapeDx, shapeDy } = graph;
  const boxes = new Int32Array(4 * Math.ceil(edgeCount / FAN));
  for (let box = 0; 4 * box < boxes.length; box += 1) {
    let [west, south, east, north] = [HIGHEST, HIGHEST, LOWEST, LOWEST];
    for (let edge = FAN * box, last = Math.min(edge + FAN, edgeCount); edge < last; edge += 1) {
      if (!isJoinable(graph, edge)) continue;
      let x = lonE5[from[edge]!]!;
      let y = latE5[from[edge]!]!;
      for (let p = shapeStart[edge]!, end = shapeStart[edge + 1]!; p <= end; p += 1) {
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
        x = p === end ? lonE5[to[edge]!]! : x + shapeDx[p]!;
        y = p === end ? latE5[to[edge]!]! : y + shapeDy[p]!;
      }
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    boxes.set([west, south, east, north], 4 * box);
  }
  return boxes;
}

/** Boxes of boxes. */
function boxesOfBoxes(below: Int32Array): Int32Array {
  const count = below.length / 4;
  const boxes = new Int32Array(4 * Math.ceil(count / FAN));
  for (let box = 0; 4 * box < boxes.length; box += 1) {
    let [west, south, east, north] = [HIGHEST, HIGHEST, LOWEST, LOWEST];
    for (let child = FAN * box, last = Math.min(child + FAN, count); child < last; child += 1) {
      west = Math.min(west, below[4 * child]!);
      south = Math.min(south, below[4 * child + 1]!);
      east = Math.max(east, below[4 * child + 2]!);
      north = Math.max(north, below[4 * child + 3]!);
    }
    boxes.set([west, south, east, north], 4 * box);
  }
  return boxes;
}

/** Indexes the edges of a graph, in one reading of its shapes. Built once a graph. */
export function buildEdgeIndex(graph: RoadGraph): EdgeIndex {
  const levels = [boxesOfEdges(graph)];
  while (levels.at(-1)!.length > 4) levels.push(boxesOfBoxes(levels.at(-1)!));
  return { levels };
}
