import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rules } from "../../../src/geo/siting/greedy";
import type { SitingModel } from "../../../src/geo/siting/models";
import { optimize } from "../../../src/geo/siting/optimize";
import type { Siting } from "../../../src/geo/siting/problem";
import { covered, FREE, matrixOf, type Small, smallCase, subsets, total, worst } from "./examples";
import { openHighs, solved } from "./solve";

const highs = await openHighs();
const LIMIT = 15;

/** Every model: the value of a choice, and the values that brute force keeps the best of. */
interface Definition {
  readonly model: SitingModel;
  /** 1 when more is better. */
  readonly sign: 1 | -1;
  value(one: Small, chosen: readonly number[]): number;
  /** Whether a choice is one: it covers what must be, or leaves nobody out of reach. */
  allowed(one: Small, chosen: readonly number[]): boolean;
}

const people = ({ weight }: Small): number => weight.reduce((sum, one) => sum + one, 0);
const coverable = (one: Small): number => covered(one, one.times.map((_, c) => c), LIMIT);

const DEFINITIONS: readonly Definition[] = [
  { model: "mclp", sign: 1, value: (one, chosen) => covered(one, chosen, LIMIT), allowed: () => true },
  { model: "lscp", sign: -1, value: (_, chosen) => chosen.length, allowed: (one, chosen) => covered(one, chosen, LIMIT) === coverable(one) },
  { model: "p-median", sign: -1, value: (one, chosen) => total(one, chosen) / people(one), allowed: (one, chosen) => total(one, chosen) < Infinity },
  { model: "p-center", sign: -1, value: worst, allowed: (one, chosen) => worst(one, chosen) < Infinity },
];

function sitingOf(one: Small, p: number, rules: Rules = FREE): Siting {
  return { matrix: matrixOf(one), weight: one.weight, base: one.base, p, limit: LIMIT, need: Infinity, rules, names: one.times.map((_, c) => String(c)), seconds: 60 };
}

/** The p that a model takes: the LSCP counts the sites itself. */
const asked = (model: SitingModel, p: number): number => (model === "lscp" ? Infinity : p);

const apart = (near: Rules["tooNear"], chosen: readonly number[]): boolean => chosen.every((a) => chosen.every((b) => near[a]?.includes(b) !== true));

/** The best value there is, trying every subset; null when no choice is allowed. */
function bruteForce({ sign, value, allowed }: Definition, one: Small, p: number, { imposed, tooNear }: Rules): number | null {
  const values = Array.from(subsets(one.times.length, Math.min(p, one.times.length))).filter((chosen) => imposed.every((c) => chosen.includes(c)) && apart(tooNear, chosen) && allowed(one, chosen)).map((chosen) => value(one, chosen));
  return values.length === 0 ? null : values.reduce((best, found) => (sign * (found - best) > 0 ? found : best));
}

/** Every pair is reached, and somebody lives somewhere: the p-median is then a mean. */
const whole = smallCase.map((one): Small => ({ ...one, times: one.times.map((row) => row.map((minutes) => Math.min(minutes, 30))), weight: one.weight.map((weight) => weight + 1) }));
const few = fc.integer({ min: 1, max: 4 });

describe.each(DEFINITIONS)("$model", (definition) => {
  const { model, sign, value } = definition;
  const run = (one: Small, p: number, rules?: Rules, solver: typeof highs | null = highs) => solved(solver, optimize(model, sitingOf(one, asked(model, p), rules)));

  it("is the best of every subset, and proven", () => {
    fc.assert(fc.property(whole, few, (one, p) => {
      const answer = run(one, p);
      const best = bruteForce(definition, one, asked(model, p), FREE)!;
      expect(answer).toMatchObject({ ok: true, stopped: false });
      if (!answer.ok) return;
      expect(answer.value).toBeCloseTo(best, 9);
      expect(answer.bound).toBe(answer.value);
      expect(value(one, answer.chosen)).toBeCloseTo(answer.value, 9);
      expect(answer.chosen.length).toBeLessThanOrEqual(asked(model, p));
    }), { seed: 101, numRuns: 60 });
  });

  it("is the best of every subset that has the imposed ones and none too near to another, or there is none", () => {
    const pairs = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 25 });
    fc.assert(fc.property(whole, few, pairs, fc.boolean(), (one, p, near, impose) => {
      const close = (a: number, b: number): boolean => a !== b && near.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
      const rules: Rules = { imposed: impose ? [one.times.length - 1] : [], tooNear: one.times.map((_, a) => one.times.flatMap((__, b) => (close(a, b) ? [b] : []))) };
      const answer = run(one, p, rules);
      const best = bruteForce(definition, one, asked(model, p), rules);
      if (best === null) expect(answer).toMatchObject({ ok: false, cause: "aucun-choix" });
      else {
        expect(answer.ok && answer.value).toBeCloseTo(best, 9);
        expect(answer.ok && answer.bound).toBe(answer.ok && answer.value);
        if (answer.ok) expect([apart(rules.tooNear, answer.chosen), rules.imposed.every((c) => answer.chosen.includes(c))]).toEqual([true, true]);
      }
    }), { seed: 102, numRuns: 60 });
  });

  it("without a solver is a choice whose bound the best does not pass", () => {
    fc.assert(fc.property(whole, few, (one, p) => {
      const answer = run(one, p, FREE, null);
      const best = bruteForce(definition, one, asked(model, p), FREE)!;
      expect(answer.ok).toBe(true);
      if (!answer.ok) return;
      expect(value(one, answer.chosen)).toBeCloseTo(answer.value, 9);
      expect(sign * (answer.bound - best)).toBeGreaterThanOrEqual(-1e-9);
      expect(sign * (best - answer.value)).toBeGreaterThanOrEqual(-1e-9);
      expect(answer.stopped).toBe(answer.bound !== answer.value);
    }), { seed: 103, numRuns: 60 });
  });

  it("is no worse with one site more", () => {
    fc.assert(fc.property(whole, few, (one, p) => {
      const [less, more] = [run(one, p), run(one, p + 1)];
      expect(less.ok && more.ok && sign * (more.value - less.value)).toBeGreaterThanOrEqual(-1e-9);
    }), { seed: 104, numRuns: 25 });
  });

  it("existing sites stay: it is never worse than they are", () => {
    fc.assert(fc.property(whole, few, (one, p) => {
      const existing: Small = { ...one, base: one.base.map((minutes) => Math.min(minutes, 20)) };
      const answer = run(existing, p);
      const before = model === "lscp" ? Infinity : value(existing, []);
      expect(answer.ok && sign * (answer.value - before)).toBeGreaterThanOrEqual(-1e-9);
    }), { seed: 105, numRuns: 25 });
  });
});

