import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "../../../src/geo/siting/assign";
import { worstPlaced } from "../../../src/geo/siting/assign-worst";
import type { SitingModel } from "../../../src/geo/siting/models";
import { optimize } from "../../../src/geo/siting/optimize";
import type { Siting, SitingAnswer } from "../../../src/geo/siting/problem";
import { FREE, matrixOf, type Small, subsets } from "./examples";
import { openHighs, solved } from "./solve";

const highs = await openHighs();

/** A small case whose sites take no more than so many; base: unlimited existing sites, Infinity for none. */
interface Tight {
  readonly one: Small;
  readonly capacity: number;
  readonly existing: readonly (readonly number[])[];
  readonly taken: readonly number[];
}

const minutes = fc.integer({ min: 1, max: 30 });
const rows = (count: fc.Arbitrary<number>, points: number): fc.Arbitrary<number[][]> => count.chain((n) => fc.array(fc.array(minutes, { minLength: points, maxLength: points }), { minLength: n, maxLength: n }));
const tightCase: fc.Arbitrary<Tight> = fc.record({ points: fc.integer({ min: 1, max: 8 }), based: fc.boolean() }).chain(({ points, based }) =>
  fc.record({
    one: fc.record({
      times: rows(fc.integer({ min: 1, max: 7 }), points),
      weight: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: points, maxLength: points }).map((list) => Float64Array.from(list)),
      base: fc.array(based ? fc.integer({ min: 5, max: 40 }) : fc.constant(Infinity), { minLength: points, maxLength: points }).map((list) => Float64Array.from(list)),
    }),
    capacity: fc.integer({ min: 5, max: 120 }),
    existing: rows(fc.integer({ min: 0, max: 2 }), points),
    taken: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })),
  }));

const people = ({ weight }: Small): number => weight.reduce((sum, one) => sum + one, 0);

interface Site {
  readonly minutes: ArrayLike<number>;
  readonly most: number;
}

const sitesOf = ({ one, capacity, existing, taken }: Tight, chosen: readonly number[]): readonly Site[] => [
  { minutes: one.base, most: Infinity },
  ...chosen.map((c) => ({ minutes: one.times[c]!, most: capacity })),
  ...existing.map((times, i) => ({ minutes: times, most: taken[i]! })),
];

/**
 * Least minutes × weight with everybody in a site that has room, by the textbook: a network source → points → sites → sink,
 * filled along its shortest path until none is left. Infinity when some find no place.
 */
function cheapest(tight: Tight, chosen: readonly number[]): number {
  const { weight } = tight.one;
  const sites = sitesOf(tight, chosen);
  const [source, sink] = [0, 1 + weight.length + sites.length];
  const arcs: { from: number; to: number; room: number; cost: number }[] = [];
  const add = (from: number, to: number, room: number, cost: number): void => void arcs.push({ from, to, room, cost }, { from: to, to: from, room: 0, cost: -cost });
  weight.forEach((amount, p) => {
    add(source, 1 + p, amount, 0);
    sites.forEach(({ minutes: times }, s) => times[p]! < Infinity && add(1 + p, 1 + weight.length + s, Infinity, times[p]!));
  });
  sites.forEach(({ most }, s) => add(1 + weight.length + s, sink, most, 0));
  let [left, cost] = [people(tight.one), 0];
  while (left > 0) {
    const away = new Float64Array(sink + 1).fill(Infinity);
    const by = new Int32Array(sink + 1).fill(-1);
    away[source] = 0;
    for (let round = 0; round <= sink; round += 1) arcs.forEach(({ from, to, room, cost: each }, arc) => {
      if (room > 0 && away[from]! + each < away[to]!) [away[to], by[to]] = [away[from]! + each, arc];
    });
    if (away[sink] === Infinity) return Infinity;
    const path: number[] = [];
    for (let node = sink; node !== source; node = arcs[by[node]!]!.from) path.push(by[node]!);
    const amount = Math.min(...path.map((arc) => arcs[arc]!.room));
    for (const arc of path) [arcs[arc]!.room, arcs[arc ^ 1]!.room] = [arcs[arc]!.room - amount, arcs[arc ^ 1]!.room + amount];
    [left, cost] = [left - amount, cost + amount * away[sink]!];
  }
  return cost;
}

