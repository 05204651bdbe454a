import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decay, gaussianDecay, stepDecay } from "../../src/geo/decay";
import { type Catchment, FCA, type FcaName, type Links, pressure } from "../../src/geo/fca";

/** Minutes from six communes to four sites, made by hand; the last commune reaches nobody. */
const MINUTES = [[0, 12, 25, 40], [8, 10, 18, 35], [15, 0, 12, 22], [20, 16, 14, 10], [30, 21, 5, 19], [45, 40, 30, 28]] as const;
const DEMAND = [1000, 500, 800, 300, 1200, 400];
const SUPPLY = [4, 1, 3, 2];
const STEPS = [{ upTo: 10, weight: 1 }, { upTo: 15, weight: 2 / 3 }, { upTo: 20, weight: 1 / 3 }];

/** Links, site after site, of a table of weights by point then by site; a weight of 0 is left out, or kept, as it comes. */
function linksOf(weights: readonly (readonly number[])[], keepZeros = false): Links {
  const start = [0];
  const point: number[] = [];
  const weight: number[] = [];
  for (let j = 0; j < (weights[0]?.length ?? 0); j += 1) {
    weights.forEach((row, i) => {
      if (row[j] === 0 && !keepZeros) return;
      point.push(i);
      weight.push(row[j]!);
    });
    start.push(point.length);
  }
  return { start: Int32Array.from(start), point: Int32Array.from(point), weight: Float64Array.from(weight), points: weights.length };
}

const handMade = (decay: Decay): Links => linksOf(MINUTES.map((row) => row.map(decay)));

/*
 * Computed apart, with exact fractions on the whole 6 × 4 tables (a Python script of thirty lines, `fractions.Fraction`).
 * By hand, for 2SFCA: site 1 is reached by communes 1 to 4, R = 4 / (1000 + 500 + 800 + 300) = 1/650; site 2 by the same
 * four, R = 1/2600; so commune 1 has 1/650 + 1/2600 = 0.001923077.
 */
const GOLDEN: Record<FcaName, { readonly ratio: readonly number[]; readonly access: readonly number[] }> = {
  "2sfca": { ratio: [1 / 650, 1 / 2600, 3 / 2800, 1 / 750], access: [0.0019230769230769232, 0.0029945054945054944, 0.0029945054945054944, 0.0043278388278388275, 0.0024047619047619048, 0] },
  e2sfca: { ratio: [3 / 1600, 3 / 6200, 1 / 700, 1 / 350], access: [0.0021975806451612905, 0.0028350614439324115, 0.0026862519201228878, 0.004595814132104454, 0.002380952380952381, 0] },
  "3sfca": { ratio: [21 / 5150, 21 / 17_600, 9 / 3400, 7 / 800], access: [0.002764783759929391, 0.0023849868720656844, 0.001792264346162119, 0.004505194619772004, 0.0027144607843137256, 0] },
  m2sfca: { ratio: [3 / 1600, 3 / 6200, 1 / 700, 1 / 350], access: [0.00209005376344086, 0.002517601126472094, 0.0019521249359959038, 0.0037541602662570406, 0.001746031746031746, 0] },
  equilibree: { ratio: [7 / 1900, 1 / 1000, 7 / 3000, 7 / 1500], access: [0.0014502923976608187, 0.0018530701754385964, 0.0017353801169590643, 0.004603801169590643, 0.0020416666666666665, 0] },
};
const NAMES = Object.keys(FCA) as FcaName[];

describe("the five variants on a 6 × 4 case", () => {
  it.each(NAMES)("%s", (name) => {
    const { access, ratio } = FCA[name](handMade(stepDecay(STEPS, 0)), SUPPLY, DEMAND);
    access.forEach((value, i) => expect(value).toBeCloseTo(GOLDEN[name].access[i]!, 15));
    ratio.forEach((value, j) => expect(value).toBeCloseTo(GOLDEN[name].ratio[j]!, 15));
  });
  it("demand for each doctor", () => {
    const expected = [409.3837535014006, 385.0140056022409, 484.4622697563874, 162.03208556149733];
    pressure(handMade(stepDecay(STEPS, 0)), SUPPLY, DEMAND).forEach((value, j) => expect(value).toBeCloseTo(expected[j]!, 10));
  });
});

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0);

const weight = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0.01, max: 0.9, noNaN: true }));
const territory = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }))
  .chain(([points, sites]) =>
    fc.record({
      weights: fc.array(fc.array(weight, { minLength: sites, maxLength: sites }), { minLength: points, maxLength: points }),
      supply: fc.array(fc.double({ min: 0.5, max: 30, noNaN: true }), { minLength: sites, maxLength: sites }),
      demand: fc.array(fc.double({ min: 1, max: 5000, noNaN: true }), { minLength: points, maxLength: points }),
    }),
  );

