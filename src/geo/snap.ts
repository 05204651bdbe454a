import type { Attachments } from "./attachments";
import type { EdgeIndex } from "./edge-index";
import { type RoadGraph, UNITS_PER_DEGREE } from "./graph/road-graph";

const RAD = Math.PI / 180;
/** Mean radius of the Earth, m. */
const RADIUS = 6_371_008.8;
/** Metres of a unit of 1e-5 degree of latitude. */
const METRES_PER_UNIT = (RADIUS * RAD) / UNITS_PER_DEGREE;

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
    const [low, high] = y < nextY ? [y, nextY] : [nextY, y];
    const north = low > 0 ? low : high < 0 ? high : 0;
    const scale = plane.cos - (plane.sin * RAD * north) / (2 * UNITS_PER_DEGREE);
    const [dx, dy] = [(nextX - x) * scale, nextY - y];
    const square = dx * dx + dy * dy;
    const raw = square === 0 ? 0 : -(x * scale * dx + y * dy) / square;
    const along = raw < 0 ? 0 : raw > 1 ? 1 : raw;
    const metres2 = ((x * scale + along * dx) ** 2 + (y + along * dy) ** 2) * METRES_PER_UNIT ** 2;
    if (metres2 < best) {
      best = metres2;
      foot = { metres2, stretch: k, along };
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

interface Found extends Foot {
  readonly edge: number;
}

/** The best edge of one cell, if any beats `found`. */
function searchCell(graph: RoadGraph, index: EdgeIndex, cell: number, plane: Plane, found: Found | null): Found | null {
  let best = found;
  for (let k = index.start[cell]!; k < index.start[cell + 1]!; k += 1) {
    const edge = index.edges[k]!;
    const foot = footOf(graph, edge, plane, best?.metres2 ?? Number.POSITIVE_INFINITY);
    if (foot !== null) best = { ...foot, edge };
  }
  return best;
}

/** The nearest edge: the cell of the point, then rings of cells around it, until no ring can hold a nearer one. */
function nearestEdge(graph: RoadGraph, index: EdgeIndex, plane: Plane): Found | null {
  const { columns, rows, width, height, westE5, southE5 } = index;
  const [placeX, placeY] = [(plane.x - westE5) / width, (plane.y - southE5) / height];
  // On the border of the box, rounding may fall out of the grid.
  const column = Math.min(Math.max(Math.floor(placeX), 0), columns - 1);
  const row = Math.min(Math.max(Math.floor(placeY), 0), rows - 1);
  const narrowest = Math.cos(graph.bbox[3] * RAD);
  const cellX = width * METRES_PER_UNIT * narrowest;
  const cellY = height * METRES_PER_UNIT;
  // Metres from the point to the nearest side of its own cell, each way.
  const insideX = Math.max(Math.min(placeX - column, column + 1 - placeX), 0) * cellX;
  const insideY = Math.max(Math.min(placeY - row, row + 1 - placeY), 0) * cellY;
  let best = searchCell(graph, index, row * columns + column, plane, null);
  for (let ring = 1; ring < Math.max(columns, rows); ring += 1) {
    const nearest = Math.min(insideX + (ring - 1) * cellX, insideY + (ring - 1) * cellY);
    if (best !== null && best.metres2 <= nearest ** 2) break;
    for (let r = Math.max(row - ring, 0); r <= Math.min(row + ring, rows - 1); r += 1) {
      const step = Math.abs(r - row) === ring ? 1 : 2 * ring;
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c >= 0 && c < columns) best = searchCell(graph, index, r * columns + c, plane, best);
      }
    }
  }
  return best;
}

/**
 * The nearest place on the roads for each point (degrees, EPSG:4326): foot of the perpendicular on the real shape of
 * the edge. Motorways and ramps are left out; a place at a junction may be given on any of its edges.
 * Metres are those of the great circle to 0.1 %. The answer does not depend on speeds: once a graph is enough.
 */
export function snapPoints(graph: RoadGraph, lon: ArrayLike<number>, lat: ArrayLike<number>, index: EdgeIndex): Attachments {
  const [west, south, east, north] = graph.bbox;
  const edge = new Int32Array(lon.length).fill(-1);
  const share = new Float32Array(lon.length);
  const metres = new Float32Array(lon.length).fill(Number.NaN);
  for (let i = 0; i < lon.length; i += 1) {
    const x = lon[i] ?? Number.NaN;
    const y = lat[i] ?? Number.NaN;
    // A NaN coordinate fails the test as a point outside does.
    if (!(x >= west && x <= east && y >= south && y <= north)) continue;
    const plane = { x: x * UNITS_PER_DEGREE, y: y * UNITS_PER_DEGREE, cos: Math.cos(y * RAD), sin: Math.sin(y * RAD) };
    const found = nearestEdge(graph, index, plane);
    if (found === null) continue;
    edge[i] = found.edge;
    share[i] = shareOf(graph, found.edge, found, plane.cos);
    metres[i] = Math.sqrt(found.metres2);
  }
  return { edge, share, metres };
}