describe("thresholds", () => {
  const at = (model: SitingModel, one: Small, limit: number): number => {
    const answer = solved(highs, optimize(model, { ...sitingOf(one, asked(model, 2)), limit }));
    return answer.ok ? answer.value : Number.NaN;
  };
  it("a longer one never covers less", () => {
    fc.assert(fc.property(whole, fc.integer({ min: 1, max: 28 }), (one, limit) => {
      expect(at("mclp", one, limit + 1)).toBeGreaterThanOrEqual(at("mclp", one, limit));
    }), { seed: 106, numRuns: 30 });
  });
  it("a longer one needs no more sites for the same inhabitants", () => {
    fc.assert(fc.property(whole, fc.integer({ min: 30, max: 40 }), fc.integer({ min: 1, max: 29 }), (one, long, short) => {
      // From 30 on, everybody can be covered; under it, only when all can be.
      const all = covered(one, one.times.map((_, c) => c), short) === people(one);
      if (all) expect(at("lscp", one, long)).toBeLessThanOrEqual(at("lscp", one, short));
    }), { seed: 107, numRuns: 40 });
  });
});

describe("a share of the inhabitants", () => {
  it("is covered with the fewest sites of every subset, or said to be too large, with the most there is", () => {
    fc.assert(fc.property(smallCase, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
      const need = share * people(one);
      const answer = solved(highs, optimize("lscp", { ...sitingOf(one, Infinity), need }));
      const enough = Array.from(subsets(one.times.length, 12)).filter((chosen) => covered(one, chosen, LIMIT) >= need - 1e-6);
      if (enough.length === 0) expect(answer).toEqual({ ok: false, cause: "part", most: coverable(one) });
      else {
        expect(answer.ok && answer.value).toBe(Math.min(...enough.map((chosen) => chosen.length)));
        expect(answer.ok && covered(one, answer.chosen, LIMIT)).toBeGreaterThanOrEqual(need - 1e-6);
      }
    }), { seed: 108, numRuns: 80 });
  });
});

describe("what cannot be", () => {
  const line: Small = { times: [[1, 20], [20, 1]], weight: Float64Array.of(10, 10), base: Float64Array.of(Infinity, Infinity) };
  const answer = (model: SitingModel, one: Small, p: number, rules: Rules = FREE) => solved(highs, optimize(model, sitingOf(one, p, rules)));

  it("more imposed candidates than sites", () => {
    expect(answer("mclp", line, 1, { imposed: [0, 1], tooNear: [] })).toEqual({ ok: false, cause: "imposes-trop", imposed: 2 });
  });
  it("two imposed candidates too near to each other", () => {
    expect(answer("mclp", line, 2, { imposed: [0, 1], tooNear: [[1], [0]] })).toEqual({ ok: false, cause: "imposes-proches", pair: [0, 1] });
  });
  it.each(["p-median", "p-center"] as const)("%s with a point that nothing reaches", (model) => {
    const lost: Small = { ...line, times: [[1, Infinity], [20, Infinity]] };
    expect(answer(model, lost, 2)).toEqual({ ok: false, cause: "hors-atteinte", points: 1, weight: 10 });
  });
  it("a solver that gives up keeps the quick choice, with its bound", () => {
    const steps = optimize("mclp", sitingOf(line, 2));
    const asking = steps.next();
    expect(asking.done).toBe(false);
    const end = steps.next({ status: "echec", values: null, bound: Number.NaN, seconds: 1 });
    expect(end.value).toMatchObject({ ok: true, value: 20, bound: 20, stopped: false });
  });
  it("a solver out of time keeps the better of the two choices, and the tighter of the two bounds", () => {
    const one: Small = { times: [[1, 1, 20], [20, 1, 1], [1, 20, 20]], weight: Float64Array.of(10, 10, 5), base: Float64Array.of(Infinity, Infinity, Infinity) };
    const steps = optimize("mclp", sitingOf(one, 2));
    steps.next();
    const end = steps.next({ status: "arrete", values: null, bound: 25.5, seconds: 1 });
    expect(end.value).toMatchObject({ ok: true, chosen: [0, 1], value: 25, bound: 25.5, stopped: true });
  });
});
