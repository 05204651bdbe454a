import { UNITS_PER_DEGREE } from "./road-graph";

/** Decimetres in a degree of latitude, sphere of radius 6 371 008.8 m. */
const DM_PER_DEGREE = (Math.PI / 180) * 63_710_088;
const DM_PER_UNIT = DM_PER_DEGREE / UNITS_PER_DEGREE;

/** The columns that say where an edge runs. */
export interface EdgeGeometry {
  readonly lonE5: Int32Array;
  readonly latE5: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly shapeStart: Int32Array;
  readonly shapeDx: Int16Array;
  readonly shapeDy: Int16Array;
}

/**
 * Length of the stored shape of an edge in whole decimetres. The file holds only what the real length
 * adds to it (small numbers, a quarter of a megabyte less). Plane geometry at the latitude of `from`:
 * writer and reader must compute the same thing, not the best thing.
 */
export function shapeLengthDm(g: EdgeGeometry, edge: number): number {
  const from = g.from[edge]!;
  const to = g.to[edge]!;
  const cos = Math.cos((g.latE5[from]! / UNITS_PER_DEGREE) * (Math.PI / 180));
  let restX = g.lonE5[to]! - g.lonE5[from]!;
  let restY = g.latE5[to]! - g.latE5[from]!;
  let length = 0;
  for (let p = g.shapeStart[edge]!; p < g.shapeStart[edge + 1]!; p += 1) {
    const dx = g.shapeDx[p]!;
    const dy = g.shapeDy[p]!;
    length += Math.sqrt((dx * cos) ** 2 + dy ** 2);
    restX -= dx;
    restY -= dy;
  }
  length += Math.sqrt((restX * cos) ** 2 + restY ** 2);
  return Math.round(length * DM_PER_UNIT);
}
