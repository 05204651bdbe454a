import { breaks as statsbreaks } from "statsbreaks";
import { ckmeansBreaks } from "./ckmeans";
import type { ClassSpec } from "./scale";

const DEFAULT_COUNT = 5;
const MAX_COUNT = 9;

export interface Bounds {
  /** Inner bounds, strictly ascending. */
  readonly breaks: readonly number[];
  /** Decimals they are written with: those they have when the user gave them, those they were rounded to otherwise. */
  readonly digits: number;
}

/**
 * Inner bounds of the classes of a series. Intervals are ]a ; b], the first one also holds the minimum.
 * NaN and infinite values are ignored. Bounds are rounded to the decimals shown (with more decimals when rounding
 * would merge two of them), so that what the legend says is exactly what the map does.
 * - quantiles, q6 (5, 25, 50, 75, 95 %): linear interpolation between order statistics (type 7), by statsbreaks
 * - egal: equal widths, by statsbreaks
 * - ckmeans: see ckmeans.ts
 * - ecart-type: mean ± 0,5 and ± 1,5 sample standard deviations, the middle class being centred on the mean
 * - seuils, manuel: the user's bounds, all kept even when no value reaches them, so that two maps compare
 * Quantiles, q6 and ckmeans read 20 000 values evenly spaced in rank when there are more than twice as many.
 * Other methods drop the bounds below which or above which no value lies, and repeated ones.
 */
export function classBounds(values: Iterable<number>, spec: ClassSpec, digits: number): Bounds {
  if (spec.method === "seuils" || spec.method === "manuel") {
    const breaks = ascending(spec.breaks ?? []);
    return { breaks, digits: decimalsOf(breaks) };
  }
  const sorted = finiteSorted(values);
  const min = sorted[0];
  const max = sorted.at(-1);
  if (min === undefined || max === undefined) return { breaks: [], digits };
  const raw = ascending(statisticalBreaks(sorted, spec)).filter((b) => b >= min && b < max);
  return rounded(raw, digits, min, max);
}

const sortings = new WeakMap<Float64Array, readonly number[]>();

/** The finite values in ascending order; those of a column are sorted once. */
export function finiteSorted(values: Iterable<number>): readonly number[] {
  const column = values instanceof Float64Array ? values : null;
  const found = column === null ? undefined : sortings.get(column);
  if (found !== undefined) return found;
  // Sorted as plain doubles: several times faster than with a comparison, for the cells of a region.
  const sorted = Array.from((column ?? Float64Array.from(values)).filter((value) => Number.isFinite(value)).toSorted());
  if (column !== null) sortings.set(column, sorted);
  return sorted;
}

/** Values beyond which classes are sought among as many of them, evenly spaced in rank: a bound moves by a rank in 20 000 at most. */
const MANY = 20_000;

function thinned(sorted: readonly number[]): readonly number[] {
  if (sorted.length <= 2 * MANY) return sorted;
  const step = (sorted.length - 1) / (MANY - 1);
  return Array.from({ length: MANY }, (_, i) => sorted[Math.round(i * step)] ?? Number.NaN);
}

function statisticalBreaks(sorted: readonly number[], spec: ClassSpec): readonly number[] {
  const distinct = sorted.filter((value, i) => value !== sorted[i - 1]).length;
  if (distinct < 2) return [];
  const wanted = Math.min(Math.max(2, Math.round(spec.count ?? DEFAULT_COUNT)), MAX_COUNT);
  const nb = Math.min(wanted, distinct);
  const options = { precision: null, minmax: false } as const;
  if (spec.method === "egal") return statsbreaks(sorted, { ...options, method: "equal", nb });
  if (spec.method === "ckmeans") return ckmeansBreaks(thinned(sorted), nb);
  if (spec.method === "ecart-type") return deviationBreaks(sorted);
  // statsbreaks refuses q6 under six values: quartiles say what there is to say.
  if (spec.method === "q6" && sorted.length >= 6) return statsbreaks(thinned(sorted), { ...options, method: "q6" });
  return statsbreaks(thinned(sorted), { ...options, method: "quantile", nb: spec.method === "q6" ? Math.min(4, distinct) : nb });
}

function deviationBreaks(sorted: readonly number[]): readonly number[] {
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (sorted.length - 1));
  return [-1.5, -0.5, 0.5, 1.5].map((k) => mean + k * deviation);
}

/** Up to six decimals are tried before two bounds that print alike are merged. */
const MAX_DIGITS = 6;

function rounded(raw: readonly number[], digits: number, min: number, max: number): Bounds {
  for (let d = digits; ; d += 1) {
    const breaks = ascending(raw.map((b) => roundTo(b, d))).filter((b) => b >= min && b < max);
    if (breaks.length === raw.length || d >= MAX_DIGITS) return { breaks, digits: d };
  }
}

function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function decimalsOf(breaks: readonly number[]): number {
  return Math.max(0, ...breaks.map((b) => String(b).split(".")[1]?.length ?? 0));
}

/** Finite, sorted, without repeats. */
function ascending(breaks: readonly number[]): readonly number[] {
  return finiteSorted(breaks).filter((b, i, all) => b !== all[i - 1]);
}
