import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weightedCorrelation, weightedQuantile, weightedSummary } from "../../src/geo/weighted";

/** One value an inhabitant, sorted: the plain quantile « smallest value that q of the people do not exceed ». */
function brute(values: readonly number[], weights: readonly number[], q: number): number {
  const people = values.flatMap((value, i) => (Number.isNaN(value) ? [] : Array.from({ length: weights[i]! }, () => value))).toSorted((a, b) => a - b);
  return people.find((_, i) => i + 1 >= q * people.length) ?? Number.NaN;
}

const sample = fc.array(fc.tuple(fc.oneof(fc.constant(Number.NaN), fc.nat({ max: 40 })), fc.nat({ max: 6 })), { maxLength: 20 });

describe("weightedQuantile", () => {
  it("is the quantile of the people one by one", () => {
    fc.assert(fc.property(sample, fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1), (rows, q) => {
      const [values, weights] = [rows.map(([v]) => v), rows.map(([, w]) => w)];
      expect(weightedQuantile(values, weights, q)).toBe(brute(values, weights, q));
    }), { seed: 51, numRuns: 500 });
  });
  it("is the same quantile when there are too many values to sort at once", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 5000 }) }, { weight: 1, arbitrary: fc.constant(90_000) }), fc.nat({ max: 4 })), { minLength: 300, maxLength: 900 }), fc.constantFrom(0, 0.5, 0.9, 1), (rows, q) => {
      const [values, weights] = [rows.map(([v]) => v), rows.map(([, w]) => w)];
      expect(weightedQuantile(values, weights, q)).toBe(brute(values, weights, q));
    }), { seed: 52, numRuns: 60 });
  });
  it("takes the lower value when exactly half the people are there", () => {
    expect(weightedQuantile([10, 20], [3, 3], 0.5)).toBe(10);
  });
  it("says « pas de donnée » when nothing is known", () => {
    expect(weightedQuantile([Number.NaN, 4], [10, 0], 0.5)).toBeNaN();
  });
});

describe("weightedSummary", () => {
  it("leaves unknown values out with their weight", () => {
    expect(weightedSummary([10, Number.NaN, 40], [300, 1000, 100])).toEqual({ weight: 400, mean: 17.5, median: 10, p90: 40 });
  });
  it("has no mean without weight", () => {
    expect(weightedSummary([], [])).toEqual({ weight: 0, mean: Number.NaN, median: Number.NaN, p90: Number.NaN });
  });
});

describe("weightedCorrelation", () => {
  it("is Pearson's r with equal weights", () => {
    // x − 2.5 = −1.5 −0.5 0.5 1.5; y − 5 = −3 −1 3 1: Σxy = 4.5 + 0.5 + 1.5 + 1.5 = 8, Σx² = 5, Σy² = 20, r = 8 / 10.
    expect(weightedCorrelation([1, 2, 3, 4], [2, 4, 8, 6], [1, 1, 1, 1])).toBeCloseTo(0.8, 12);
  });
  it("counts a row of weight 3 as three rows, leaves out what is not known", () => {
    const once = weightedCorrelation([1, 1, 1, 2, 5], [3, 3, 3, 1, 9], [1, 1, 1, 1, 1]);
    expect(weightedCorrelation([1, 2, 5, Number.NaN, 7, 8], [3, 1, 9, 4, Number.NaN, 100], [3, 1, 1, 5, 5, 0])).toBeCloseTo(once, 12);
  });
  it("is not known when one of the two does not vary", () => expect(weightedCorrelation([1, 1, 1], [1, 2, 3], [1, 1, 1])).toBeNaN());
});

describe("weights that reach exactly half", () => {
  it("reach it, whatever the order they are added in", () => {
    // 0.1 + 0.2 + 0.3 is a hair over 0.6, and 0.6 is half of the whole.
    expect(weightedQuantile([1, 2, 3, 4, 5], [0.3, 0.2, 0.1, 0.3, 0.3], 0.5)).toBe(3);
    expect(weightedQuantile([1, 2, 3, 4, 5], [0.1, 0.2, 0.3, 0.2, 0.4], 0.5)).toBe(3);
    expect(weightedQuantile([1, 2, 3], [0.7, 0.1, 0.8], 0.5)).toBe(2);
  });
});
