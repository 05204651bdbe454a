import { lambert93 } from "../geo/lambert-grid";
import type { Quadrillage } from "./map-model";

/** Intervals of the lattice along a side: between its knots a place is interpolated, to a twentieth of a cell on the widest tile shown. */
const KNOTS = 32;

/** A tile of the web's square grid (z, x, y), drawn with `side` pixels a side: a multiple of 32. */
export interface Tuile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Degrees (EPSG:4326) of a place of the Mercator square, 0 to 1 from its north-west corner. */
function fromMercator(x: number, y: number): [lon: number, lat: number] {
  return [360 * x - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Rank of the cell, eastwards and northwards from the corner of the grid and not rounded, at each knot of the lattice: pairs. */
function lattice({ z, x, y }: Tuile, { ouest, sud, cote }: Quadrillage): Float64Array {
  const knots = new Float64Array(2 * (KNOTS + 1) ** 2);
  const scale = 2 ** -z;
  for (let j = 0, k = 0; j <= KNOTS; j += 1) {
    for (let i = 0; i <= KNOTS; i += 1, k += 2) {
      const [east, north] = lambert93(...fromMercator((x + i / KNOTS) * scale, (y + j / KNOTS) * scale));
      knots[k] = (east - ouest) / cote;
      knots[k + 1] = (north - sud) / cote;
    }
  }
  return knots;
}

/** Whether the grid may have a cell on the tile. */
function meets(knots: Float64Array, { largeur, hauteur }: Quadrillage): boolean {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let k = 0; k < knots.length; k += 2) {
    [west, east] = [Math.min(west, knots[k]!), Math.max(east, knots[k]!)];
    [south, north] = [Math.min(south, knots[k + 1]!), Math.max(north, knots[k + 1]!)];
  }
  // A cell of margin: the sides of a tile are curved on the grid.
  return west < largeur + 1 && east > -1 && south < hauteur + 1 && north > -1;
}

/**
 * The pixels of a tile (red, green, blue, opacity; rows from the north): each has the colour of the cell its centre falls in.
 * Null where the grid has nothing.
 */
export function paintTile(cells: Quadrillage, tuile: Tuile): Uint8ClampedArray<ArrayBuffer> | null {
  const knots = lattice(tuile, cells);
  if (!meets(knots, cells)) return null;
  const pixels = new Uint8ClampedArray(4 * tuile.side ** 2);
  const target = new Uint32Array(pixels.buffer);
  // Four bytes a colour, written at once.
  const colors = new Uint32Array(cells.couleurs.slice().buffer);
  for (let j = 0; j < KNOTS; j += 1) for (let i = 0; i < KNOTS; i += 1) paintBlock(cells, knots, i, j, tuile.side, colors, target);
  return pixels;
}

/** The pixels between four knots. */
function paintBlock({ largeur, hauteur, classes }: Quadrillage, knots: Float64Array, i: number, j: number, side: number, colors: Uint32Array, target: Uint32Array): void {
  const block = side / KNOTS;
  const top = 2 * (j * (KNOTS + 1) + i);
  const bottom = top + 2 * (KNOTS + 1);
  for (let row = 0; row < block; row += 1) {
    const v = (row + 0.5) / block;
    const [x0, x1] = [mix(knots[top]!, knots[bottom]!, v), mix(knots[top + 2]!, knots[bottom + 2]!, v)];
    const [y0, y1] = [mix(knots[top + 1]!, knots[bottom + 1]!, v), mix(knots[top + 3]!, knots[bottom + 3]!, v)];
    const start = (j * block + row) * side + i * block;
    for (let column = 0; column < block; column += 1) {
      const u = (column + 0.5) / block;
      const [east, north] = [Math.floor(x0 + (x1 - x0) * u), Math.floor(y0 + (y1 - y0) * u)];
      if (east < 0 || north < 0 || east >= largeur || north >= hauteur) continue;
      const index = classes[north * largeur + east]!;
      if (index !== 0) target[start + column] = colors[index]!;
    }
  }
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
