import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gini, ratioP90P10, sharesWithin } from "../../src/geo/inequality";

const rows = fc.array(fc.record({ value: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constant(Number.NaN)), weight: fc.integer({ min: 0, max: 50 }) }), { maxLength: 30 });
const unzip = (list: readonly { value: number; weight: number }[]) => [list.map(({ value }) => value), list.map(({ weight }) => weight)] as const;

/** One entry an inhabitant. */
const people = (list: readonly { value: number; weight: number }[]): number[] => list.flatMap(({ value, weight }) => (Number.isNaN(value) ? [] : Array.from({ length: weight }, () => value)));

describe("gini", () => {
  it("is half the mean difference between two inhabitants over the mean, whatever they are", () => {
    fc.assert(fc.property(rows, (list) => {
      const all = people(list);
      const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
      let gap = 0;
      for (const a of all) for (const b of all) gap += Math.abs(a - b);
      const expected = mean > 0 ? gap / (2 * all.length ** 2 * mean) : Number.NaN;
      expect(Math.abs(gini(...unzip(list)) - expected) < 1e-9 || Number.isNaN(expected)).toBe(true);
      expect(Number.isNaN(gini(...unzip(list)))).toBe(Number.isNaN(expected));
    }), { seed: 20_261_204, numRuns: 60 });
  });

  it("is 0 when all have the same, and near 1 when one has it all", () => {
    expect(gini([7, 7], [3, 900])).toBe(0);
    expect(gini([0, 100], [9999, 1])).toBeCloseTo(0.9999, 6);
  });
});

describe("sharesWithin", () => {
  it("counts the inhabitants at each limit, those exactly there included", () => {
    fc.assert(fc.property(rows, (list) => {
      const all = people(list);
      const limits = [0, 10, 30, 60, 90];
      const found = Array.from(sharesWithin(...unzip(list), limits));
      expect(found).toEqual(limits.map((limit) => (all.length === 0 ? Number.NaN : all.filter((value) => value <= limit).length / all.length)));
    }), { seed: 20_261_205 });
  });
});

describe("ratioP90P10", () => {
  it("divides the ninth tenth by the first", () => expect(ratioP90P10([5, 10, 20], [10, 70, 20])).toBe(20 / 5));
  it("is not known when the first tenth is there already", () => expect(ratioP90P10([0, 10], [50, 50])).toBeNaN());
});
