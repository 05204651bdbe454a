import { type RoadGraph, UNITS_PER_DEGREE } from "../graph/road-graph";
import type { ReachedEdges } from "./reached-edges";

/** Metres of a unit of latitude (1e-5 degree), on the sphere of radius 6 371 km. */
const METRES_PER_UNIT = 1.11195;
/** Steps of grid, metres: each is a multiple of the one before it, so that their samples coincide. */
const STEPS = [125, 250, 500, 1000, 2000, 4000] as const;
/** Samples along the longer side: about one for two pixels of a screen. */
const SAMPLES_A_SIDE = 400;
/** Never coarser than this for the sake of the screen alone. */
const COARSEST_ON_SCREEN = 500;
const MOST_SAMPLES = 1_500_000;

/**
 * A square grid of samples in metres: longitude shrunk by the cosine of the graph's middle latitude (within 3 % of
 * the ground over the region). The lattice starts at the south-west corner of the graph whatever is reached: grids of one
 * step share their samples, and two results compare sample by sample.
 */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Metres between samples. */
  readonly step: number;
  /** Place of sample (0, 0), 1e-5 degree. */
  readonly west: number;
  readonly south: number;
  /** Steps per 1e-5 degree. */
  readonly stepsPerLon: number;
  readonly stepsPerLat: number;
}

/** The step for an extent in metres: fine near, coarse far, never more than a million and a half samples. */
export function stepFor(width: number, height: number): number {
  const wanted = Math.min(COARSEST_ON_SCREEN, Math.max(width, height) / SAMPLES_A_SIDE);
  return STEPS.find((step) => step >= wanted && (width / step) * (height / step) <= MOST_SAMPLES) ?? STEPS[STEPS.length - 1]!;
}

/**
 * The grid that holds what is reached, with `margin` metres and one sample around, so that nothing inside touches its
 * rim. `step`: imposed, for grids that must share their samples.
 */
export function gridFor(graph: RoadGraph, [west, south, east, north]: NonNullable<ReachedEdges["box"]>, margin: number, step?: number): Grid {
  const [left, bottom, , top] = graph.bbox.map((degrees) => Math.round(degrees * UNITS_PER_DEGREE)) as [number, number, number, number];
  const lonMetres = METRES_PER_UNIT * Math.cos((((bottom + top) / 2 / UNITS_PER_DEGREE) * Math.PI) / 180);
  const side = step ?? stepFor((east - west) * lonMetres + 2 * margin, (north - south) * METRES_PER_UNIT + 2 * margin);
  const [stepsPerLon, stepsPerLat] = [lonMetres / side, METRES_PER_UNIT / side];
  const reach = margin / side + 1;
  const firstColumn = Math.floor((west - left) * stepsPerLon - reach);
  const firstRow = Math.floor((south - bottom) * stepsPerLat - reach);
  return {
    columns: Math.ceil((east - left) * stepsPerLon + reach) - firstColumn + 1,
    rows: Math.ceil((north - bottom) * stepsPerLat + reach) - firstRow + 1,
    step: side,
    west: left + firstColumn / stepsPerLon,
    south: bottom + firstRow / stepsPerLat,
    stepsPerLon,
    stepsPerLat,
  };
}

/** Degrees (EPSG:4326) of a place of the grid, to 1e-5: places of one line of the grid stay in order. */
export function lngLatOf({ west, south, stepsPerLon, stepsPerLat }: Grid, column: number, row: number): [number, number] {
  return [Math.round(west + column / stepsPerLon) / UNITS_PER_DEGREE, Math.round(south + row / stepsPerLat) / UNITS_PER_DEGREE];
}
