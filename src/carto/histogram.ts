import { finiteSorted } from "./classify";
import { classOf } from "./resolve-scale";
import type { ClassedScale } from "./scale";

/**
 * A piece of bar: the values of one class in one bin. Bins have equal widths and are ]x0 ; x1] (the first also
 * holds its lower end); a bin that a bound crosses is made of one piece a class, to be stacked from `base`.
 */
export interface HistogramBar {
  readonly x0: number;
  readonly x1: number;
  readonly count: number;
  /** Values of the same bin already stacked below this piece. */
  readonly base: number;
  readonly classIndex: number;
}

/** Extent of the horizontal axis: the data and the bounds, since thresholds may lie beyond the data. Null without data. */
export function histogramDomain(scale: ClassedScale): readonly [min: number, max: number] | null {
  const ends = finiteSorted([scale.min, scale.max, ...scale.breaks]);
  const min = ends[0];
  const max = ends.at(-1);
  if (min === undefined || max === undefined || !Number.isFinite(scale.min)) return null;
  return min === max ? [min - 0.5, max + 0.5] : [min, max];
}

/** Distribution of the values, coloured as the map is: the counts sum to the number of values that are not NaN. */
export function histogram(values: Iterable<number>, scale: ClassedScale, bins: number): readonly HistogramBar[] {
  const domain = histogramDomain(scale);
  if (domain === null) return [];
  const [min, max] = domain;
  const width = (max - min) / bins;
  const classes = scale.breaks.length + 1;
  const counts = new Uint32Array(bins * classes);
  for (const value of values) {
    const classIndex = classOf(scale, value);
    if (classIndex === -1) continue;
    const bin = Math.min(Math.max(Math.ceil((value - min) / width) - 1, 0), bins - 1);
    counts[bin * classes + classIndex]! += 1;
  }
  const bars: HistogramBar[] = [];
  counts.forEach((count, rank) => {
    if (count === 0) return;
    const [bin, classIndex] = [Math.floor(rank / classes), rank % classes];
    const x0 = min + bin * width;
    const below = bars.at(-1);
    const base = below?.x0 === x0 ? below.base + below.count : 0;
    bars.push({ x0, x1: min + (bin + 1) * width, count, base, classIndex });
  });
  return bars;
}