/** The least of all minutes within which every cut lets everybody have a place (max-flow min-cut); Infinity for none. */
function worst(tight: Tight, chosen: readonly number[]): number {
  const sites = sitesOf(tight, chosen);
  const all = [...new Set(sites.flatMap(({ minutes: times }) => Array.from(times)))].filter((value) => value < Infinity).toSorted((a, b) => a - b);
  const holds = (radius: number): boolean => {
    for (let cut = 0; cut < 1 << sites.length; cut += 1) {
      const inside = (s: number): boolean => (cut & (1 << s)) !== 0;
      let sum = sites.reduce((total, { most }, s) => (inside(s) ? total + most : total), 0);
      tight.one.weight.forEach((amount, p) => (sum += sites.some(({ minutes: times }, s) => !inside(s) && times[p]! <= radius) ? amount : 0));
      if (sum < people(tight.one) - 1e-9) return false;
    }
    return true;
  };
  return all.find(holds) ?? Infinity;
}

function sitingOf({ one, capacity, existing, taken }: Tight, p: number, rest: Partial<Siting> = {}): Siting {
  return {
    matrix: matrixOf(one),
    weight: one.weight,
    base: one.base,
    p,
    limit: 15,
    need: Infinity,
    rules: FREE,
    names: one.times.map((_, c) => String(c)),
    seconds: 60,
    capacities: { candidates: new Float64Array(one.times.length).fill(capacity), existing: matrixOf({ ...one, times: existing }), taken: Float64Array.from(existing, (_, i) => taken[i]!) },
    ...rest,
  };
}

const few = fc.integer({ min: 1, max: 4 });
const places = ({ one, existing, taken }: Tight): number => people(one) - existing.reduce((sum, _, i) => sum + taken[i]!, 0);

const VALUES: readonly { readonly model: SitingModel; readonly value: (tight: Tight, chosen: readonly number[]) => number }[] = [
  { model: "p-median", value: (tight, chosen) => cheapest(tight, chosen) / people(tight.one) },
  { model: "p-center", value: worst },
];

describe("who goes where", () => {
  it("costs the least there is, whichever sites are open, in whichever order", () => {
    fc.assert(fc.property(tightCase, fc.array(fc.nat(6), { maxLength: 5 }), (tight, wanted) => {
      const chosen = [...new Set(wanted.filter((c) => c < tight.one.times.length))];
      const siting = sitingOf(tight, 4);
      const { without, mean } = assign(siting, siting.capacities!, chosen);
      const best = cheapest(tight, chosen);
      if (best === Infinity) expect(without).toBeGreaterThan(1e-6);
      else expect([without, mean]).toEqual([0, expect.closeTo(best / people(tight.one), 9)]);
    }), { seed: 401, numRuns: 300 });
  });

  it("the least worst minutes are those of the cuts", () => {
    fc.assert(fc.property(tightCase, fc.array(fc.nat(6), { maxLength: 4 }), (tight, wanted) => {
      const chosen = [...new Set(wanted.filter((c) => c < tight.one.times.length))];
      const siting = sitingOf(tight, 4);
      const best = worst(tight, chosen);
      expect(worstPlaced(siting, siting.capacities!, chosen)).toEqual(best === Infinity ? Number.NaN : best);
    }), { seed: 402, numRuns: 150 });
  });
});

