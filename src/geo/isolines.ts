import { rewind } from "@turf/turf";
import { contours } from "d3-contour";
import type { Feature, FeatureCollection, MultiPolygon, Position } from "geojson";

/** Values sampled on a grid, row by row. NaN is « pas de donnée ». */
export interface SampledGrid {
  readonly columns: number;
  readonly rows: number;
  readonly values: ArrayLike<number>;
  /**
   * Degrees (EPSG:4326) of a place of the grid; sample (column, row) is at whole numbers, places between samples
   * are fractions. The caller brings the projection, if any.
   */
  toLngLat(column: number, row: number): readonly [number, number];
}

/**
 * Zones where the value is at most each limit: one MultiPolygon a limit (`properties.limite`), wound as
 * RFC 7946 wants, borders interpolated between samples. A sample at exactly the limit is inside; one without
 * data is outside. d3-contour does in 19 ms what Turf's isobands do in 858 (grid of 200 × 200).
 */
export function zonesWithin(grid: SampledGrid, limits: readonly number[]): FeatureCollection<MultiPolygon, { readonly limite: number }> {
  // d3 draws « ≥ threshold »: the opposite values against the opposite limit. It reads NaN as −Infinity: outside.
  const values = Array.from(grid.values, (value) => -value);
  const draw = contours().size([grid.columns, grid.rows]);
  // d3 puts sample (column, row) in the middle of a unit cell.
  const place = ([x = 0, y = 0]: Position): Position => [...grid.toLngLat(x - 0.5, y - 0.5)];
  const features = limits.map((limite): Feature<MultiPolygon, { readonly limite: number }> => {
    const { coordinates } = draw.contour(values, -limite);
    const geometry: MultiPolygon = { type: "MultiPolygon", coordinates: coordinates.map((rings) => rings.map((ring) => ring.map(place))) };
    return { type: "Feature", properties: { limite }, geometry: rewind(geometry, { mutate: true }) as MultiPolygon };
  });
  return { type: "FeatureCollection", features };
}
