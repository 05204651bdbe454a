import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optimize } from "../../../src/geo/siting/optimize";
import type { Siting } from "../../../src/geo/siting/problem";
import { serveInOrder, servedInTurn } from "../../../src/geo/siting/with-places";
import { covered, FREE, matrixOf, type Small, smallCase, subsets } from "./examples";
import { openHighs, solved } from "./solve";

const highs = await openHighs();
const LIMIT = 15;

/** A small case whose candidates and some existing sites take no more than so many. */
interface Tight {
  readonly one: Small;
  readonly capacity: number;
  /** Minutes of the points to each limited existing site, and what it takes. */
  readonly existing: readonly (readonly number[])[];
  readonly taken: readonly number[];
}

const tightCase: fc.Arbitrary<Tight> = smallCase.filter(({ times }) => times.length <= 9).chain((one) =>
  fc.record({
    one: fc.constant({ ...one, weight: one.weight.map((weight) => weight + 1) }),
    capacity: fc.oneof(fc.integer({ min: 1, max: 2500 }), fc.integer({ min: 1, max: 200 })),
    existing: fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: one.weight.length, maxLength: one.weight.length }), { maxLength: 2 }),
    taken: fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 1500 })),
  }));

const people = ({ weight }: Small): number => weight.reduce((sum, one) => sum + one, 0);

/**
 * Most inhabitants that the open sites serve, by every cut (max-flow min-cut): sites of the cut give their capacity, people
 * who may go to an open site out of it give themselves.
 */
function served({ one, capacity, existing, taken }: Tight, chosen: readonly number[]): number {
  const sites = [...chosen.map((c) => ({ minutes: one.times[c]!, most: capacity })), ...existing.map((minutes, i) => ({ minutes, most: taken[i]! }))];
  let least = Infinity;
  for (let cut = 0; cut < 1 << sites.length; cut += 1) {
    const inside = (s: number): boolean => (cut & (1 << s)) !== 0;
    let total = sites.reduce((sum, { most }, s) => (inside(s) ? sum + most : sum), 0);
    one.weight.forEach((weight, point) => {
      if (one.base[point]! <= LIMIT || sites.some(({ minutes }, s) => !inside(s) && minutes[point]! <= LIMIT)) total += weight;
    });
    least = Math.min(least, total);
  }
  return least;
}

function sitingOf({ one, capacity, existing, taken }: Tight, p: number, rest: Partial<Siting> = {}): Siting {
  return {
    matrix: matrixOf(one),
    weight: one.weight,
    base: one.base,
    p,
    limit: LIMIT,
    need: Infinity,
    rules: FREE,
    names: one.times.map((_, c) => String(c)),
    seconds: 60,
    capacities: { candidates: new Float64Array(one.times.length).fill(capacity), existing: matrixOf({ ...one, times: existing }), taken: Float64Array.from(existing, (_, i) => taken[i]!) },
    ...rest,
  };
}

const few = fc.integer({ min: 1, max: 4 });

