import type { LinearSolution } from "../../domain/linear-program";

/** What the worker of the solver says: the gap left, from time to time, then the end. */
export type FromSolver =
  | { readonly type: "ecart"; readonly gap: number }
  | { readonly type: "fin"; readonly solution: LinearSolution };
