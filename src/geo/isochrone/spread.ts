import { isJoinable } from "../edge-index";
import { canvasFor, STRETCH } from "../kernel/spread-kernel";
import type { RoadNetwork } from "../road-network";
import { accessSeconds } from "../speeds";
import { type Grid, gridFor } from "./grid";
import type { ReachedEdges } from "./reached-edges";

/** Metres from the road within which ground counts as reached. */
export const BUFFER = 500;
/** Seconds of the ground around the roads that are reached: samples row by row, from the south-west. */
export interface Field {
  readonly grid: Grid;
  /** Seconds to the road and along it; Infinity farther than BUFFER from what is reached within the limit. */
  readonly seconds: Float32Array;
  /** Square of the distance to the nearest road by which the sample is reached within the limit, in steps; Infinity without one. */
  readonly squares: Float32Array;
  /** Seconds from one sample to the next off the road, at the speed of the access to it. */
  readonly secondsPerStep: number;
}

/** Stretches of road drawn between two yields: about a millisecond. */
const ROOM = 16_384;

/** The stretches of the longest line of some edges. */
function longestLine({ shapeStart }: RoadNetwork["graph"], edges: Int32Array): number {
  let most = 0;
  for (let i = 0; i < edges.length; i += 1) most = Math.max(most, shapeStart[edges[i]! + 1]! - shapeStart[edges[i]!]!);
  return most + 1;
}

/** Stretches of road written on a canvas: how many, and the rank of the edge to go on with. */
interface Written {
  readonly count: number;
  readonly next: number;
}

/** Writes the stretches of the edges from rank `first` on, as long as the canvas has room. One long loop: a call for each edge takes twice as long. */
function writeEdges({ graph, seconds: weights }: RoadNetwork, { edge: edges, fromEnd, toEnd }: ReachedEdges, first: number, { west, south, stepsPerLon, stepsPerLat }: Grid, into: Float32Array): Written {
  const { from, to, lonE5, latE5, shapeStart, shapeDx, shapeDy } = graph;
  let [at, i] = [0, first];
  for (; i < edges.length; i += 1) {
    const edge = edges[i]!;
    if (!isJoinable(graph, edge)) continue;
    const [start, lastPoint] = [at, shapeStart[edge + 1]!];
    if (at + STRETCH * (lastPoint - shapeStart[edge]! + 1) > into.length) break;
    let x = (lonE5[from[edge]!]! - west) * stepsPerLon;
    let y = (latE5[from[edge]!]! - south) * stepsPerLat;
    const endX = (lonE5[to[edge]!]! - west) * stepsPerLon;
    const endY = (latE5[to[edge]!]! - south) * stepsPerLat;
    let length = 0;
    for (let p = shapeStart[edge]!; p <= lastPoint; p += 1, at += STRETCH) {
      const dx = p === lastPoint ? endX - x : shapeDx[p]! * stepsPerLon;
      const dy = p === lastPoint ? endY - y : shapeDy[p]! * stepsPerLat;
      // Several times faster than Math.hypot.
      const steps = Math.sqrt(dx * dx + dy * dy);
      into[at] = x;
      into[at + 1] = y;
      into[at + 2] = dx;
      into[at + 3] = dy;
      into[at + 6] = steps;
      length += steps;
      x += dx;
      y += dy;
    }
    // Seconds at the start of the stretch by either end of the edge; along it, one rises as the other falls.
    const pace = length > 0 ? weights[edge]! / length : 0;
    let byFrom = fromEnd[i]!;
    let byTo = toEnd[i]! + weights[edge]!;
    for (let k = start; k < at; k += STRETCH) {
      const rise = pace * into[k + 6]!;
      into[k + 4] = byFrom;
      into[k + 5] = byTo;
      into[k + 6] = rise;
      byFrom += rise;
      byTo -= rise;
    }
  }
  return { count: at / STRETCH, next: i };
}

/**
 * Spreads the times of the roads reached to the ground around them (not from motorways nor ramps, which no point joins): BUFFER metres at the speed of the access to the road, the lowest time kept
 * at each sample of the grid. Partly reached edges count up to where the limit is met, along their true shape. Null
 * when nothing is reached. Steppable: yields the share of the edges done.
 *
 * @param limit seconds, the longest of the limits that will be drawn
 * @param step metres of the grid; chosen from the extent when absent
 */
export function* spreadSeconds(network: RoadNetwork, reached: ReachedEdges, limit: number, step?: number): Generator<number, Field | null, void> {
  if (reached.box === null) return null;
  const { graph } = network;
  const grid = gridFor(graph, reached.box, BUFFER, step);
  const secondsPerStep = accessSeconds(grid.step, network.speeds);
  const room = Math.max(ROOM, longestLine(graph, reached.edge));
  const canvas = canvasFor({ columns: grid.columns, reach: BUFFER / grid.step, limit, secondsPerStep, samples: grid.columns * grid.rows, room });
  for (let first = 0; first < reached.edge.length; ) {
    const { count, next } = writeEdges(network, reached, first, grid, canvas.stretches);
    canvas.draw(count);
    first = next;
    yield first / reached.edge.length;
  }
  return { grid, seconds: canvas.seconds, squares: canvas.squares, secondsPerStep };
}
