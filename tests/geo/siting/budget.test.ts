import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseGreedily } from "../../../src/geo/siting/greedy";
import { SITING_MODELS, type SitingModel } from "../../../src/geo/siting/models";
import { optimize } from "../../../src/geo/siting/optimize";
import type { Siting } from "../../../src/geo/siting/problem";
import { covered, matrixOf, type Small, smallCase, subsets, total, worst } from "./examples";
import { openHighs, solved } from "./solve";

const highs = await openHighs();
const LIMIT = 15;

const people = ({ weight }: Small): number => weight.reduce((sum, one) => sum + one, 0);

/** What each model makes best, less being better; Infinity when the choice is none. */
const LOSS: Readonly<Record<SitingModel, (one: Small, chosen: readonly number[]) => number>> = {
  mclp: (one, chosen) => -covered(one, chosen, LIMIT),
  lscp: (one, chosen) => (covered(one, chosen, LIMIT) === covered(one, one.times.map((_, c) => c), LIMIT) ? chosen.length : Infinity),
  "p-median": (one, chosen) => total(one, chosen) / people(one),
  "p-center": worst,
};

const whole = smallCase.map((one): Small => ({ ...one, times: one.times.map((row) => row.map((minutes) => Math.min(minutes, 30))), weight: one.weight.map((weight) => weight + 1) }));
const priced = whole.chain((one) =>
  fc.record({
    one: fc.constant(one),
    costs: fc.oneof(fc.integer({ min: 1, max: 9 }).map((cost) => one.times.map(() => cost)), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: one.times.length, maxLength: one.times.length })),
    most: fc.integer({ min: 1, max: 24 }),
    p: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 4 })),
    impose: fc.boolean(),
  }));

function sitingOf(one: Small, costs: readonly number[], most: number, p: number, imposed: readonly number[]): Siting {
  return { matrix: matrixOf(one), weight: one.weight, base: one.base, p, limit: LIMIT, need: Infinity, rules: { imposed, tooNear: one.times.map(() => []), budget: { costs: Float64Array.from(costs), most } }, names: one.times.map((_, c) => String(c)), seconds: 60 };
}

describe.each(SITING_MODELS)("%s within a budget", (model) => {
  it("is the best of every subset that the budget pays for, and proven; or the reason there is none", () => {
    fc.assert(fc.property(priced, ({ one, costs, most, p: asked, impose }) => {
      const p = model === "lscp" ? Infinity : asked;
      const imposed = impose ? [0] : [];
      const spent = (chosen: readonly number[]): number => chosen.reduce((sum, c) => sum + costs[c]!, 0);
      const losses = Array.from(subsets(one.times.length, 12)).filter((chosen) => chosen.length <= p && spent(chosen) <= most && imposed.every((c) => chosen.includes(c))).map((chosen) => LOSS[model](one, chosen));
      const best = Math.min(Infinity, ...losses);
      const answer = solved(highs, optimize(model, sitingOf(one, costs, most, p, imposed)));
      if (model === "lscp" && best === Infinity) {
        // What it would take: the least dear of all the subsets that cover what can be.
        const enough = Array.from(subsets(one.times.length, 12)).filter((chosen) => imposed.every((c) => chosen.includes(c)) && LOSS.lscp(one, chosen) < Infinity);
        const needed = Math.min(...enough.map(spent));
        expect(answer).toMatchObject({ ok: false, cause: "budget-court", cost: needed, proven: true });
        if (!answer.ok && answer.cause === "budget-court") expect(enough.some((chosen) => chosen.length === answer.sites && spent(chosen) === needed)).toBe(true);
      } else if (spent(imposed) > most) expect(answer).toEqual({ ok: false, cause: "imposes-budget", spent: spent(imposed) });
      else if (Math.min(...costs) > most) expect(answer).toEqual({ ok: false, cause: "budget", least: Math.min(...costs) });
      else if (best === Infinity) expect(answer).toEqual({ ok: false, cause: "budget", least: null });
      else {
        expect(answer).toMatchObject({ ok: true, stopped: false });
        if (!answer.ok) return;
        expect(LOSS[model](one, answer.chosen)).toBeCloseTo(best, 6);
        expect(answer.bound).toBe(answer.value);
        expect(spent(answer.chosen)).toBeLessThanOrEqual(most);
      }
    }), { seed: 301, numRuns: 120 });
  });
});

describe("greedy", () => {
  it("never spends more than the budget, and stays under the best", () => {
    fc.assert(fc.property(priced, ({ one, costs, most }) => {
      const { chosen, gains } = chooseGreedily(matrixOf(one), (point, minutes) => (minutes <= LIMIT ? 0 : one.weight[point]!), one.base, sitingOf(one, costs, most, 9, []).rules, () => false);
      expect(chosen.reduce((sum, c) => sum + costs[c]!, 0)).toBeLessThanOrEqual(most);
      expect(covered(one, chosen, LIMIT) - covered(one, [], LIMIT)).toBe(gains.reduce((sum, gain) => sum + gain, 0));
    }), { seed: 302, numRuns: 100 });
  });
  it("one dear site does not stop two cheap ones that together bring more", () => {
    const one: Small = { times: [[1, 1, 30, 30], [30, 1, 30, 1], [30, 30, 1, 30]], weight: Float64Array.of(5, 6, 6, 5), base: Float64Array.of(99, 99, 99, 99) };
    const { chosen } = chooseGreedily(matrixOf(one), (point, minutes) => (minutes <= LIMIT ? 0 : one.weight[point]!), one.base, sitingOf(one, [10, 5, 5], 10, 9, []).rules, () => false);
    expect(chosen.toSorted()).toEqual([1, 2]);
  });
});
