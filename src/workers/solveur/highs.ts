import type { Highs, Model } from "highs";
import type { LinearProgram, LinearSolution, SolveRequest } from "../../domain/linear-program";

/** HiGHS stops at these gaps: none at all but rounding. Its own default, 1e-4, would call many choices the best. */
const EXACT = { mip_rel_gap: 0, mip_abs_gap: 1e-6 };

function passProgram(highs: Highs, { sense, cost, lower, upper, integer, rowLower, rowUpper, start, column, value }: LinearProgram): Model {
  const { objectiveSense, variableType } = highs.constants;
  return highs.createModel({
    numCols: cost.length,
    numRows: rowLower.length,
    sense: sense === "max" ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower,
    rowUpper,
    integrality: Int32Array.from(integer, (one) => (one === 1 ? variableType.integer : variableType.continuous)),
    matrix: { format: "csr", numRows: rowLower.length, numCols: cost.length, starts: start, indices: column, values: value },
  });
}

/** Share of the best answer's value that the bound leaves open; 1 while one of them is not known. */
function gapOf(value: number | undefined, bound: number | undefined): number {
  const gap = Math.abs((bound ?? Number.NaN) - (value ?? Number.NaN)) / Math.max(Math.abs(value ?? Number.NaN), 1e-9);
  return gap < 1 ? gap : 1;
}

function run(highs: Highs, model: Model, tell: (gap: number) => void): Omit<LinearSolution, "seconds"> {
  model.run({
    [highs.constants.callbackType.mipLogging]: ({ data }): undefined => {
      tell(gapOf(data.mip_primal_bound, data.mip_dual_bound));
    },
  });
  const { modelStatus, solutionStatus } = highs.constants;
  const status = model.getModelStatus();
  const bound = Number(model.info.get("mip_dual_bound"));
  if (status === modelStatus.infeasible) return { status: "infaisable", values: null, bound };
  const found = model.info.get("primal_solution_status") === solutionStatus.feasible;
  const values = found ? model.getSolution().colValue : null;
  if (status === modelStatus.optimal) return { status: "optimal", values, bound };
  return { status: status === modelStatus.timeLimit ? "arrete" : "echec", values, bound };
}

/**
 * Solves to the proven optimum, or until the time is over. When HiGHS itself breaks down (out of memory) nothing is
 * known, and that is what is said: whoever asked goes on with what it has. Synchronous: in the page it belongs in a worker
 * of its own. `tell` is told the gap left, 0 to 1, from time to time.
 */
export function solveWith(highs: Highs, { program, first, seconds }: SolveRequest, tell: (gap: number) => void): LinearSolution {
  let model: Model | null = null;
  try {
    model = passProgram(highs, program);
    model.options.set({ output_flag: false, time_limit: seconds, ...EXACT });
    if (first !== null) model.setSolution({ colValue: first });
    return { ...run(highs, model, tell), seconds: model.getRunTime() };
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    return { status: "echec", values: null, bound: Number.NaN, seconds: 0 };
  } finally {
    model?.dispose();
  }
}
