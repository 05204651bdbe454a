import type { Attachments } from "./attachments";
import { type EdgeIndex, FAN, isJoinable } from "./edge-index";
import { type RoadGraph, UNITS_PER_DEGREE } from "./graph/road-graph";

const RAD = Math.PI / 180;
/** Mean radius of the Earth, m. */
const RADIUS = 6_371_008.8;
/** Metres of a unit of 1e-5 degree of latitude. */
const METRES_PER_UNIT = (RADIUS * RAD) / UNITS_PER_DEGREE;

/**
 * A point farther than this from every road, in metres, joins none: it is at sea, or in a tile of the graph that is not
 * open. Looking for its road all over an empty region took a minute.
 */
const FARTHEST = 20_000;

/** A point, in units of 1e-5 degree, with the cosine and the sine of its latitude. */
interface Plane {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
}

/** The place of an edge that is nearest to a point. */
interface Foot {
  /** Square of the metres to it. */
  readonly metres2: number;
  /** Rank of the stretch in the edge, and place along it, 0 to 1. */
  readonly stretch: number;
  readonly along: number;
}

/** Nearest place of an edge; null when none of it is nearer than `limit2` (m²). */
function footOf(graph: RoadGraph, edge: number, plane: Plane, limit2: number): Foot | null {
  const { lonE5, latE5, from, to, shapeStart, shapeDx, shapeDy } = graph;
  const first = shapeStart[edge]!;
  const stretches = shapeStart[edge + 1]! - first + 1;
  const endX = lonE5[to[edge]!]! - plane.x;
  const endY = latE5[to[edge]!]! - plane.y;
  let x = lonE5[from[edge]!]! - plane.x;
  let y = latE5[from[edge]!]! - plane.y;
  let foot: Foot | null = null;
  let best = limit2;
  for (let k = 0; k < stretches; k += 1) {
    const nextX = k === stretches - 1 ? endX : x + shapeDx[first + k]!;
    const nextY = k === stretches - 1 ? endY : y + shapeDy[first + k]!;
    // Longitudes shrink with the latitude: that of half way between the point and the part of the stretch nearest to it.
    const low = y < nextY ? y : nextY;
    const high = y < nextY ? nextY : y;
    const north = low > 0 ? low : high < 0 ? high : 0;
    // Most stretches are already too far north or south.
    if (north * north * METRES_PER_UNIT ** 2 <= best) {
      const scale = plane.cos - (plane.sin * RAD * north) / (2 * UNITS_PER_DEGREE);
      const dx = (nextX - x) * scale;
      const dy = nextY - y;
      const square = dx * dx + dy * dy;
      const raw = square === 0 ? 0 : -(x * scale * dx + y * dy) / square;
      const along = raw < 0 ? 0 : raw > 1 ? 1 : raw;
      const metres2 = ((x * scale + along * dx) ** 2 + (y + along * dy) ** 2) * METRES_PER_UNIT ** 2;
      if (metres2 < best) {
        best = metres2;
        foot = { metres2, stretch: k, along };
      }
    }
    x = nextX;
    y = nextY;
  }
  return foot;
}

/** Share of the length of an edge before a place of it; exactly 0 and 1 at its ends. */
function shareOf(graph: RoadGraph, edge: number, foot: Foot, cos: number): number {
  const { lonE5, latE5, from, to, shapeStart, shapeDx, shapeDy } = graph;
  const first = shapeStart[edge]!;
  const stretches = shapeStart[edge + 1]! - first + 1;
  let restX = lonE5[to[edge]!]! - lonE5[from[edge]!]!;
  let restY = latE5[to[edge]!]! - latE5[from[edge]!]!;
  let [length, reached] = [0, 0];
  for (let k = 0; k < stretches; k += 1) {
    const dx = k === stretches - 1 ? restX : shapeDx[first + k]!;
    const dy = k === stretches - 1 ? restY : shapeDy[first + k]!;
    const stretch = Math.hypot(dx * cos, dy);
    if (k === foot.stretch) reached = length + foot.along * stretch;
    length += stretch;
    restX -= dx;
    restY -= dy;
  }
  return length === 0 ? 0 : reached / length;
}

/** The nearest edge to one point at a time: goes down the tree of boxes, the nearest first, leaving out what is farther than what was found. */
class NearestEdge {
  edge = -1;
  foot: Foot | null = null;
  private metres2 = 0;
  private plane: Plane = { x: 0, y: 0, cos: 1, sin: 0 };
  private readonly graph: RoadGraph;
  private readonly levels: readonly Int32Array[];
  /** Least metres in a unit of longitude, anywhere in the graph. */
  private readonly metresPerUnitEast: number;
  /** Squares of the metres to the boxes being looked at, level by level. */
  private readonly distances: readonly Float64Array[];

