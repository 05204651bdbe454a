import type { MultiPolygon, Position } from "geojson";
import { lngLatOf } from "./grid";
import { BUFFER, type Field } from "./spread";

/**
 * Islands and holes smaller than this many cells of the grid are not drawn: 2 km² at a step of 500 m, 0.5 km² at 250 m,
 * 0.125 km² at 125 m, about eight pixels across on a screen that shows it all.
 */
const SPECK_CELLS = 8;

/**
 * Sides of a cell that a contour crosses, by the corners inside (1 south-west, 2 south-east, 4 north-east, 8
 * north-west): pairs from → to with the inside on the left. 0 south, 1 east, 2 north, 3 west. Two opposite corners are
 * never joined: whatever the values, so that a lower limit is never joined where a higher one is not.
 */
const CROSSINGS: readonly (readonly number[])[] = [[], [0, 3], [1, 0], [1, 3], [2, 1], [0, 3, 2, 1], [2, 0], [2, 3], [3, 2], [0, 2], [1, 0, 3, 2], [1, 2], [3, 1], [0, 1], [3, 0], []];

/** A crossing is never at a sample itself, where four rings could touch; a step of 500 m is moved by 5 m at most. */
const NEAREST_TO_SAMPLE = 0.01;

interface Ring {
  readonly line: Position[];
  /** In cells; counterclockwise (an outer ring) is positive. */
  readonly area: number;
  /** The side of a cell from which to look west for what holds the ring: its westernmost one along a row. */
  readonly westernmost: number;
}

/** Draws the contours of one field. Sides of cells are numbered 2·sample (towards the east) and 2·sample + 1 (north). */
class Tracer {
  private readonly field: Field;
  private readonly limits: readonly number[];
  /** By sample, how many of the limits are too short for it. */
  private readonly rank: Uint8Array;
  /** By side, the side to which the ring goes; −1 outside of the rings still to be drawn. */
  private readonly next: Int32Array;
  /** By side, the ring drawn last through it. */
  private readonly ringAt: Int32Array;

  constructor(field: Field, limits: readonly number[]) {
    this.field = field;
    this.limits = limits;
    const size = field.seconds.length;
    this.rank = new Uint8Array(size);
    this.next = new Int32Array(2 * size).fill(-1);
    this.ringAt = new Int32Array(2 * size);
    for (let at = 0; at < size; at += 1) {
      const seconds = field.seconds[at]!;
      let rank = 0;
      while (rank < limits.length && seconds > limits[rank]!) rank += 1;
      this.rank[at] = rank;
    }
  }

  /** The cells that each contour crosses, by their south-west sample. */
  crossed(): readonly (readonly number[])[] {
    const { rank } = this;
    const { columns, rows } = this.field.grid;
    const cells = this.limits.map((): number[] => []);
    for (let row = 0; row + 1 < rows; row += 1) {
      for (let at = row * columns, end = at + columns - 1; at < end; at += 1) {
        const [sw, se, nw, ne] = [rank[at]!, rank[at + 1]!, rank[at + columns]!, rank[at + columns + 1]!];
        if (sw === se && sw === nw && sw === ne) continue;
        const most = Math.max(sw, se, nw, ne);
        for (let level = Math.min(sw, se, nw, ne); level < most; level += 1) cells[level]!.push(at);
      }
    }
    return cells;
  }

  /** Links the sides that the contour of a level crosses; gives those a segment leaves from. */
  private link(level: number, cells: readonly number[]): readonly number[] {
    const { rank, next } = this;
    const { columns } = this.field.grid;
    const starts: number[] = [];
    for (const at of cells) {
      const corners = (rank[at]! <= level ? 1 : 0) | (rank[at + 1]! <= level ? 2 : 0) | (rank[at + columns + 1]! <= level ? 4 : 0) | (rank[at + columns]! <= level ? 8 : 0);
      const sides = [2 * at, 2 * (at + 1) + 1, 2 * (at + columns), 2 * at + 1];
      const pairs = CROSSINGS[corners]!;
      for (let k = 0; k < pairs.length; k += 2) {
        const from = sides[pairs[k]!]!;
        next[from] = sides[pairs[k + 1]!]!;
        starts.push(from);
      }
    }
    return starts;
  }

  /**
   * Steps beyond a limit, or beyond the buffer if that is more; negative inside. Both fall as the limit grows and as
   * sites are added, hence so do the contours drawn from them.
   */
  private excess(at: number, level: number): number {
    const { seconds, squares, secondsPerStep, grid } = this.field;
    return Math.max((seconds[at]! - this.limits[level]!) / secondsPerStep, Math.sqrt(squares[at]!) - BUFFER / grid.step);
  }

