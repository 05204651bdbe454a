/**
 * Optimal one-dimensional k-means (Wang & Song 2011, Ckmeans.1d.dp): the classes that minimise the sum of
 * squared deviations from the class means, the criterion Jenks approximates. Dynamic programming over the
 * distinct values, weighted by how often each occurs, so ties can never be split. The best split point never
 * goes down as the last value goes up, which divide and conquer exploits: O(k · n log n) instead of the O(k · n²)
 * of statsbreaks' `jenks` (which takes a second on the region's communes).
 * @returns k−1 inner bounds, ascending, each halfway in the gap between two classes (so that rounding keeps them apart).
 */
export function ckmeansBreaks(sorted: readonly number[], count: number): readonly number[] {
  const { values, cost } = distinctCosts(sorted);
  const n = values.length;
  const k = Math.min(count, n);
  let previous = Float64Array.from({ length: n }, (_, last) => cost(0, last));
  const starts: Int32Array[] = [];
  for (let classes = 2; classes <= k; classes += 1) {
    const layer = nextLayer(previous, cost, classes - 1);
    starts.push(layer.start);
    previous = layer.best;
  }
  const bounds: number[] = [];
  let last = n - 1;
  for (let classes = k; classes >= 2; classes -= 1) {
    const start = starts[classes - 2]?.[last] ?? 0;
    last = start - 1;
    bounds.push(((values[last] ?? Number.NaN) + (values[start] ?? Number.NaN)) / 2);
  }
  return bounds.toReversed();
}

type Cost = (first: number, last: number) => number;

/** Distinct values and the within-class sum of squares of any run of them, in O(1) from prefix sums. */
function distinctCosts(sorted: readonly number[]): { values: readonly number[]; cost: Cost } {
  const values = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const weight = new Float64Array(values.length + 1);
  const sum = new Float64Array(values.length + 1);
  const squares = new Float64Array(values.length + 1);
  // Measured from the median: large values with a small spread would otherwise cancel out.
  const origin = sorted[sorted.length >> 1] ?? 0;
  let read = 0;
  values.forEach((value, i) => {
    let times = 0;
    while (sorted[read] === value) {
      times += 1;
      read += 1;
    }
    const shifted = value - origin;
    weight[i + 1] = at(weight, i) + times;
    sum[i + 1] = at(sum, i) + times * shifted;
    squares[i + 1] = at(squares, i) + times * shifted * shifted;
  });
  const cost: Cost = (first, last) => {
    const total = at(sum, last + 1) - at(sum, first);
    const spread = at(squares, last + 1) - at(squares, first) - (total * total) / (at(weight, last + 1) - at(weight, first));
    return Math.max(0, spread);
  };
  return { values, cost };
}

/** Best cost of cutting values 0..last in one class more than `previous`, and where its last class starts. */
function nextLayer(previous: Float64Array, cost: Cost, minStart: number): { best: Float64Array<ArrayBuffer>; start: Int32Array } {
  const n = previous.length;
  const best = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const start = new Int32Array(n);
  const solve = (lo: number, hi: number, from: number, to: number): void => {
    if (lo > hi) return;
    const last = (lo + hi) >> 1;
    let chosen = Math.max(from, minStart);
    for (let first = chosen; first <= Math.min(last, to); first += 1) {
      const total = at(previous, first - 1) + cost(first, last);
      if (total < at(best, last)) {
        best[last] = total;
        chosen = first;
      }
    }
    start[last] = chosen;
    solve(lo, last - 1, from, chosen);
    solve(last + 1, hi, chosen, to);
  };
  solve(minStart, n - 1, minStart, n - 1);
  return { best, start };
}

function at(array: Float64Array, index: number): number {
  return array[index] ?? Number.NaN;
}
