import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runToEnd } from "../../../src/geo/nearest-site";
import * as kernels from "../../../src/geo/siting/candidate-sets";
import { bestCandidates, type Reduced, reduceCover } from "../../../src/geo/siting/dominance";
import { covered, matrixOf, type Small, smallCase, subsets, total } from "./examples";

type CandidateSets = kernels.CandidateSets;
const coverageSets = (...given: Parameters<typeof kernels.coverageSets>): CandidateSets => runToEnd(kernels.coverageSets(...given));
const savingSets = (matrix: Parameters<typeof kernels.savingSets>[0], weight: Float64Array, base: Float64Array, most = Number.POSITIVE_INFINITY): CandidateSets | null => runToEnd(kernels.savingSets(matrix, weight, base, most));

const limits = fc.integer({ min: 1, max: 30 });
const bounded = smallCase.map((one): Small => ({ ...one, base: one.base.map((minutes) => Math.min(minutes, 40)) }));

/** The candidates of each set, those of its parents included. */
function membersOf({ start, candidate, parent, weight }: CandidateSets): readonly (readonly number[])[] {
  const all: number[][] = [];
  weight.forEach((_, s) => all.push([...(parent[s]! < 0 ? [] : all[parent[s]!]!), ...candidate.subarray(start[s]!, start[s + 1]!)].toSorted((a, b) => a - b)));
  return all;
}

const earned = (sets: CandidateSets, chosen: readonly number[]): number =>
  membersOf(sets).reduce((sum, members, s) => (members.some((c) => chosen.includes(c)) ? sum + sets.weight[s]! : sum), 0);

const hitsAll = (sets: CandidateSets, kept: readonly number[], chosen: readonly number[]): boolean => {
  const members = membersOf(sets);
  return kept.every((s) => members[s]!.some((c) => chosen.includes(c)));
};

describe("coverageSets", () => {
  it("lose nothing: any choice earns what it covers more, point by point", () => {
    fc.assert(fc.property(smallCase, limits, (one, limit) => {
      const sets = coverageSets(matrixOf(one), one.weight, one.base, limit);
      for (const chosen of subsets(one.times.length, 3)) expect(earned(sets, chosen)).toBe(covered(one, chosen, limit) - covered(one, [], limit));
    }), { seed: 21, numRuns: 100 });
  });

  it("are merged: no two are equal, none is empty", () => {
    fc.assert(fc.property(smallCase, limits, (one, limit) => {
      const members = membersOf(coverageSets(matrixOf(one), one.weight, one.base, limit)).map(String);
      expect(new Set(members).size).toBe(members.length);
      expect(members).not.toContain("");
    }), { seed: 22, numRuns: 200 });
  });
});

describe("savingSets", () => {
  it("lose nothing: any choice earns the minutes it saves, point by point", () => {
    fc.assert(fc.property(bounded, (one) => {
      const sets = savingSets(matrixOf(one), one.weight, one.base)!;
      for (const chosen of subsets(one.times.length, 3)) expect(earned(sets, chosen)).toBe(total(one, []) - total(one, chosen));
    }), { seed: 23, numRuns: 100 });
  });

  it("are merged, and each holds its parent", () => {
    fc.assert(fc.property(bounded, (one) => {
      const sets = savingSets(matrixOf(one), one.weight, one.base)!;
      const members = membersOf(sets).map(String);
      expect(new Set(members).size).toBe(members.length);
      expect(sets.parent.every((parent, s) => parent < s)).toBe(true);
    }), { seed: 24, numRuns: 200 });
  });
});

describe("bestCandidates", () => {
  it("leave a best choice of every size", () => {
    fc.assert(fc.property(smallCase, limits, fc.integer({ min: 1, max: 3 }), (one, limit, p) => {
      const sets = coverageSets(matrixOf(one), one.weight, one.base, limit);
      const { alive } = bestCandidates(sets);
      const best = (allowed: (c: number) => boolean): number =>
        Math.max(...Array.from(subsets(one.times.length, p), (chosen) => (chosen.every(allowed) ? earned(sets, chosen) : 0)));
      expect(best((c) => alive[c] === 1)).toBe(best(() => true));
    }), { seed: 25, numRuns: 150 });
  });
});

describe("reduceCover", () => {
  const least = (sets: CandidateSets, { sets: kept, alive }: Reduced): number =>
    Math.min(...Array.from(subsets(sets.candidates, sets.candidates), (chosen) => (chosen.every((c) => alive[c] === 1) && hitsAll(sets, kept, chosen) ? chosen.length : Infinity)));

  it("needs as few candidates as before, and what hits the sets left hits all of them", () => {
    fc.assert(fc.property(smallCase, limits, fc.boolean(), (one, limit, replaceable) => {
      const sets = coverageSets(matrixOf(one), one.weight, one.base, limit);
      const all: Reduced = { sets: Array.from(sets.weight.keys()), alive: new Uint8Array(sets.candidates).fill(1) };
      const reduced = reduceCover(sets, replaceable);
      expect(least(sets, reduced)).toBe(least(sets, all));
      for (const chosen of subsets(sets.candidates, 3)) {
        if (chosen.every((c) => reduced.alive[c] === 1) && hitsAll(sets, reduced.sets, chosen)) expect(hitsAll(sets, all.sets, chosen)).toBe(true);
      }
      if (!replaceable) expect(reduced.alive.every((flag) => flag === 1)).toBe(true);
    }), { seed: 26, numRuns: 100 });
  });
});
