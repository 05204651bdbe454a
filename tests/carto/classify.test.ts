import fc from "fast-check";
import { breaks as statsbreaks } from "statsbreaks";
import { describe, expect, test } from "vitest";
import { ckmeansBreaks } from "../../src/carto/ckmeans";
import { classBounds } from "../../src/carto/classify";
import type { ClassMethod } from "../../src/carto/scale";

const SEED = { seed: 87, numRuns: 200 };

/** Type 7, as R's default, written the long way. */
function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

function spread(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
}

/** The least sum of squares over every way of cutting the distinct values in k runs. */
function bestCut(values: readonly number[], k: number): number {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  const cut = (from: number, left: number): number => {
    if (left === 1) return spread(values.filter((v) => v >= (distinct[from] ?? 0)));
    let best = Infinity;
    for (let to = from + 1; to <= distinct.length - left + 1; to += 1) {
      const inside = values.filter((v) => v >= (distinct[from] ?? 0) && v < (distinct[to] ?? Infinity));
      best = Math.min(best, spread(inside) + cut(to, left - 1));
    }
    return best;
  };
  return cut(0, Math.min(k, distinct.length));
}

function splitBy(values: readonly number[], breaks: readonly number[]): readonly number[][] {
  const groups: number[][] = Array.from({ length: breaks.length + 1 }, () => []);
  for (const v of values) groups[breaks.filter((b) => v > b).length]?.push(v);
  return groups;
}

describe("class methods", () => {
  test.each(["quantiles", "q6"] as const)("%s of very many values are at their rank, to one in 20 000", (method) => {
    // Ranks themselves, shuffled: a bound says its own rank.
    const values = Float64Array.from({ length: 200_003 }, (_, i) => (i * 7_919) % 200_003);
    const shares = method === "q6" ? [0.05, 0.25, 0.5, 0.75, 0.95] : [0.25, 0.5, 0.75];
    const { breaks } = classBounds(values, { method, count: 4 }, 0);
    expect(breaks).toHaveLength(shares.length);
    shares.forEach((share, i) => expect(Math.abs(breaks[i]! / 200_002 - share)).toBeLessThan(1 / 20_000));
  });
  test("quantiles interpolate between order statistics", () => {
    const values = [1, 2, 4, 8, 16, 32, 64, 128];
    expect(classBounds(values, { method: "quantiles", count: 4 }, 3).breaks).toEqual([0.25, 0.5, 0.75].map((p) => quantile(values, p)));
  });
  test("q6 cuts at 5, 25, 50, 75 and 95 %", () => {
    const values = Array.from({ length: 101 }, (_, i) => i);
    expect(classBounds(values, { method: "q6" }, 0).breaks).toEqual([5, 25, 50, 75, 95]);
  });
  test("q6 of fewer than six values falls back to quartiles", () => {
    expect(classBounds([1, 2, 3, 4, 5], { method: "q6" }, 0).breaks).toEqual([2, 3, 4]);
  });
  test("egal gives classes of one width", () => {
    expect(classBounds([0, 3, 4, 5, 50], { method: "egal", count: 5 }, 0).breaks).toEqual([10, 20, 30, 40]);
  });
  test("ecart-type centres the middle class on the mean, with the sample deviation", () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9, -20, 30];
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const deviation = Math.sqrt(spread(values) / (values.length - 1));
    const expected = [-1.5, -0.5, 0.5, 1.5].map((k) => mean + k * deviation);
    classBounds(values, { method: "ecart-type" }, 6).breaks.forEach((b, i) => expect(b).toBeCloseTo(expected[i] ?? 0, 5));
    expect(classBounds(values, { method: "ecart-type" }, 6).breaks).toHaveLength(4);
  });
  test("ecart-type agrees with statsbreaks within two deviations", () => {
    const values = Array.from({ length: 50 }, (_, i) => (i * i) % 37);
    const peer = statsbreaks(values, { method: "msd", middle: true, k: 1, precision: null, minmax: false } as never);
    for (const b of classBounds(values, { method: "ecart-type" }, 9).breaks) expect(peer.some((p) => Math.abs(p - b) < 1e-5)).toBe(true);
  });
  test("ecart-type drops the bounds beyond the data, and needs no more decimals for it", () => {
    expect(classBounds([0, 0, 0, 10, 10, 10], { method: "ecart-type" }, 0)).toEqual({ breaks: [2, 8], digits: 0 });
  });
  test("seuils are kept even where no value reaches them", () => {
    expect(classBounds([1, 2, 3], { method: "seuils", breaks: [30, 10, 15, 10] }, 0).breaks).toEqual([10, 15, 30]);
  });
  test("bounds given by the user keep their own decimals", () => {
    expect([classBounds([1], { method: "seuils", breaks: [10, 15] }, 1).digits, classBounds([1], { method: "manuel", breaks: [2.25, 4] }, 0).digits]).toEqual([0, 2]);
  });
  test("NaN and infinities are ignored", () => {
    const values = [Number.NaN, 1, 2, 3, 4, Infinity, -Infinity];
    expect(classBounds(values, { method: "quantiles", count: 2 }, 1).breaks).toEqual([2.5]);
  });
  test("no value at all gives one class", () => {
    expect(classBounds([Number.NaN], { method: "quantiles", count: 5 }, 0).breaks).toEqual([]);
  });
  test("a single distinct value gives one class", () => {
    expect(classBounds([7, 7, 7], { method: "ckmeans", count: 5 }, 0).breaks).toEqual([]);
  });
  test("ties do not repeat a bound", () => {
    expect(classBounds([0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4], { method: "quantiles", count: 5 }, 1).breaks).toEqual([0, 2]);
  });
  test("there are never more classes than distinct values", () => {
    expect(classBounds([0, 3, 50], { method: "egal", count: 5 }, 0).breaks).toEqual([17, 33]);
  });
  test("bounds are rounded to the decimals shown", () => {
    expect(classBounds([0, 1, 2, 10], { method: "egal", count: 3 }, 1)).toEqual({ breaks: [3.3, 6.7], digits: 1 });
  });
  test("bounds that would print alike get more decimals", () => {
    expect(classBounds([0.11, 0.12, 0.13, 0.14], { method: "quantiles", count: 4 }, 0)).toEqual({ breaks: [0.117, 0.125, 0.133], digits: 3 });
  });
});

