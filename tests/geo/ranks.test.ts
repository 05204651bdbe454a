import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ranksFromHighest } from "../../src/geo/ranks";

describe("ranksFromHighest", () => {
  it("gives 1 to the highest, the mean rank to equals, none to what is not known", () => {
    expect(Array.from(ranksFromHighest([3, 9, Number.NaN, 3, 1]))).toEqual([2.5, 1, Number.NaN, 2.5, 4]);
  });
  it("is one more than those above, plus half of the equals", () => {
    const value = fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 6 }));
    fc.assert(fc.property(fc.array(value, { maxLength: 30 }), (values) => {
      const expected = values.map((v) => (Number.isNaN(v) ? Number.NaN : 1 + values.filter((w) => w > v).length + (values.filter((w) => w === v).length - 1) / 2));
      expect(Array.from(ranksFromHighest(values))).toEqual(expected);
    }), { seed: 421, numRuns: 300 });
  });
});
