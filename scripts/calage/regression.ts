/** A row of the fit: what each coefficient multiplies, and the minutes to reach. */
export interface Equations {
  /** rows × width, row after row. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly width: number;
}

/** Where coefficients start from and are drawn back to, and the least they may be. All positive. */
export interface Depart {
  readonly prior: Float64Array;
  readonly least: Float64Array;
}

/** Errors under this, min, weigh as squares, larger ones as absolute values: a commune METRIC sees otherwise pulls no more than another. */
const HUBER = 0.7;
const REWEIGHINGS = 6;
const SWEEPS = 300;
const TINY = 1e-10;

/** Sums of the weighted normal equations, coefficients counted in units of their prior, with `ridge` on the diagonal. */
function normalEquations({ x, y, width }: Equations, weights: Float64Array, prior: Float64Array, ridge: number): { readonly a: Float64Array; readonly b: Float64Array } {
  const a = new Float64Array(width * width);
  const b = new Float64Array(width);
  for (let row = 0; row < y.length; row += 1) {
    const at = row * width;
    for (let i = 0; i < width; i += 1) {
      const xi = x[at + i]! * prior[i]! * weights[row]!;
      if (xi === 0) continue;
      b[i]! += xi * y[row]!;
      for (let j = 0; j < width; j += 1) a[i * width + j]! += xi * x[at + j]! * prior[j]!;
    }
  }
  for (let i = 0; i < width; i += 1) {
    a[i * width + i]! += ridge;
    b[i]! += ridge;
  }
  return { a, b };
}

/** Least squares under lower bounds by coordinate descent: the problem is convex, so it ends at the one minimum. */
function solveBounded(a: Float64Array, b: Float64Array, start: Float64Array, least: Float64Array): Float64Array {
  const width = b.length;
  const theta = Float64Array.from(start);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let moved = 0;
    for (let i = 0; i < width; i += 1) {
      let rest = b[i]!;
      for (let j = 0; j < width; j += 1) if (j !== i) rest -= a[i * width + j]! * theta[j]!;
      const next = Math.max(rest / a[i * width + i]!, least[i]!);
      moved = Math.max(moved, Math.abs(next - theta[i]!));
      theta[i] = next;
    }
    if (moved < TINY) break;
  }
  return theta;
}

/**
 * Robust regression (Huber's loss, by reweighing) with a pull of strength `ridge` towards the prior, each coefficient in
 * units of its prior, and none under `least`. Deterministic.
 */
export function regress(equations: Equations, { prior, least }: Depart, ridge: number): Float64Array {
  const { x, y, width } = equations;
  const weights = new Float64Array(y.length).fill(1);
  const floor = least.map((value, i) => value / prior[i]!);
  let theta = new Float64Array(width).fill(1);
  for (let k = 0; k < REWEIGHINGS; k += 1) {
    const { a, b } = normalEquations(equations, weights, prior, ridge);
    theta = new Float64Array(solveBounded(a, b, theta, floor));
    for (let row = 0; row < y.length; row += 1) {
      let error = -y[row]!;
      for (let i = 0; i < width; i += 1) error += x[row * width + i]! * prior[i]! * theta[i]!;
      weights[row] = 1 / Math.max(Math.abs(error), HUBER);
    }
  }
  return theta.map((value, i) => value * prior[i]!);
}