describe("ckmeans", () => {
  test("finds the least sum of squares (brute force)", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 12 }), fc.integer({ min: 2, max: 5 }), (values, k) => {
        const sorted = values.toSorted((a, b) => a - b);
        const breaks = ckmeansBreaks(sorted, k);
        const found = splitBy(sorted, breaks).reduce((sum, group) => sum + (group.length === 0 ? 0 : spread(group)), 0);
        expect(found).toBeCloseTo(bestCut(sorted, k), 6);
      }),
      SEED,
    );
  });
  test("gives as many classes as asked when values allow", () => {
    expect(ckmeansBreaks([1, 2, 50, 51, 100], 3)).toEqual([26, 75.5]);
  });
  test("keeps its accuracy far from zero", () => {
    const far = [1e9, 1e9 + 0.125, 1e9 + 0.375, 1e9 + 0.5];
    expect(ckmeansBreaks(far, 2)).toEqual([1e9 + 0.25]);
  });
});

describe("every method", () => {
  const methods: readonly ClassMethod[] = ["quantiles", "egal", "ckmeans", "q6", "ecart-type"];
  test.each(methods)("%s: bounds ascend strictly, and values lie on both sides", (method) => {
    const series = fc.array(fc.oneof(fc.double({ min: -1e4, max: 1e4, noNaN: true }), fc.constant(Number.NaN), fc.constant(0)), { maxLength: 60 });
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 2 }), (values, count, digits) => {
        const { breaks } = classBounds(values, { method, count }, digits);
        const known = values.filter(Number.isFinite);
        expect(breaks.every((b, i) => i === 0 || b > (breaks[i - 1] ?? Infinity))).toBe(true);
        if (breaks.length === 0) return;
        expect(known.some((v) => v <= (breaks[0] ?? -Infinity))).toBe(true);
        expect(known.some((v) => v > (breaks.at(-1) ?? Infinity))).toBe(true);
        if (method !== "q6" && method !== "ecart-type") expect(breaks.length).toBeLessThan(count);
      }),
      SEED,
    );
  });
});