  constructor(graph: RoadGraph, { levels }: EdgeIndex) {
    this.graph = graph;
    this.levels = levels;
    this.metresPerUnitEast = METRES_PER_UNIT * Math.min(Math.cos(graph.bbox[1] * RAD), Math.cos(graph.bbox[3] * RAD));
    this.distances = levels.map(() => new Float64Array(FAN));
  }

  search(plane: Plane): void {
    this.plane = plane;
    this.edge = -1;
    this.foot = null;
    this.metres2 = FARTHEST ** 2;
    if (this.graph.edgeCount > 0) this.visit(this.levels.length - 1, 0);
  }

  private visit(level: number, box: number): void {
    if (level === 0) {
      this.compare(FAN * box);
      return;
    }
    const first = FAN * box;
    const distances = this.distances[level]!;
    const boxes = this.levels[level - 1]!;
    const count = Math.min(FAN, boxes.length / 4 - first);
    for (let k = 0; k < count; k += 1) distances[k] = this.squareTo(boxes, first + k);
    for (;;) {
      let next = 0;
      for (let k = 1; k < count; k += 1) if (distances[k]! < distances[next]!) next = k;
      // A hair farther is looked at too: of two edges as near, the first of the graph is taken whatever the boxes.
      if (distances[next]! > this.metres2 * (1 + 1e-9)) return;
      distances[next] = Number.POSITIVE_INFINITY;
      this.visit(level - 1, first + next);
    }
  }

  /** Never more than the square of the metres to anything in the box. */
  private squareTo(boxes: Int32Array, box: number): number {
    const { x, y } = this.plane;
    const [west, south, east, north] = [boxes[4 * box]!, boxes[4 * box + 1]!, boxes[4 * box + 2]!, boxes[4 * box + 3]!];
    if (west > east) return Number.POSITIVE_INFINITY;
    const dx = x < west ? west - x : x > east ? x - east : 0;
    const dy = y < south ? south - y : y > north ? y - north : 0;
    return (dx * this.metresPerUnitEast) ** 2 + (dy * METRES_PER_UNIT) ** 2;
  }

  private compare(first: number): void {
    const { graph, plane } = this;
    for (let edge = first, last = Math.min(first + FAN, graph.edgeCount); edge < last; edge += 1) {
      if (!isJoinable(graph, edge)) continue;
      const foot = footOf(graph, edge, plane, edge < this.edge ? this.metres2 * (1 + Number.EPSILON) + Number.MIN_VALUE : this.metres2);
      if (foot === null) continue;
      this.metres2 = foot.metres2;
      this.edge = edge;
      this.foot = foot;
    }
  }
}

/**
 * The nearest place on the roads for each point (degrees, EPSG:4326): foot of the perpendicular on the real shape of
 * the edge. Motorways and ramps are left out, and roads more than 20 km away; a place at a junction may be given on any of its edges.
 * Metres are those of the great circle to 0.1 %. The answer does not depend on speeds: once a graph is enough.
 */
export function snapPoints(graph: RoadGraph, lon: ArrayLike<number>, lat: ArrayLike<number>, index: EdgeIndex): Attachments {
  const [west, south, east, north] = graph.bbox;
  const edge = new Int32Array(lon.length).fill(-1);
  const share = new Float32Array(lon.length);
  const metres = new Float32Array(lon.length).fill(Number.NaN);
  const nearest = new NearestEdge(graph, index);
  for (let i = 0; i < lon.length; i += 1) {
    const x = lon[i] ?? Number.NaN;
    const y = lat[i] ?? Number.NaN;
    // A NaN coordinate fails the test as a point outside does.
    if (!(x >= west && x <= east && y >= south && y <= north)) continue;
    const plane = { x: x * UNITS_PER_DEGREE, y: y * UNITS_PER_DEGREE, cos: Math.cos(y * RAD), sin: Math.sin(y * RAD) };
    nearest.search(plane);
    if (nearest.foot === null) continue;
    edge[i] = nearest.edge;
    share[i] = shareOf(graph, nearest.edge, nearest.foot, plane.cos);
    metres[i] = Math.sqrt(nearest.foot.metres2);
  }
  return { edge, share, metres };
}
