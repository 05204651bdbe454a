import { describe, expect, it } from "vitest";
import type { SolveRequest } from "../../../src/domain/linear-program";
import { runToEnd } from "../../../src/geo/nearest-site";
import { savingSets } from "../../../src/geo/siting/candidate-sets";
import { optimize } from "../../../src/geo/siting/optimize";
import type { Siting, SitingAnswer } from "../../../src/geo/siting/problem";
import { FREE, matrixOf, type Small } from "./examples";

/** Seeded numbers from 0 to 1 (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Places at random on a square of 40 minutes: the first are the candidates, the others the points. */
function town(candidates: number, points: number): Small {
  const random = randoms(7);
  const places = Array.from({ length: candidates + points }, () => [40 * random(), 40 * random()] as const);
  const [sites, people] = [places.slice(0, candidates), places.slice(candidates)];
  return {
    times: sites.map(([x, y]) => people.map(([a, b]) => 1 + Math.hypot(x - a, y - b))),
    weight: Float64Array.from(people, () => 1 + Math.floor(99 * random())),
    base: new Float64Array(points).fill(Number.POSITIVE_INFINITY),
  };
}

const sitingOf = (one: Small, p: number, more: Partial<Siting> = {}): Siting => ({
  matrix: matrixOf(one), weight: one.weight, base: one.base, p, limit: 12, need: Number.POSITIVE_INFINITY, rules: FREE, names: one.times.map((_, c) => `c${c}`), seconds: 30, ...more,
});

/** What is asked of a solver, and the shares told on the way; none answers. */
function followed(steps: ReturnType<typeof optimize>): { readonly asked: readonly SolveRequest[]; readonly shares: readonly number[]; readonly answer: SitingAnswer } {
  const [asked, shares]: [SolveRequest[], number[]] = [[], []];
  let step = steps.next();
  while (step.done !== true) {
    if (typeof step.value === "number") shares.push(step.value);
    else asked.push(step.value);
    step = steps.next();
  }
  return { asked, shares, answer: step.value };
}

describe("a programme too large to be solved", () => {
  const big = town(420, 300);

  it("p-median: is not put to the solver; the choice has a bound that is not far", () => {
    expect(runToEnd(savingSets(matrixOf(big), big.weight, big.base.map(() => 100), 1e5))).toBeNull();
    const { asked, answer } = followed(optimize("p-median", sitingOf(big, 4)));
    expect([asked, answer]).toEqual([[], expect.objectContaining({ ok: true, stopped: true, tooLarge: true, program: null })]);
    const { value, bound, chosen } = answer as { readonly value: number; readonly bound: number; readonly chosen: readonly number[] };
    expect(chosen).toHaveLength(4);
    const minutes = big.base.map((_, point) => Math.min(...chosen.map((c) => big.times[c]![point]!)));
    expect(value).toBeCloseTo(minutes.reduce((sum, one, point) => sum + one * big.weight[point]!, 0) / big.weight.reduce((sum, one) => sum + one, 0), 9);
    expect(bound).toBeLessThan(value);
    expect(bound).toBeGreaterThan(0.97 * value);
  });

  it("MCLP, every two candidates too near: the bound is that of the prices, under that of the sites each counted alone", () => {
    const wide = town(700, 60);
    const near = Array.from(wide.times.keys());
    const siting = sitingOf(wide, 5, { limit: 16, rules: { imposed: [], tooNear: near.map((c) => near.filter((other) => other !== c)) } });
    const { asked, answer } = followed(optimize("mclp", siting));
    const served = (c: number): number => wide.weight.reduce((sum, people, point) => (wide.times[c]![point]! <= 16 ? sum + people : sum), 0);
    const alone = near.map(served).toSorted((a, b) => b - a);
    expect([asked, answer]).toEqual([[], expect.objectContaining({ tooLarge: true, value: alone[0], program: null })]);
    const { value, bound } = answer as { readonly value: number; readonly bound: number };
    expect(bound).toBeGreaterThan(value);
    expect(bound).toBeLessThanOrEqual(Math.min(alone.slice(0, 5).reduce((sum, one) => sum + one, 0), wide.weight.reduce((sum, one) => sum + one, 0)) + 1e-6);
  });

  it("LSCP: as many sites as the best ones, each alone, would need at least", () => {
    const wide = town(700, 60);
    const near = Array.from(wide.times.keys());
    // Nobody is near enough to another to matter, but the pairs are too many.
    const siting = sitingOf(wide, Number.POSITIVE_INFINITY, { limit: 60, rules: { imposed: [], tooNear: near.map((c) => near.filter((other) => other !== c)) } });
    expect(followed(optimize("lscp", siting)).answer).toMatchObject({ ok: true, value: 1, bound: 1 });
  });
});

describe("what comes before the solver", () => {
  it("is told step by step, so that it can be stopped", () => {
    for (const model of ["mclp", "p-median", "p-center"] as const) {
      const { shares } = followed(optimize(model, sitingOf(town(60, 400), 3, { limit: 20 })));
      expect(shares.length).toBeGreaterThan(3);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    }
  });
});

describe("levels of the p-median", () => {
  it("are given up as soon as there are more than so many", () => {
    const one = town(12, 30);
    const base = one.base.map(() => 100);
    const all = runToEnd(savingSets(matrixOf(one), one.weight, base, Number.POSITIVE_INFINITY))!.weight.length;
    expect(runToEnd(savingSets(matrixOf(one), one.weight, base, all))?.weight.length).toBe(all);
    expect(runToEnd(savingSets(matrixOf(one), one.weight, base, all / 2))).toBeNull();
  });
});
