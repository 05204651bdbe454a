/** Side of the grid on which the curve is drawn: 2^16 cells, so that an index is exact in a double. */
const SIDE = 65_536;

/**
 * Position of cell (x, y), integers in [0, 65535], along the Hilbert curve: neighbours on the curve
 * are neighbours on the ground, so that deltas between consecutive nodes are small.
 * Classic bit-by-bit algorithm (Wikipedia, « Hilbert curve », xy2d).
 */
export function hilbertIndex(x: number, y: number): number {
  let cx = x;
  let cy = y;
  let index = 0;
  for (let s = SIDE / 2; s >= 1; s /= 2) {
    const rx = (cx & s) > 0 ? 1 : 0;
    const ry = (cy & s) > 0 ? 1 : 0;
    index += s * s * ((3 * rx) ^ ry);
    if (ry === 1) continue;
    if (rx === 1) {
      cx = SIDE - 1 - cx;
      cy = SIDE - 1 - cy;
    }
    [cx, cy] = [cy, cx];
  }
  return index;
}

/**
 * The order of points along the curve drawn on their bounding square; equal positions keep the order
 * of the input. `order[k]` is the input index of the k-th point.
 */
export function hilbertOrder(x: ArrayLike<number>, y: ArrayLike<number>): Uint32Array {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i += 1) {
    minX = Math.min(minX, x[i]!);
    maxX = Math.max(maxX, x[i]!);
    minY = Math.min(minY, y[i]!);
    maxY = Math.max(maxY, y[i]!);
  }
  const scale = (SIDE - 1) / Math.max(maxX - minX, maxY - minY, 1);
  const key = Float64Array.from({ length: x.length }, (_, i) =>
    hilbertIndex(Math.floor((x[i]! - minX) * scale), Math.floor((y[i]! - minY) * scale)),
  );
  return Uint32Array.from({ length: x.length }, (_, i) => i).toSorted((a, b) => key[a]! - key[b]! || a - b);
}
