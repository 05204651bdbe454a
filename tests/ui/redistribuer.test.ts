import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrondirPoids, redistribuer } from "../../src/ui/panels/redistribuer";

describe("weights that sum to 100", () => {
  it("the others keep their proportions", () => expect(redistribuer({ a: 50, b: 30, c: 20 }, "a", 75)).toEqual({ a: 75, b: 15, c: 10 }));
  it("the others share what is left when they were all 0", () => expect(redistribuer({ a: 100, b: 0, c: 0 }, "a", 40)).toEqual({ a: 40, b: 30, c: 30 }));
  it("one alone stays at 100", () => expect(redistribuer({ a: 100 }, "a", 40)).toEqual({ a: 100 }));
  it("whatever is moved, they sum to exactly 100, to two decimals, and none is negative", () => {
    const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(moves, (list) => {
      let poids: Readonly<Record<string, number>> = Object.fromEntries(Array.from({ length: 14 }, (_, k) => [`p${k}`, 100 / 14]));
      for (const [k, value] of list) {
        poids = redistribuer(poids, `p${k}`, value);
        expect(poids[`p${k}`]).toBe(value);
        expect(Object.values(poids).reduce((total, one) => total + Math.round(100 * one), 0)).toBe(10_000);
        expect(Object.values(poids).every((one) => Number(one.toFixed(2)) === one)).toBe(true);
        expect(Object.values(poids).every((one) => one >= 0)).toBe(true);
      }
    }), { seed: 441, numRuns: 200 });
  });
  it("fourteen equal weights rounded: some have a hundredth more, the sum is 100", () => {
    const poids = Object.values(arrondirPoids(Object.fromEntries(Array.from({ length: 14 }, (_, k) => [`p${k}`, 100 / 14]))));
    expect([new Set(poids), poids.reduce((total, one) => total + Math.round(100 * one), 0)]).toEqual([new Set([7.15, 7.14]), 10_000]);
  });
});
