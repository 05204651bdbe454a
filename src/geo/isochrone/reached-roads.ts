import type { MultiLineString, Position } from "geojson";
import { CLASS_MASK, edgeLine, type RoadGraph, ROAD_CLASSES } from "../graph/road-graph";
import type { RoadNetwork } from "../road-network";
import type { ReachedEdges } from "./reached-edges";

/** More points than this would not be seen: smaller roads are left out, class by class. */
const MOST_POINTS = 40_000;

/** Shares of the length of an edge: a part of it, or what is reached, up to `start` from one end and from `end` on from the other. */
type Part = readonly [start: number, end: number];

/** Whether what is reached from both ends meets. */
const whole = ([start, end]: Part): boolean => start >= end;

/** Share of an edge driven from one end when `left` seconds remain there. */
function shareDriven(left: number, seconds: number): number {
  if (left < 0) return 0;
  return left >= seconds ? 1 : left / seconds;
}

/** The parts of an edge within a limit and not within the one before it. */
function newParts(before: Part, now: Part): readonly Part[] {
  if (whole(before)) return [];
  const parts: readonly Part[] = whole(now) ? [[before[0], before[1]]] : [[before[0], now[0]], [now[1], before[1]]];
  return parts.filter(([start, end]) => end > start);
}

const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

/** A line cut at two shares of its length; places to 1e-5 degree. */
function cutLine(line: readonly (readonly [number, number])[], [start, end]: Part): Position[] {
  if (start === 0 && end === 1) return line.map((place) => [...place]);
  const shrink = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180);
  const lengths = line.slice(1).map(([x, y], i) => Math.hypot((x - line[i]![0]) * shrink, y - line[i]![1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const cut: Position[] = [];
  if (total === 0) return cut;
  let driven = 0;
  lengths.forEach((length, i) => {
    const [[x, y], [nextX, nextY]] = [line[i]!, line[i + 1]!];
    // Shares of this stretch; NaN, hence nothing, for one without length.
    const first = Math.max((start * total - driven) / length, 0);
    const last = Math.min((end * total - driven) / length, 1);
    driven += length;
    if (!(last > first)) return;
    if (cut.length === 0) cut.push([round(x + (nextX - x) * first), round(y + (nextY - y) * first)]);
    cut.push([round(x + (nextX - x) * last), round(y + (nextY - y) * last)]);
  });
  return cut;
}

/** The smallest class of road such that it and the greater ones have few enough points. */
function smallestClass({ attributes, shapeStart }: RoadGraph, edges: Int32Array, most: number): number {
  const points = new Float64Array(ROAD_CLASSES.length);
  for (let i = 0; i < edges.length; i += 1) {
    const e = edges[i]!;
    points[attributes[e]! & CLASS_MASK]! += 2 + shapeStart[e + 1]! - shapeStart[e]!;
  }
  let [total, smallest] = [points[0]!, 0];
  while (smallest + 1 < points.length && total + points[smallest + 1]! <= most) {
    smallest += 1;
    total += points[smallest]!;
  }
  return smallest;
}

/**
 * The roads reached, one MultiLineString a limit (what that limit adds to the one before it), EPSG:4326. Edges reached
 * in part are cut where the limit is met. Smaller roads are left out when there are too many points to be seen; motorways
 * never are.
 *
 * @param limits seconds, ascending
 */
export function reachedRoads({ graph, seconds: weights }: RoadNetwork, reached: ReachedEdges, limits: readonly number[], mostPoints: number = MOST_POINTS): readonly MultiLineString[] {
  const smallest = smallestClass(graph, reached.edge, mostPoints);
  const lines = limits.map((): Position[][] => []);
  reached.edge.forEach((edge, i) => {
    if ((graph.attributes[edge]! & CLASS_MASK) > smallest) return;
    const line = edgeLine(graph, edge);
    let before: Part = [0, 1];
    limits.forEach((limit, level) => {
      const now: Part = [shareDriven(limit - reached.fromEnd[i]!, weights[edge]!), 1 - shareDriven(limit - reached.toEnd[i]!, weights[edge]!)];
      for (const part of newParts(before, now)) {
        const cut = cutLine(line, part);
        if (cut.length > 1) lines[level]!.push(cut);
      }
      before = now;
    });
  });
  return lines.map((coordinates) => ({ type: "MultiLineString", coordinates }));
}
