import type { Highs } from "highs";
import type { Progress } from "../../src/analyses/analysis";
import type { LinearSolution, SolveRequest } from "../../src/domain/linear-program";
import { pump, type Solve } from "../../src/workers/pump";
import { solveWith } from "../../src/workers/solveur/highs";

let loading: Promise<Highs> | null = null;

/** Solves in this process, which it blocks: loaded at the first programme. */
export const solveHere: Solve = async (request) => {
  loading ??= import("highs").then(({ default: loadHighs }) => loadHighs());
  return solveWith(await loading, request, () => undefined);
};

/** Runs a computation to its end, solving the programmes it asks for. */
export function runSolving<T>(steps: Generator<Progress | SolveRequest, T, LinearSolution | void>, solve: Solve = solveHere): Promise<T> {
  const clock = { now: () => 0, pause: () => Promise.resolve() };
  return pump(steps, { clock, signal: new AbortController().signal, onProgress: () => undefined, solve });
}