/** Supply of the sites that somebody can reach. */
const reached = (weights: readonly (readonly number[])[], supply: readonly number[]): number => total(supply.map((s, j) => (weights.some((row) => row[j]! > 0) ? s : 0)));
const consumed = ({ access }: Catchment, demand: readonly number[]): number => total(access.map((a, i) => a * demand[i]!));
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe("invariants", () => {
  it.each(["2sfca", "e2sfca", "3sfca"] as const)("%s: Σ P·A is the supply of the sites reached", (name) => {
    fc.assert(fc.property(territory, ({ weights, supply, demand }) => near(consumed(FCA[name](linksOf(weights), supply, demand), demand), reached(weights, supply))), { seed: 401, numRuns: 300 });
  });
  it("m2sfca: Σ P·A is the supply when every weight is 0 or 1, strictly less once one used is under 1", () => {
    fc.assert(fc.property(territory, ({ weights, supply, demand }) => {
      const [given, whole] = [consumed(FCA.m2sfca(linksOf(weights), supply, demand), demand), reached(weights, supply)];
      return weights.flat().some((w) => w > 0 && w < 1) ? given < whole && !near(given, whole) : near(given, whole);
    }), { seed: 402, numRuns: 300 });
  });
  it("equilibree: the demand allocated is that of the points that reach something, and Σ A = Σ R", () => {
    fc.assert(fc.property(territory, ({ weights, supply, demand }) => {
      const { access, ratio } = FCA.equilibree(linksOf(weights), supply, demand);
      const allocated = total(ratio.map((r, j) => (r > 0 ? supply[j]! / r : 0)));
      const reachable = total(demand.map((p, i) => (weights[i]!.some((w) => w > 0) ? p : 0)));
      return near(allocated, reachable) && near(total(access), total(ratio));
    }), { seed: 403, numRuns: 300 });
  });
  it.each(NAMES)("%s: twice the supply is twice the access, twice the demand half of it; a link of weight 0 is none", (name) => {
    fc.assert(fc.property(territory, ({ weights, supply, demand }) => {
      const base = FCA[name](linksOf(weights), supply, demand).access;
      const more = FCA[name](linksOf(weights), supply.map((s) => 2 * s), demand).access;
      const less = FCA[name](linksOf(weights), supply, demand.map((p) => 2 * p)).access;
      const zeros = FCA[name](linksOf(weights, true), supply, demand).access;
      return base.every((a, i) => near(2 * a, more[i]!) && near(a, 2 * less[i]!) && near(a, zeros[i]!));
    }), { seed: 404, numRuns: 200 });
  });
  it("with one weight everywhere, E2SFCA is 2SFCA", () => {
    fc.assert(fc.property(territory, ({ weights, supply, demand }) => {
      const flat = linksOf(weights.map((row) => row.map((w) => (w > 0 ? 1 : 0))));
      const [a, b] = [FCA["2sfca"](flat, supply, demand), FCA.e2sfca(flat, supply, demand)];
      return a.access.every((value, i) => near(value, b.access[i]!));
    }), { seed: 405, numRuns: 100 });
  });
  it("every doctor shares out, by pressure, the demand of the points that reach one", () => {
    fc.assert(fc.property(territory, ({ weights, supply, demand }) => {
      const each = pressure(linksOf(weights), supply, demand);
      const reachable = total(demand.map((p, i) => (weights[i]!.some((w) => w > 0) ? p : 0)));
      return near(total(each.map((people, j) => people * supply[j]!)), reachable);
    }), { seed: 406, numRuns: 200 });
  });
});

describe("decay", () => {
  it("is in at exactly the end of each step", () => {
    expect([0, 10, 10.001, 15, 15.001, 20, 20.001].map(stepDecay(STEPS, 0))).toEqual([1, 1, 2 / 3, 2 / 3, 1 / 3, 1 / 3, 0].map((w) => expect.closeTo(w, 12)));
  });
  it("spread over ± 2 minutes, is half way at the end of a step", () => {
    expect([8, 10, 12, 15, 20, 22].map(stepDecay(STEPS, 2))).toEqual([1, 5 / 6, 2 / 3, 1 / 2, 1 / 6, 0].map((w) => expect.closeTo(w, 12)));
  });
  it("gaussian: one at 0, exp(−½) at σ, nothing beyond the limit, exactly the limit included", () => {
    const decay = gaussianDecay(10, 20);
    expect([decay(0), decay(10), decay(20), decay(20.001)]).toEqual([1, expect.closeTo(0.606_530_66, 8), expect.closeTo(0.135_335_28, 8), 0]);
  });
  it("gives nothing where minutes are not known", () => expect([stepDecay(STEPS, 0)(Number.NaN), stepDecay(STEPS, 1)(Number.NaN), gaussianDecay(5, 20)(Number.NaN)]).toEqual([0, 0, 0]));
  it("never rises with the minutes and stays between 0 and 1", () => {
    const spread = fc.constantFrom(0, 0.5, 2, 5);
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 2 }), spread, (minutes, width) => {
      const sorted = minutes.toSorted((a, b) => a - b);
      return [stepDecay(STEPS, width), gaussianDecay(8, 30)].every((decay) => {
        const values = sorted.map(decay);
        return values.every((value, i) => value >= -1e-12 && value <= 1 + 1e-12 && (i === 0 || value <= values[i - 1]! + 1e-12));
      });
    }), { seed: 407, numRuns: 200 });
  });
});
