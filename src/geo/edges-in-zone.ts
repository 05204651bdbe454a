import pointInPolygon from "point-in-polygon-hao";
import { edgeLine, nodeLat, nodeLon, type RoadGraph } from "./graph/road-graph";

type Point = readonly [number, number];

/** Metres in a degree of latitude, a little under the shortest. */
const METRES_PER_DEGREE = 110_500;

/** Twice the signed area of a triangle: its sign says on which side of the line a–b the point c lies. */
const side = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Whether two segments cross or touch; two that lie on one line do not count. */
function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  const [first, second] = [side(a, b, c), side(a, b, d)];
  return first !== second && first * second <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

function enters(line: readonly Point[], ring: [number, number][]): boolean {
  if (line.some(([x, y]) => pointInPolygon([x, y], [ring]) !== false)) return true;
  // No end inside: a road may still go straight through.
  return line.slice(1).some((b, i) => ring.slice(1).some((d, k) => crosses(line[i]!, b, ring[k]!, d)));
}

/**
 * Edges of which some part lies in a zone.
 * @param zone its corners, longitude and latitude in degrees (EPSG:4326); closed by itself
 */
export function edgesInZone(graph: RoadGraph, zone: readonly Point[]): readonly number[] {
  const ring = [...zone, zone[0]!].map(([x, y]): [number, number] => [x, y]);
  const [west, east] = [Math.min(...zone.map(([x]) => x)), Math.max(...zone.map(([x]) => x))];
  const [south, north] = [Math.min(...zone.map(([, y]) => y)), Math.max(...zone.map(([, y]) => y))];
  const narrow = Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180);
  const found: number[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge += 1) {
    // Between its nodes, and no further from them than its length.
    const reach = graph.lengthDm[edge]! / 10 / METRES_PER_DEGREE;
    const [a, b] = [graph.from[edge]!, graph.to[edge]!];
    const [x1, x2, y1, y2] = [nodeLon(graph, a), nodeLon(graph, b), nodeLat(graph, a), nodeLat(graph, b)];
    if (Math.max(y1, y2) < south - reach || Math.min(y1, y2) > north + reach) continue;
    if (Math.max(x1, x2) < west - reach / narrow || Math.min(x1, x2) > east + reach / narrow) continue;
    if (enters(edgeLine(graph, edge), ring)) found.push(edge);
  }
  return found;
}
