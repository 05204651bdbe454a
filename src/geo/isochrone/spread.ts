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

const SLICE = 8_000;

/** Several times faster than Math.hypot. */
function stepsOf(dx: number, dy: number): number {
  return Math.sqrt(dx * dx + dy * dy);
}

/** Length of an edge's line in steps. */
function lineLength({ stepsPerLon, stepsPerLat }: Grid, graph: RoadNetwork["graph"], edge: number): number {
  const { from, to, lonE5, latE5, shapeStart, shapeDx, shapeDy } = graph;
  let restX = lonE5[to[edge]!]! - lonE5[from[edge]!]!;
  let restY = latE5[to[edge]!]! - latE5[from[edge]!]!;
  let length = 0;
  for (let p = shapeStart[edge]!, end = shapeStart[edge + 1]!; p < end; p += 1) {
    const dx = shapeDx[p]!;
    const dy = shapeDy[p]!;
    length += stepsOf(dx * stepsPerLon, dy * stepsPerLat);
    restX -= dx;
    restY -= dy;
  }
  return length + stepsOf(restX * stepsPerLon, restY * stepsPerLat);
}

/**
 * Scans the edges of rank `first` to `end` of the list: every sample within BUFFER of one takes its time at the nearest
 * place of each of its stretches, and the lowest is kept. One long loop: in pieces it is half as slow again.
 */
function scanEdges({ graph, seconds: weights }: RoadNetwork, reached: ReachedEdges, first: number, end: number, limit: number, { grid, seconds, squares, secondsPerStep }: Field): void {
  const { from, to, lonE5, latE5, shapeStart, shapeDx, shapeDy } = graph;
  const { columns, west, south, stepsPerLon, stepsPerLat } = grid;
  const reach = BUFFER / grid.step;
  for (let i = first; i < end; i += 1) {
    const edge = reached.edge[i]!;
    const weight = weights[edge]!;
    const firstPoint = shapeStart[edge]!;
    const lastPoint = shapeStart[edge + 1]!;
    const endX = (lonE5[to[edge]!]! - west) * stepsPerLon;
    const endY = (latE5[to[edge]!]! - south) * stepsPerLat;
    const whole = lineLength(grid, graph, edge);
    const pace = whole > 0 ? weight / whole : 0;
    let x = (lonE5[from[edge]!]! - west) * stepsPerLon;
    let y = (latE5[from[edge]!]! - south) * stepsPerLat;
    // Seconds at the start of the stretch by either end of the edge; along it, one rises as the other falls.
    let byFrom = reached.fromEnd[i]!;
    let byTo = reached.toEnd[i]! + weight;
    for (let p = firstPoint; p <= lastPoint; p += 1) {
      const dx = p === lastPoint ? endX - x : shapeDx[p]! * stepsPerLon;
      const dy = p === lastPoint ? endY - y : shapeDy[p]! * stepsPerLat;
      const square = dx * dx + dy * dy;
      const inverse = square > 0 ? 1 / square : 0;
      const rise = pace * Math.sqrt(square);
      const firstColumn = Math.ceil((dx < 0 ? x + dx : x) - reach);
      const lastColumn = Math.floor((dx < 0 ? x : x + dx) + reach);
      const lastRow = Math.floor((dy < 0 ? y : y + dy) + reach);
      for (let row = Math.ceil((dy < 0 ? y + dy : y) - reach); row <= lastRow; row += 1) {
        const py = row - y;
        for (let column = firstColumn, at = row * columns + firstColumn; column <= lastColumn; column += 1, at += 1) {
          const px = column - x;
          const foot = (px * dx + py * dy) * inverse;
          const share = foot < 0 ? 0 : foot > 1 ? 1 : foot;
          const distance = (px - share * dx) ** 2 + (py - share * dy) ** 2;
          if (distance > reach * reach) continue;
          const before = byFrom + rise * share;
          const after = byTo - rise * share;
          const total = (before < after ? before : after) + Math.sqrt(distance) * secondsPerStep;
          if (total > limit) continue;
          if (total < seconds[at]!) seconds[at] = total;
          if (distance < squares[at]!) squares[at] = distance;
        }
      }
      byFrom += rise;
      byTo -= rise;
      x += dx;
      y += dy;
    }
  }
}

/**
 * Spreads the times of the roads reached to the ground around them: BUFFER metres at the speed of the access to the road, the lowest time kept
 * at each sample of the grid. Partly reached edges count up to where the limit is met, along their true shape. Null
 * when nothing is reached. Steppable: yields the share of the edges done.
 *
 * @param limit seconds, the longest of the limits that will be drawn
 * @param step metres of the grid; chosen from the extent when absent
 */
export function* spreadSeconds(network: RoadNetwork, reached: ReachedEdges, limit: number, step?: number): Generator<number, Field | null, void> {
  if (reached.box === null) return null;
  const grid = gridFor(network.graph, reached.box, BUFFER, step);
  const size = grid.columns * grid.rows;
  const field: Field = { grid, seconds: new Float32Array(size).fill(Infinity), squares: new Float32Array(size).fill(Infinity), secondsPerStep: accessSeconds(grid.step, network.speeds) };
  for (let first = 0; first < reached.edge.length; first += SLICE) {
    const end = Math.min(first + SLICE, reached.edge.length);
    scanEdges(network, reached, first, end, limit, field);
    yield end / reached.edge.length;
  }
  return field;
}
