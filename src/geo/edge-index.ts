import { CLASS_MASK, RAMP_BIT, type RoadGraph, UNITS_PER_DEGREE } from "./graph/road-graph";

const MOTORWAY = 0;
/** Height of a cell: 450 units of 1e-5 degree, 500 m. Cells are as wide as high in the middle of the graph. */
const HEIGHT = 450;

/**
 * Edges that a point may join, by square cells of 500 m: those of cell c are `edges[start[c]] .. edges[start[c + 1] - 1]`.
 * Motorways and ramps are not in it: one does not enter them from a field.
 */
export interface EdgeIndex {
  readonly columns: number;
  readonly rows: number;
  /** Units of 1e-5 degree: south-west corner of the grid, and size of a cell. */
  readonly westE5: number;
  readonly southE5: number;
  readonly width: number;
  readonly height: number;
  readonly start: Int32Array;
  readonly edges: Int32Array;
}

type Grid = Omit<EdgeIndex, "start" | "edges">;

/** Shapes may bulge out of the box of the nodes: such cells are those of the border. */
function clamp(value: number, count: number): number {
  return value < 0 ? 0 : value >= count ? count - 1 : value;
}

/** Notes the cells of each edge, edge after edge; the same cell may be met several times by one edge, which counts once. */
class Walker {
  /** Pairs: cell `cells[i]` has edge `edges[i]`; `count` of them. */
  cells: Int32Array;
  edges: Int32Array;
  count = 0;
  private readonly grid: Grid;
  private readonly last: Int32Array;

  constructor(grid: Grid, edgeCount: number) {
    this.grid = grid;
    this.last = new Int32Array(grid.columns * grid.rows).fill(-1);
    this.cells = new Int32Array(2 * edgeCount);
    this.edges = new Int32Array(2 * edgeCount);
  }

  private grow(): void {
    const { cells, edges } = this;
    this.cells = new Int32Array(2 * cells.length + 1);
    this.cells.set(cells);
    this.edges = new Int32Array(2 * edges.length + 1);
    this.edges.set(edges);
  }

  private visit(row: number, column: number, edge: number): void {
    const { columns, rows } = this.grid;
    const cell = clamp(row, rows) * columns + clamp(column, columns);
    if (this.last[cell] === edge) return;
    this.last[cell] = edge;
    if (this.count === this.cells.length) this.grow();
    this.cells[this.count] = cell;
    this.edges[this.count] = edge;
    this.count += 1;
  }

  /** Every cell that a segment may touch, row by row; coordinates in cells. */
  private cross(edge: number, x1: number, y1: number, x2: number, y2: number): void {
    const low = Math.floor(y1 < y2 ? y1 : y2);
    const high = Math.floor(y1 < y2 ? y2 : y1);
    if (low === high) {
      const last = Math.floor(x1 < x2 ? x2 : x1);
      for (let column = Math.floor(x1 < x2 ? x1 : x2); column <= last; column += 1) this.visit(low, column, edge);
      return;
    }
    const slope = (x2 - x1) / (y2 - y1);
    for (let row = low; row <= high; row += 1) {
      // The part of the segment between the bottom and the top of the row, a hair wider against rounding.
      const bottom = x1 + slope * (Math.max(row, Math.min(y1, y2)) - y1);
      const top = x1 + slope * (Math.min(row + 1, Math.max(y1, y2)) - y1);
      const last = Math.floor((bottom < top ? top : bottom) + 1e-9);
      for (let column = Math.floor((bottom < top ? bottom : top) - 1e-9); column <= last; column += 1) this.visit(row, column, edge);
    }
  }

  walk({ lonE5, latE5, from, to, shapeStart, shapeDx, shapeDy }: RoadGraph, edge: number): void {
    const { westE5, southE5, width, height } = this.grid;
    let unitX = lonE5[from[edge]!]! - westE5;
    let unitY = latE5[from[edge]!]! - southE5;
    let x = unitX / width;
    let y = unitY / height;
    for (let p = shapeStart[edge]!, end = shapeStart[edge + 1]!; p <= end; p += 1) {
      unitX = p === end ? lonE5[to[edge]!]! - westE5 : unitX + shapeDx[p]!;
      unitY = p === end ? latE5[to[edge]!]! - southE5 : unitY + shapeDy[p]!;
      const nextX = unitX / width;
      const nextY = unitY / height;
      this.cross(edge, x, y, nextX, nextY);
      x = nextX;
      y = nextY;
    }
  }
}

export function isJoinable(graph: RoadGraph, edge: number): boolean {
  const bits = graph.attributes[edge]!;
  return (bits & RAMP_BIT) === 0 && (bits & CLASS_MASK) !== MOTORWAY;
}

/** Indexes the edges of a graph: walks each once, then sorts what was met by cell, counting. Built once a graph. */
export function buildEdgeIndex(graph: RoadGraph): EdgeIndex {
  const [west, south, east, north] = graph.bbox;
  const width = Math.round(HEIGHT / Math.max(Math.cos(((south + north) / 2) * (Math.PI / 180)), 0.01));
  const westE5 = Math.round(west * UNITS_PER_DEGREE);
  const southE5 = Math.round(south * UNITS_PER_DEGREE);
  const columns = Math.floor((Math.round(east * UNITS_PER_DEGREE) - westE5) / width) + 1;
  const rows = Math.floor((Math.round(north * UNITS_PER_DEGREE) - southE5) / HEIGHT) + 1;
  const grid = { columns, rows, westE5, southE5, width, height: HEIGHT };
  const walker = new Walker(grid, graph.edgeCount);
  for (let edge = 0; edge < graph.edgeCount; edge += 1) if (isJoinable(graph, edge)) walker.walk(graph, edge);
  return { ...grid, ...byCell(walker, columns * rows) };
}

/** The edges of each cell in the order they were met. */
function byCell({ cells, edges, count }: Walker, cellCount: number): Pick<EdgeIndex, "start" | "edges"> {
  const start = new Int32Array(cellCount + 1);
  for (let i = 0; i < count; i += 1) start[cells[i]! + 1]! += 1;
  for (let cell = 0; cell < cellCount; cell += 1) start[cell + 1]! += start[cell]!;
  const next = start.slice(0, -1);
  const sorted = new Int32Array(count);
  for (let i = 0; i < count; i += 1) sorted[next[cells[i]!]!++] = edges[i]!;
  return { start, edges: sorted };
}
