import loadHighs, { type Highs } from "highs";
import type { SolveRequest } from "../../../src/domain/linear-program";
import type { Solving } from "../../../src/geo/siting/problem";
import { solveWith } from "../../../src/workers/solveur/highs";

let loading: Promise<Highs> | null = null;

export function openHighs(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** Runs to its end what asks a solver; `highs` null: there is none. `seen` is told what was asked. */
export function solved<T>(highs: Highs | null, steps: Solving<T>, seen: (request: SolveRequest) => void = () => {}): T {
  let step = steps.next();
  while (step.done !== true) {
    if (typeof step.value === "number") {
      step = steps.next();
      continue;
    }
    seen(step.value);
    step = steps.next(highs === null ? undefined : solveWith(highs, step.value, () => {}));
  }
  return step.value;
}
