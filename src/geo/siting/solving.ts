import type { LinearProgram, LinearSolution, SolveRequest } from "../../domain/linear-program";
import { chosenIn, firstValues, type SitingAnswer, type Solving } from "./problem";
import type { SitingProgram } from "./programs";

export const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0);

/** Answers of a solver, and whether it went to its end. */
export interface Solved {
  readonly solution: LinearSolution | null;
  readonly chosen: readonly number[] | null;
  readonly ended: boolean;
}

/** The programme was not put to a solver. */
export const NOT_ASKED: Solved = { solution: null, chosen: null, ended: false };

export function* ask(model: SitingProgram, start: readonly number[] | null, seconds: number): Solving<Solved> {
  // No candidate has anything to bring: none is the answer.
  if (model.program.names.length === 0) return { solution: null, chosen: [], ended: true };
  const request: SolveRequest = { program: model.program, first: start === null ? null : firstValues(model, start), seconds };
  const solution = (yield request) ?? null;
  const chosen = solution === null || solution.values === null ? null : chosenIn(model, solution.values);
  return { solution, chosen, ended: solution?.status === "optimal" || solution?.status === "infaisable" };
}

/** Closes the bound on the value where they differ by rounding only. @param sign 1 when more is better, −1 when less is */
export function sited(chosen: readonly number[], value: number, bound: number, sign: 1 | -1, stopped: boolean, program: LinearProgram | null): SitingAnswer {
  const open = sign * (bound - value) > 1e-6 * Math.max(Math.abs(value), 1);
  return { ok: true, chosen, value, bound: open ? bound : value, stopped: stopped && open, program };
}
