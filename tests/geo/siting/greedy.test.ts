import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runToEnd } from "../../../src/geo/nearest-site";
import { chooseForWorst, leastWorst, worstOf, worstOfEach, worstValues } from "../../../src/geo/siting/center";
import { chooseGreedily, type Cost, gainOfEach, minutesWith, type Rules } from "../../../src/geo/siting/greedy";
import { covered, FREE, matrixOf, minutesOf, type Small, smallCase, subsets, total, worst } from "./examples";

const outside = ({ weight }: Small, limit: number): Cost => (point, minutes) => (minutes <= limit ? 0 : weight[point]!);
const atMost = (p: number) => (chosen: number) => chosen >= p;
const few = fc.integer({ min: 1, max: 4 });
const limits = fc.integer({ min: 1, max: 30 });

/** Farthest known minutes stand where there is no existing site, so that totals are finite. */
const bounded = (one: Small): Small => ({ ...one, base: one.base.map((minutes) => Math.min(minutes, 40)) });

describe("gainOfEach", () => {
  it("is what adding each candidate covers more", () => {
    fc.assert(fc.property(smallCase, limits, (one, limit) => {
      const gains = gainOfEach(matrixOf(one), outside(one, limit), one.base);
      expect([...gains]).toEqual(one.times.map((_, c) => covered(one, [c], limit) - covered(one, [], limit)));
    }), { seed: 1, numRuns: 300 });
  });

  it("is what adding each candidate saves of minutes", () => {
    fc.assert(fc.property(smallCase.map(bounded), (one) => {
      const gains = gainOfEach(matrixOf(one), (p, minutes) => one.weight[p]! * minutes, one.base);
      expect([...gains]).toEqual(one.times.map((_, c) => total(one, []) - total(one, [c])));
    }), { seed: 2, numRuns: 300 });
  });
});

describe("chooseGreedily", () => {
  it("covers at least 63 % of what the best choice does (every subset)", () => {
    fc.assert(fc.property(smallCase, few, limits, (one, p, limit) => {
      const { chosen, gains } = chooseGreedily(matrixOf(one), outside(one, limit), one.base, FREE, atMost(p));
      const before = covered(one, [], limit);
      const most = Math.max(...Array.from(subsets(one.times.length, p), (subset) => covered(one, subset, limit) - before));
      const gained = covered(one, chosen, limit) - before;
      expect(gains.reduce((sum, gain) => sum + gain, 0)).toBe(gained);
      expect(gained).toBeGreaterThanOrEqual((1 - 1 / Math.E) * most);
    }), { seed: 3, numRuns: 150 });
  });

  it("saves at least 63 % of the minutes that the best choice does", () => {
    fc.assert(fc.property(smallCase.map(bounded), few, (one, p) => {
      const { chosen } = chooseGreedily(matrixOf(one), (point, minutes) => one.weight[point]! * minutes, one.base, FREE, atMost(p));
      const least = Math.min(...Array.from(subsets(one.times.length, p), (subset) => total(one, subset)));
      expect(total(one, []) - total(one, chosen)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * (total(one, []) - least) - 1e-9);
    }), { seed: 4, numRuns: 150 });
  });

  it("never lengthens anyone's minutes: existing sites stay", () => {
    fc.assert(fc.property(smallCase, few, limits, (one, p, limit) => {
      const { minutes, chosen } = chooseGreedily(matrixOf(one), outside(one, limit), one.base, FREE, atMost(p));
      expect([...minutes]).toEqual(Array.from(one.base, (_, point) => minutesOf(one, chosen, point)));
      expect([...minutesWith(matrixOf(one), one.base, chosen)]).toEqual([...minutes]);
    }), { seed: 5, numRuns: 200 });
  });

  it("keeps the order of what comes first when more are asked for", () => {
    fc.assert(fc.property(smallCase, few, limits, (one, p, limit) => {
      const choose = (count: number) => chooseGreedily(matrixOf(one), outside(one, limit), one.base, FREE, atMost(count)).chosen;
      expect(choose(p + 1).slice(0, choose(p).length)).toEqual(choose(p));
    }), { seed: 6, numRuns: 200 });
  });

  it("takes the imposed ones first and never two that are too near", () => {
    const pairs = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 20 });
    fc.assert(fc.property(smallCase, pairs, few, limits, (one, near, p, limit) => {
      const count = one.times.length;
      const apart = (a: number, b: number): boolean => near.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
      const rules: Rules = { imposed: [count - 1], tooNear: one.times.map((_, a) => one.times.flatMap((__, b) => (a !== b && apart(a, b) ? [b] : []))) };
      const { chosen } = chooseGreedily(matrixOf(one), outside(one, limit), one.base, rules, atMost(p));
      expect(chosen[0]).toBe(count - 1);
      expect(chosen.some((a, i) => chosen.slice(i + 1).some((b) => apart(a, b)))).toBe(false);
    }), { seed: 7, numRuns: 300 });
  });
});

describe("worst minutes", () => {
  it("of each candidate are those of its definition", () => {
    fc.assert(fc.property(smallCase, (one) => {
      expect([...worstOfEach(matrixOf(one), one.weight, one.base)]).toEqual(one.times.map((_, c) => worst(one, [c])));
    }), { seed: 8, numRuns: 200 });
  });

  it("of any choice are among the values listed, none under the least", () => {
    fc.assert(fc.property(smallCase, few, (one, p) => {
      const least = leastWorst(matrixOf(one), one.weight, one.base);
      const values = new Set(worstValues(matrixOf(one), one.base, least, Infinity));
      for (const subset of subsets(one.times.length, p)) {
        const found = worst(one, subset);
        expect(found).toBeGreaterThanOrEqual(least);
        if (Number.isFinite(found)) expect(values.has(found)).toBe(true);
      }
    }), { seed: 9, numRuns: 100 });
  });

  it("chosen greedily are those of the sites given, and no better than the best", () => {
    fc.assert(fc.property(smallCase, few, (one, p) => {
      const choice = runToEnd(chooseForWorst(matrixOf(one), one.weight, one.base, p, FREE));
      if (choice === null) return;
      expect(choice.chosen.length).toBeLessThanOrEqual(p);
      expect(worstOf(one.weight, choice.minutes)).toBe(worst(one, choice.chosen));
      expect(worst(one, choice.chosen)).toBeLessThanOrEqual(worst(one, []));
    }), { seed: 10, numRuns: 200 });
  });

  it("with as many sites as candidates are the least there are", () => {
    fc.assert(fc.property(smallCase, (one) => {
      const least = leastWorst(matrixOf(one), one.weight, one.base);
      const choice = runToEnd(chooseForWorst(matrixOf(one), one.weight, one.base, one.times.length, FREE));
      expect(choice === null ? Infinity : worstOf(one.weight, choice.minutes)).toBe(least);
    }), { seed: 11, numRuns: 200 });
  });
});
