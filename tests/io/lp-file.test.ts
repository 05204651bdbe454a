import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { LinearProgram } from "../../src/domain/linear-program";
import { runToEnd } from "../../src/geo/nearest-site";
import { coverageSets } from "../../src/geo/siting/candidate-sets";
import { earnMost, hitAll, hitEnough } from "../../src/geo/siting/programs";
import { toLpFile } from "../../src/io/lp-file";
import { solveWith } from "../../src/workers/solveur/highs";
import { FREE, matrixOf, type Small, smallCase } from "../geo/siting/examples";
import { openHighs } from "../geo/siting/solve";

const highs = await openHighs();

/** Three points on a road of three villages: 10 inhabitants near 0 and 1, 20 near 1 and 2, 5 near 2 only. */
const VILLAGES: Small = {
  times: [[1, 9, 9], [1, 1, 9], [9, 1, 1]],
  weight: Float64Array.of(10, 20, 5),
  base: Float64Array.of(Infinity, Infinity, Infinity),
};
const NAMES = ["87001", "87002", "87003"];

test("a small programme, line by line", () => {
  const rules = { imposed: [0], tooNear: [[2], [], [0]] };
  const { program } = earnMost(runToEnd(coverageSets(matrixOf(VILLAGES), VILLAGES.weight, VILLAGES.base, 5)), 2, rules, NAMES);
  expect(toLpFile(program, ["Deux sites à 5 min"]).split("\n")).toEqual([
    "\\ Deux sites à 5 min",
    "Maximize",
    " objectif: + 5 y_87003 + 10 x_0 + 20 x_1",
    "Subject To",
    " atteint_0: + 1 x_0 - 1 y_87001 - 1 y_87002 <= 0",
    " atteint_1: + 1 x_1 - 1 y_87002 - 1 y_87003 <= 0",
    " nombre: + 1 y_87001 + 1 y_87002 + 1 y_87003 <= 2",
    " espacement_87001_87003: + 1 y_87001 + 1 y_87003 <= 1",
    "Bounds",
    " 1 <= y_87001 <= 1",
    " 0 <= y_87002 <= 1",
    " 0 <= y_87003 <= 1",
    " 0 <= x_0 <= 1",
    " 0 <= x_1 <= 1",
    "Generals",
    " y_87001",
    " y_87002",
    " y_87003",
    "End",
    "",
  ]);
});

test("both sides of a row, an equality, no cost at all", () => {
  const program: LinearProgram = {
    sense: "min",
    names: ["a", "b"],
    cost: Float64Array.of(0, 0),
    lower: Float64Array.of(0, -2),
    upper: Float64Array.of(1, 0.125),
    integer: Uint8Array.of(0, 1),
    rowNames: ["entre", "egal", "vide"],
    rowLower: Float64Array.of(-1, 2, 0),
    rowUpper: Float64Array.of(1, 2, 0),
    start: Int32Array.of(0, 2, 3, 3),
    column: Int32Array.of(0, 1, 1),
    value: Float64Array.of(1e-7, -1, 3),
  };
  expect(toLpFile(program, []).split("\n")).toEqual([
    "Minimize", " objectif: + 0 a", "Subject To",
    " entre_min: + 1e-7 a - 1 b >= -1", " entre_max: + 1e-7 a - 1 b <= 1", " egal: + 3 b = 2",
    "Bounds", " 0 <= a <= 1", " -2 <= b <= 0.125", "Generals", " b", "End", "",
  ]);
});

/** What HiGHS finds when it reads the file itself. */
function readBack(text: string): number {
  return highs.withModel({ format: "lp", data: text }, (model) => {
    model.options.set({ output_flag: false, mip_rel_gap: 0 });
    model.run();
    return model.getObjectiveValue();
  });
}

test("a file read again has the optimum of the programme it was written from", () => {
  fc.assert(fc.property(smallCase, fc.integer({ min: 2, max: 25 }), (one, limit) => {
    const names = one.times.map((_, c) => String(c));
    const sets = runToEnd(coverageSets(matrixOf(one), one.weight, one.base, limit));
    const weight = sets.weight.reduce((sum, value) => sum + value, 0);
    for (const { program } of [earnMost(sets, 2, FREE, names), hitAll(sets, Infinity, FREE, names), hitEnough(sets, weight / 2, FREE, names)]) {
      if (program.names.length === 0) continue;
      const { values } = solveWith(highs, { program, first: null, seconds: 60 }, () => {});
      const optimum = values!.reduce((sum, value, c) => sum + value * program.cost[c]!, 0);
      expect(readBack(toLpFile(program, ["essai"]))).toBeCloseTo(optimum, 6);
    }
  }), { seed: 5, numRuns: 60 });
});
