import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byBounds, byRank, composite, indicatorsOf, topShares } from "../../src/geo/composite";
import { runToEnd } from "../../src/geo/nearest-site";
import { seededRandom } from "../../src/geo/random";

const { NaN: NONE } = Number;

describe("notes from 0 to 100", () => {
  it("by rank: the worst has 100, the best 0, equals the same, what is not known none", () => {
    expect([...byRank(Float64Array.of(10, 30, 20, NONE, 20), true)]).toEqual([0, 100, 50, NONE, 50]);
    expect([...byRank(Float64Array.of(10, 30, 20, NONE, 20), false)]).toEqual([100, 0, 50, NONE, 50]);
  });
  it("by rank: one alone, or all equal, stand in the middle", () => {
    expect([...byRank(Float64Array.of(NONE, 7), true)]).toEqual([NONE, 50]);
    expect([...byRank(Float64Array.of(7, 7, 7), false)]).toEqual([50, 50, 50]);
  });
  it("by bounds: whichever of the two is higher, cut at 0 and 100", () => {
    expect([...byBounds(Float64Array.of(150, 125, 87.5, 50, 0, NONE), 125, 50)]).toEqual([0, 0, 50, 100, 100, NONE]);
    expect([...byBounds(Float64Array.of(5, 10, 20, 30, 45), 10, 30)]).toEqual([0, 0, 50, 100, 100]);
  });
});

describe("seededRandom", () => {
  // First values of mulberry32 for the seed 1, from another implementation (Python, masked 32-bit integers).
  it("is mulberry32", () => {
    const random = seededRandom(1);
    expect([random(), random(), random()]).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });
});

const note = fc.oneof({ weight: 1, arbitrary: fc.constant(NONE) }, { weight: 6, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) });
const board = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })).chain(([rows, count]) =>
  fc.record({
    columns: fc.array(fc.array(note, { minLength: rows, maxLength: rows }).map((values) => Float64Array.from(values)), { minLength: count, maxLength: count }),
    weights: fc.array(fc.constantFrom(0, 1, 5, 20, 40), { minLength: count, maxLength: count }),
    rows: fc.constant(rows),
  }),
);

/** Weighted mean of what is known of one row, read to be right. */
function scoreOf(columns: readonly Float64Array[], weights: readonly number[], row: number): number {
  const known = columns.map((_, k) => k).filter((k) => !Number.isNaN(columns[k]![row]!) && weights[k]! > 0);
  const whole = known.reduce((sum, k) => sum + weights[k]!, 0);
  return whole === 0 ? NONE : known.reduce((sum, k) => sum + weights[k]! * columns[k]![row]!, 0) / whole;
}

describe("composite", () => {
  it("is the weighted mean of what is known, row by row: a missing note gives its weight to the others", () => {
    fc.assert(fc.property(board, ({ columns, weights, rows }) => {
      const { scores } = composite(indicatorsOf(columns, rows), weights);
      scores.forEach((score, row) => {
        const expected = scoreOf(columns, weights, row);
        if (Number.isNaN(expected)) expect(score).toBeNaN();
        else expect(score).toBeCloseTo(expected, 9);
      });
    }), { seed: 431, numRuns: 300 });
  });
  it("says which share of the weight is known", () => {
    const { scores, known } = composite(indicatorsOf([Float64Array.of(80, 80, NONE), Float64Array.of(20, NONE, NONE)], 3), [75, 25]);
    expect([[...scores], [...known]]).toEqual([[65, 80, NONE], [1, 0.75, 0]]);
  });
});

describe("topShares", () => {
  const draws = fc.record({ count: fc.integer({ min: 1, max: 40 }), spread: fc.constantFrom(0, 0.3, 1), top: fc.integer({ min: 1, max: 6 }), seed: fc.nat() });

  it("counts, draw by draw, the rows above which fewer than `top` stand", () => {
    fc.assert(fc.property(board, draws, ({ columns, weights, rows }, { count, spread, top, seed }) => {
      const shares = runToEnd(topShares(indicatorsOf(columns, rows), weights, { count, spread, top, random: seededRandom(seed) }));
      const random = seededRandom(seed);
      const hits = new Float64Array(rows);
      for (let draw = 0; draw < count; draw += 1) {
        const drawn = weights.map((weight) => weight * (1 + spread * (2 * random() - 1)));
        const scores = Array.from(hits, (_, row) => scoreOf(columns, drawn, row));
        // Rows that differ and whose scores are a hair apart may be told apart by one order of the sums and not by another.
        const same = (a: number, b: number): boolean => columns.every((column) => Object.is(column[a], column[b]));
        fc.pre(scores.every((score, a) => scores.every((other, b) => !(Math.abs(score - other) < 1e-9) || same(a, b))));
        scores.forEach((score, row) => (hits[row]! += scores.filter((other) => other > score).length < top && !Number.isNaN(score) ? 1 : 0));
      }
      expect(Array.from(shares)).toEqual(Array.from(hits, (hit, row) => (Number.isNaN(scoreOf(columns, weights, row)) ? NONE : hit / count)));
    }), { seed: 432, numRuns: 400 });
  });
  it("without spread, a row is always in the list, or never", () => {
    const indicators = indicatorsOf([Float64Array.of(90, 10, 50, 70, NONE), Float64Array.of(10, 20, 90, 70, NONE)], 5);
    expect([...runToEnd(topShares(indicators, [60, 40], { count: 50, spread: 0, top: 2, random: seededRandom(3) }))]).toEqual([0, 0, 1, 1, NONE]);
  });
  it("equal scores at the bar are all in", () => {
    const indicators = indicatorsOf([Float64Array.of(40, 80, 80, 80, 0)], 5);
    expect([...runToEnd(topShares(indicators, [100], { count: 10, spread: 0.5, top: 2, random: seededRandom(3) }))]).toEqual([0, 1, 1, 1, 0]);
  });
  it("the same seed gives the same shares, another one others", () => {
    const random = seededRandom(5);
    const indicators = indicatorsOf(Array.from({ length: 4 }, () => Float64Array.from({ length: 60 }, () => 100 * random())), 60);
    const shares = (seed: number): readonly number[] => [...runToEnd(topShares(indicators, [25, 25, 25, 25], { count: 200, spread: 0.5, top: 10, random: seededRandom(seed) }))];
    expect(shares(1)).toEqual(shares(1));
    expect(shares(2)).not.toEqual(shares(1));
  });
});