describe.each(VALUES)("$model with places", ({ model, value }) => {
  const bestOf = (tight: Tight, p: number): number => Math.min(Infinity, ...Array.from(subsets(tight.one.times.length, p), (chosen) => value(tight, chosen)));
  const checkImpossible = (tight: Tight, answer: SitingAnswer, p: number): void => {
    const missing = places(tight) - Math.min(p, tight.one.times.length) * tight.capacity;
    if (missing > 0) expect(answer).toMatchObject({ ok: false, cause: "places-manquent", missing });
    else expect(answer).toMatchObject({ ok: false });
  };

  it("is the best of every subset, each with its own best sharing out, and proven; or places are missing, so many", () => {
    fc.assert(fc.property(tightCase, few, (tight, p) => {
      const answer = solved(highs, optimize(model, sitingOf(tight, p)));
      const best = bestOf(tight, p);
      if (best === Infinity) {
        checkImpossible(tight, answer, p);
        return;
      }
      expect(answer).toMatchObject({ ok: true, stopped: false });
      if (!answer.ok) return;
      expect(answer.value).toBeCloseTo(best, 6);
      expect(answer.bound).toBe(answer.value);
      expect(value(tight, answer.chosen)).toBeCloseTo(best, 6);
      expect(answer.chosen.length).toBeLessThanOrEqual(p);
    }), { seed: 403, numRuns: 120 });
  });

  it.each(["no solver", "a solver out of time"])("%s: a choice whose bound the best does not pass", (which) => {
    fc.assert(fc.property(tightCase, few, (tight, p) => {
      const steps = optimize(model, sitingOf(tight, p));
      let step = steps.next();
      while (step.done !== true) step = steps.next(which === "no solver" ? undefined : { status: "arrete", values: null, bound: Number.NaN, seconds: 1 });
      const answer = step.value;
      const best = bestOf(tight, p);
      if (!answer.ok) return;
      expect(value(tight, answer.chosen)).toBeCloseTo(answer.value, 6);
      expect(answer.value).toBeGreaterThanOrEqual(best - 1e-6);
      expect(answer.bound).toBeLessThanOrEqual(best + 1e-6);
      if (p === 1) expect(answer.value).toBeCloseTo(best, 6);
    }), { seed: 404, numRuns: 120 });
  });

  it("with places for all, it is the model without places", () => {
    fc.assert(fc.property(tightCase, few, (tight, p) => {
      const wide = sitingOf({ ...tight, capacity: 1e6, existing: [] }, p);
      const { capacities: _, ...plain } = wide;
      const [counted, not] = [solved(highs, optimize(model, wide)), solved(highs, optimize(model, plain))];
      expect(counted.ok && counted.value).toBeCloseTo(not.ok ? not.value : Number.NaN, 6);
    }), { seed: 405, numRuns: 60 });
  });

  it("within a budget, with one imposed and some too near: the best of every subset that the rules let", () => {
    fc.assert(fc.property(tightCase, fc.integer({ min: 2, max: 9 }), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 7, maxLength: 7 }), (tight, most, prices) => {
      const n = tight.one.times.length;
      const costs = prices.slice(0, n);
      const near = (a: number, b: number): boolean => Math.abs(a - b) === 3;
      const spent = (chosen: readonly number[]): number => chosen.reduce((sum, c) => sum + costs[c]!, 0);
      const rules = { imposed: costs[0]! <= most ? [0] : [], tooNear: costs.map((_, a) => costs.flatMap((__, b) => (near(a, b) ? [b] : []))), budget: { costs: Float64Array.from(costs), most } };
      const answer = solved(highs, optimize(model, sitingOf(tight, Infinity, { rules })));
      const choices = Array.from(subsets(n, n)).filter((chosen) => spent(chosen) <= most && rules.imposed.every((c) => chosen.includes(c)) && !chosen.some((a) => chosen.some((b) => near(a, b))));
      const best = Math.min(Infinity, ...choices.map((chosen) => value(tight, chosen)));
      if (best === Infinity) expect(answer.ok).toBe(false);
      else expect([answer.ok && answer.value, answer.ok && answer.bound]).toEqual([expect.closeTo(best, 6), expect.closeTo(best, 6)]);
    }), { seed: 406, numRuns: 80 });
  });
});

describe("places that are missing", () => {
  const line: Small = { times: [[1, 20], [20, 1]], weight: Float64Array.of(10, 10), base: Float64Array.of(Infinity, Infinity) };
  it.each(["p-median", "p-center"] as const)("%s: so many, and how many sites it takes, or none that do", (model) => {
    expect(solved(highs, optimize(model, sitingOf({ one: line, capacity: 12, existing: [], taken: [] }, 1)))).toEqual({ ok: false, cause: "places-manquent", missing: 8, sites: 2 });
    expect(solved(highs, optimize(model, sitingOf({ one: line, capacity: 6, existing: [[1, 1]], taken: [5] }, 2)))).toEqual({ ok: false, cause: "places-manquent", missing: 3, sites: null });
  });
});
