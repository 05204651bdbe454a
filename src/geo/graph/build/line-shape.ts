import { E7, type RoadLines } from "../road-lines";
import { UNITS_PER_DEGREE } from "../road-graph";

/** Metres in a degree of latitude, sphere of radius 6 371 008.8 m. */
const METRES_PER_DEGREE = (Math.PI / 180) * 6_371_008.8;
const METRES_PER_E7 = METRES_PER_DEGREE / E7;
const E7_PER_UNIT = E7 / UNITS_PER_DEGREE;

/** Tolerance of the shapes, as in the embedded graph. */
const SHAPE_METRES = 20;
/**
 * Bends are summed on the line without its wriggles of less than 2 m, which are the surveyor's hand and not the
 * road: on the embedded graph the sums then agree to 0.01 right angle on average (0.14 too much otherwise).
 */
const BEND_METRES = 2;
/** A step between two stored points must hold in 16 bits. */
const MAX_STEP = 30_000;

/** Metres per 1e-7 degree of longitude at a latitude. */
export function metresPerLonE7(latE7: number): number {
  return METRES_PER_E7 * Math.cos((latE7 / E7) * (Math.PI / 180));
}

/** Metres between two places: plane geometry at their mean latitude, exact to a millimetre at the scale of a road's segments. */
export function placeMetres({ lonE7, latE7 }: RoadLines, a: number, b: number): number {
  const dx = (lonE7[b]! - lonE7[a]!) * metresPerLonE7((latE7[a]! + latE7[b]!) / 2);
  const dy = (latE7[b]! - latE7[a]!) * METRES_PER_E7;
  return Math.sqrt(dx * dx + dy * dy);
}

/** Measures and simplifies pieces of lines, with scratch columns made once for the longest. */
export class LineShape {
  private readonly lines: RoadLines;
  private x = new Float64Array(64);
  private y = new Float64Array(64);
  private kept = new Uint8Array(64);
  private readonly pending: number[] = [];
  private count = 0;
  private first = 0;

  constructor(lines: RoadLines) {
    this.lines = lines;
  }

  /** Looks at `place[first] .. place[last]`, in metres around its first place. */
  open(first: number, last: number): void {
    const { lonE7, latE7, place } = this.lines;
    this.first = first;
    this.count = last - first + 1;
    if (this.count > this.x.length) {
      this.x = new Float64Array(2 * this.count);
      this.y = new Float64Array(2 * this.count);
      this.kept = new Uint8Array(2 * this.count);
    }
    const origin = place[first]!;
    const scale = metresPerLonE7(latE7[origin]!);
    for (let k = 0; k < this.count; k += 1) {
      const at = place[first + k]!;
      this.x[k] = (lonE7[at]! - lonE7[origin]!) * scale;
      this.y[k] = (latE7[at]! - latE7[origin]!) * METRES_PER_E7;
    }
  }

  /** Length along the line, metres. */
  metres(): number {
    const { place } = this.lines;
    let sum = 0;
    for (let k = 1; k < this.count; k += 1) sum += placeMetres(this.lines, place[this.first + k - 1]!, place[this.first + k]!);
    return sum;
  }

  /** Sum of the bends, right angles. */
  bends(): number {
    if (this.count < 3) return 0;
    this.simplify(BEND_METRES);
    let [before, heading, sum] = [0, Number.NaN, 0];
    for (let k = 1; k < this.count; k += 1) {
      if (this.kept[k] === 0) continue;
      const next = Math.atan2(this.y[k]! - this.y[before]!, this.x[k]! - this.x[before]!);
      const turn = Math.abs(next - heading);
      if (!Number.isNaN(turn)) sum += Math.min(turn, 2 * Math.PI - turn);
      heading = next;
      before = k;
    }
    return sum / (Math.PI / 2);
  }

  /**
   * Gives the interior points of the simplified line as steps of 1e-5 degree, each from the point before, the
   * first from the first place; with `backwards`, along the line driven the other way. Long steps are cut.
   */
  shape(backwards: boolean, step: (dx: number, dy: number) => void): void {
    if (this.count < 3) return;
    this.simplify(SHAPE_METRES);
    const { lonE7, latE7, place } = this.lines;
    const unit = (valuesE7: Int32Array, k: number): number => Math.round(valuesE7[place[this.first + k]!]! / E7_PER_UNIT);
    const start = backwards ? this.count - 1 : 0;
    let [x, y] = [unit(lonE7, start), unit(latE7, start)];
    for (let i = 1; i < this.count - 1; i += 1) {
      const k = backwards ? this.count - 1 - i : i;
      if (this.kept[k] === 0) continue;
      const [toX, toY] = [unit(lonE7, k), unit(latE7, k)];
      const parts = Math.max(1, Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / MAX_STEP));
      for (let part = parts; part > 0; part -= 1) {
        const [dx, dy] = [Math.round((toX - x) / part), Math.round((toY - y) / part)];
        step(dx, dy);
        x += dx;
        y += dy;
      }
    }
  }

  /** Marks in `kept` the points of the line simplified to a tolerance (Douglas and Peucker 1973), ends included. */
  private simplify(metres: number): void {
    const { kept, pending } = this;
    kept.fill(0, 0, this.count);
    kept[0] = 1;
    kept[this.count - 1] = 1;
    pending.push(0, this.count - 1);
    while (pending.length > 0) {
      const to = pending.pop()!;
      const from = pending.pop()!;
      const far = this.farthest(from, to, metres);
      if (far < 0) continue;
      kept[far] = 1;
      pending.push(from, far, far, to);
    }
  }

  /** The point of a piece farthest from its chord, when that is over `metres`; −1 otherwise. */
  private farthest(from: number, to: number, metres: number): number {
    const { x, y } = this;
    const dx = x[to]! - x[from]!;
    const dy = y[to]! - y[from]!;
    const square = dx * dx + dy * dy;
    let [worst, far] = [metres * metres, -1];
    for (let k = from + 1; k < to; k += 1) {
      const px = x[k]! - x[from]!;
      const py = y[k]! - y[from]!;
      const t = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square));
      const away = (px - t * dx) ** 2 + (py - t * dy) ** 2;
      if (away > worst) [worst, far] = [away, k];
    }
    return far;
  }
}