describe("places", () => {
  it("as many are served as the least cut lets, whichever sites are opened, in whichever order", () => {
    fc.assert(fc.property(tightCase, fc.array(fc.nat(8), { maxLength: 5 }), (tight, wanted) => {
      const chosen = [...new Set(wanted.filter((c) => c < tight.one.times.length))];
      const siting = sitingOf(tight, 4);
      const inTurn = servedInTurn(siting, siting.capacities!, chosen);
      chosen.forEach((_, rank) => expect(inTurn[rank + 1]).toBeCloseTo(served(tight, chosen.slice(0, rank + 1)), 6));
      expect(inTurn[0]).toBeCloseTo(served(tight, []), 6);
    }), { seed: 201, numRuns: 150 });
  });

  it("MCLP: the best of every subset, and proven", () => {
    fc.assert(fc.property(tightCase, few, (tight, p) => {
      const answer = solved(highs, optimize("mclp", sitingOf(tight, p)));
      const best = Math.max(...Array.from(subsets(tight.one.times.length, p), (chosen) => served(tight, chosen)));
      expect(answer).toMatchObject({ ok: true, stopped: false });
      expect(answer.ok && answer.value).toBeCloseTo(best, 5);
      expect(answer.ok && answer.bound).toBe(answer.ok && answer.value);
      expect(answer.ok && served(tight, answer.chosen)).toBeCloseTo(best, 5);
    }), { seed: 202, numRuns: 60 });
  });

  it("without a solver: a choice whose bound the best does not pass, and at least 63 % of what can be gained", () => {
    fc.assert(fc.property(tightCase, few, (tight, p) => {
      const answer = solved(null, optimize("mclp", sitingOf(tight, p)));
      const [best, before] = [Math.max(...Array.from(subsets(tight.one.times.length, p), (chosen) => served(tight, chosen))), served(tight, [])];
      expect(answer.ok && served(tight, answer.chosen)).toBeCloseTo(answer.ok ? answer.value : Number.NaN, 5);
      expect(answer.ok && answer.bound).toBeGreaterThanOrEqual(best - 1e-4);
      expect(answer.ok && answer.value - before).toBeGreaterThanOrEqual((1 - 1 / Math.E) * (best - before) - 1e-4);
    }), { seed: 203, numRuns: 100 });
  });

  it("LSCP of a share: the fewest sites of every subset, or why there is none", () => {
    fc.assert(fc.property(tightCase, fc.double({ min: 0, max: 1, noNaN: true }), (tight, share) => {
      const { one } = tight;
      const all = one.times.map((_, c) => c);
      const need = share * people(one);
      const answer = solved(highs, optimize("lscp", sitingOf(tight, Infinity, { need })));
      const everywhere = served(tight, all);
      // Limited existing sites serve too: who is within the limit of some site, of any kind.
      const coverable = covered({ ...one, times: [...one.times, ...tight.existing] }, [...one.times, ...tight.existing].map((_, c) => c), LIMIT);
      if (need > coverable + 1e-3) expect(answer).toMatchObject({ ok: false, cause: "part" });
      else if (need > everywhere + 1e-3) expect(answer).toMatchObject({ ok: false, cause: "places" });
      else if (need < everywhere - 1e-3) {
        const enough = Array.from(subsets(one.times.length, 12)).filter((chosen) => served(tight, chosen) >= need - 1e-3);
        expect(answer.ok && answer.value).toBe(Math.min(...enough.map((chosen) => chosen.length)));
      }
    }), { seed: 204, numRuns: 80 });
  });

  it("with places for all, it is the model without places", () => {
    fc.assert(fc.property(tightCase, few, (tight, p) => {
      const wide = sitingOf({ ...tight, capacity: 1e9, existing: [] }, p);
      const { capacities: _, ...plain } = wide;
      const [counted, not] = [solved(highs, optimize("mclp", wide)), solved(highs, optimize("mclp", plain))];
      expect(counted.ok && counted.value).toBeCloseTo(not.ok ? not.value : Number.NaN, 5);
    }), { seed: 205, numRuns: 40 });
  });

  it("told in the order of what each one adds, the sum being what they serve together", () => {
    fc.assert(fc.property(tightCase, (tight) => {
      const siting = sitingOf(tight, 4);
      const all = tight.one.times.map((_, c) => c);
      const { chosen, gains } = serveInOrder(siting, siting.capacities!, all);
      expect(gains).toEqual(gains.toSorted((a, b) => b - a));
      expect(served(tight, []) + gains.reduce((sum, gain) => sum + gain, 0)).toBeCloseTo(served(tight, all), 4);
      expect(new Set(chosen).size).toBe(chosen.length);
    }), { seed: 206, numRuns: 60 });
  });

  it("within a budget: the best of every subset that it pays for", () => {
    fc.assert(fc.property(tightCase, fc.integer({ min: 1, max: 12 }), fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 9, maxLength: 9 }), (tight, most, prices) => {
      const costs = prices.slice(0, tight.one.times.length);
      const spent = (chosen: readonly number[]): number => chosen.reduce((sum, c) => sum + costs[c]!, 0);
      const answer = solved(highs, optimize("mclp", sitingOf(tight, Infinity, { rules: { ...FREE, budget: { costs: Float64Array.from(costs), most } } })));
      if (Math.min(...costs) > most) {
        expect(answer).toMatchObject({ ok: false, cause: "budget" });
        return;
      }
      const best = Math.max(...Array.from(subsets(costs.length, 9)).filter((chosen) => spent(chosen) <= most).map((chosen) => served(tight, chosen)));
      expect(answer.ok && [answer.value, answer.bound]).toEqual([expect.closeTo(best, 4), expect.closeTo(best, 4)]);
      expect(answer.ok && spent(answer.chosen)).toBeLessThanOrEqual(most);
    }), { seed: 207, numRuns: 50 });
  });

  it("of sites that would be as full, the one with most people around is chosen, and nothing needs to be asked", () => {
    const one: Small = { times: [[1, 99, 99], [1, 1, 1], [99, 1, 99]], weight: Float64Array.of(10, 10, 10), base: Float64Array.of(99, 99, 99) };
    const asked: unknown[] = [];
    const answer = solved(highs, optimize("mclp", sitingOf({ one, capacity: 5, existing: [], taken: [] }, 2)), (request) => asked.push(request));
    expect([answer.ok && answer.chosen[0], answer.ok && answer.value, answer.ok && answer.bound, asked.length]).toEqual([1, 10, 10, 0]);
  });

  it("LSCP of everybody: refused when all the candidates together have not the places, with what they have", () => {
    const one: Small = { times: [[1, 1], [1, 1]], weight: Float64Array.of(10, 10), base: Float64Array.of(99, 99) };
    expect(solved(highs, optimize("lscp", sitingOf({ one, capacity: 6, existing: [], taken: [] }, Infinity)))).toEqual({ ok: false, cause: "places", most: 12 });
    expect(solved(highs, optimize("lscp", sitingOf({ one, capacity: 10, existing: [], taken: [] }, Infinity)))).toMatchObject({ ok: true, value: 2 });
  });
});
