import type { RoadLines } from "../road-lines";
import { metresPerLonE7, placeMetres } from "./line-shape";

/** Places on the ground, 1e-7 degree: `place` names those that count. */
type Places = Pick<RoadLines, "lonE7" | "latE7" | "place">;

/** Cells at most: past them, cells grow. 20 million cells of 300 m hold France, of 100 m a région. */
const MAX_CELLS = 20_000_000;

/** Amounts summed by square cells on the ground, and their density around a place. */
export class DensityGrid {
  private readonly west: number;
  private readonly south: number;
  /** Cells per 1e-7 degree. */
  private readonly perLon: number;
  private readonly perLat: number;
  private readonly columns: number;
  private readonly cells: Float32Array;
  private readonly reach: number;
  private readonly km2: number;

  /**
   * @param side metres of a cell
   * @param reach cells on each side of the one looked at: the window has 2 · reach + 1 of them each way
   */
  constructor({ lonE7, latE7, place }: Places, side: number, reach: number) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const at of place) {
      west = Math.min(west, lonE7[at]!);
      east = Math.max(east, lonE7[at]!);
      south = Math.min(south, latE7[at]!);
      north = Math.max(north, latE7[at]!);
    }
    const lon = metresPerLonE7((south + north) / 2);
    const lat = metresPerLonE7(0);
    const area = (east - west) * lon * (north - south) * lat;
    const metres = Math.max(side, Math.sqrt(area / MAX_CELLS));
    this.reach = reach;
    this.west = west;
    this.south = south;
    this.perLon = lon / metres;
    this.perLat = lat / metres;
    // A border of empty cells: no window leaves the grid.
    this.columns = Math.floor((east - west) * this.perLon) + 1 + 2 * reach;
    this.cells = new Float32Array(this.columns * (Math.floor((north - south) * this.perLat) + 1 + 2 * reach));
    this.km2 = ((2 * reach + 1) * metres / 1000) ** 2;
  }

  add(lonE7: number, latE7: number, amount: number): void {
    this.cells[this.cellOf(lonE7, latE7)]! += amount;
  }

  /** Amount per km² in the window around a place inside the grid. */
  density(lonE7: number, latE7: number): number {
    const centre = this.cellOf(lonE7, latE7);
    let sum = 0;
    for (let dy = -this.reach; dy <= this.reach; dy += 1) {
      const row = centre + dy * this.columns;
      for (let cell = row - this.reach; cell <= row + this.reach; cell += 1) sum += this.cells[cell]!;
    }
    return sum / this.km2;
  }

  private cellOf(lonE7: number, latE7: number): number {
    const column = Math.floor((lonE7 - this.west) * this.perLon) + this.reach;
    const row = Math.floor((latE7 - this.south) * this.perLat) + this.reach;
    return row * this.columns + column;
  }
}

/** Metres between two looks at what surrounds a road. */
const PIECE_METRES = 50;

/** Walks `place[first] .. place[last]` by pieces of 50 m at most: the middle of each piece (1e-7 degree) and its metres. */
export function walkPieces(lines: RoadLines, first: number, last: number, visit: (lonE7: number, latE7: number, metres: number) => void): void {
  const { lonE7, latE7, place } = lines;
  for (let i = first; i < last; i += 1) {
    const [a, b] = [place[i]!, place[i + 1]!];
    const metres = placeMetres(lines, a, b);
    const pieces = Math.max(1, Math.ceil(metres / PIECE_METRES));
    for (let piece = 0; piece < pieces; piece += 1) {
      const t = (piece + 0.5) / pieces;
      visit(lonE7[a]! + t * (lonE7[b]! - lonE7[a]!), latE7[a]! + t * (latE7[b]! - latE7[a]!), metres / pieces);
    }
  }
}