  /** Where the contour crosses a side: 0 at its sample, 1 at the next one. */
  private crossing(side: number, level: number): number {
    const { columns } = this.field.grid;
    const at = side >> 1;
    const other = at + ((side & 1) === 0 ? 1 : columns);
    const forward = this.rank[at]! <= level;
    const inside = this.excess(forward ? at : other, level);
    // Ground gets farther by a step at most from one sample to the next: that stands for what is not known out there.
    const outside = Math.min(this.excess(forward ? other : at, level), inside + 1);
    const share = Math.min(Math.max(-inside / (outside - inside), NEAREST_TO_SAMPLE), 1 - NEAREST_TO_SAMPLE);
    return forward ? share : 1 - share;
  }

  private trace(level: number, start: number, name: number): Ring {
    const { next, ringAt } = this;
    const { grid } = this.field;
    const line: Position[] = [];
    let [firstX, firstY, lastX, lastY, twice] = [0, 0, 0, 0, 0];
    let westernmost = -1;
    let westColumn = Infinity;
    let side = start;
    do {
      const at = side >> 1;
      const column = at % grid.columns;
      const share = this.crossing(side, level);
      const eastward = (side & 1) === 0;
      if (eastward && column < westColumn) [westColumn, westernmost] = [column, side];
      const x = eastward ? column + share : column;
      const y = (at - column) / grid.columns + (eastward ? 0 : share);
      if (side === start) [firstX, firstY] = [x, y];
      else twice += lastX * y - x * lastY;
      [lastX, lastY] = [x, y];
      const place = lngLatOf(grid, x, y);
      const before = line.at(-1);
      if (before === undefined || before[0] !== place[0] || before[1] !== place[1]) line.push(place);
      ringAt[side] = name;
      const to = next[side]!;
      next[side] = -1;
      side = to;
    } while (side !== start);
    line.push([...line[0]!]);
    return { line, area: (twice + lastX * firstY - firstX * lastY) / 2, westernmost };
  }

  /** The ring met first to the west of a hole: what holds it, or a neighbour held by the same. */
  private westOf(level: number, { westernmost }: Ring): number {
    let at = westernmost >> 1;
    while (this.rank[at - 1]! <= level) at -= 1;
    return this.ringAt[2 * (at - 1)]!;
  }

  zone(level: number, cells: readonly number[], speck: number): MultiPolygon {
    const rings: Ring[] = [];
    for (const start of this.link(level, cells)) if (this.next[start]! >= 0) rings.push(this.trace(level, start, rings.length));
    const kept = ({ line, area }: Ring): boolean => Math.abs(area) >= speck && line.length >= 4;
    const polygons = new Map<number, Position[][]>();
    rings.forEach((ring, name) => {
      if (ring.area > 0 && kept(ring)) polygons.set(name, [ring.line]);
    });
    for (const ring of rings) {
      if (ring.area > 0 || !kept(ring)) continue;
      let holder = this.westOf(level, ring);
      while (rings[holder]!.area < 0) holder = this.westOf(level, rings[holder]!);
      polygons.get(holder)?.push(ring.line);
    }
    return { type: "MultiPolygon", coordinates: [...polygons.values()] };
  }
}

/**
 * Ground within each limit: one MultiPolygon a limit, EPSG:4326, holes kept, wound as RFC 7946 wants. A sample at exactly a
 * limit is inside. Zones of rising limits are nested: their contours may touch, never cross; small islands and
 * holes are dropped by their own size, so that nesting holds. Borders are interpolated between samples. Steppable:
 * yields the share of the limits done.
 *
 * Not d3-contour: it gives one value its contour over the whole grid and looks for the holder of each hole among all
 * the rings; here one pass serves every limit and a hole asks its western neighbour.
 *
 * @param limits seconds, ascending
 * @param speckCells smallest island or hole drawn, in cells of the grid
 */
export function* zonesOf(field: Field, limits: readonly number[], speckCells: number = SPECK_CELLS): Generator<number, readonly MultiPolygon[], void> {
  const tracer = new Tracer(field, limits);
  const cells = tracer.crossed();
  const zones: MultiPolygon[] = [];
  for (let level = 0; level < limits.length; level += 1) {
    yield level / limits.length;
    zones.push(tracer.zone(level, cells[level]!, speckCells));
  }
  return zones;
}
