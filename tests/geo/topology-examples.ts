import type { Feature, FeatureCollection, Polygon } from "geojson";
import { topology } from "topojson-server";
import type { Topology } from "topojson-specification";

/** A square of one step (0.1°) whose lower left corner is at (column, row) of a grid set at 1° E, 45° N. */
export function square(column: number, row: number, side = 1): Polygon {
  const x = (i: number): number => Math.round((1 + (column + i) / 10) * 1e5) / 1e5;
  const y = (j: number): number => Math.round((45 + (row + j) / 10) * 1e5) / 1e5;
  return { type: "Polygon", coordinates: [[[x(0), y(0)], [x(side), y(0)], [x(side), y(side)], [x(0), y(side)], [x(0), y(0)]]] };
}

/** A checkerboard of squares: code « c-r » at column c and row r, each unit side drawn by both neighbours. */
export function board(columns: number, rows: number): FeatureCollection<Polygon> {
  const features = Array.from({ length: columns * rows }, (_, k): Feature<Polygon> => {
    const [column, row] = [k % columns, Math.floor(k / columns)];
    return { type: "Feature", id: `${String(column)}-${String(row)}`, properties: { nom: `carré ${String(k)}` }, geometry: square(column, row) };
  });
  return { type: "FeatureCollection", features };
}

/** The board as a topology with object « communes ». */
export function boardTopology(columns: number, rows: number): Topology {
  return topology({ communes: board(columns, rows) }) as Topology;
}
