/** A linear programme, some of whose columns are whole numbers: plain data, for a solver or a file. */
export interface LinearProgram {
  readonly sense: "max" | "min";
  /** One entry a column. */
  readonly names: readonly string[];
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 for a column of whole numbers. */
  readonly integer: Uint8Array;
  /** One entry a row: `rowLower <= row <= rowUpper`, infinite where there is no bound. */
  readonly rowNames: readonly string[];
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Compressed sparse rows: entries of row r are `start[r] .. start[r + 1] - 1`. */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** A programme to solve. */
export interface SolveRequest {
  readonly program: LinearProgram;
  /** A good answer to start from: one value a column. */
  readonly first: Float64Array | null;
  /** Time it may take, seconds. */
  readonly seconds: number;
}

/** What a solver answers. */
export interface LinearSolution {
  /** `arrete`: out of time, the best answer and its bound are kept. `echec`: out of memory, or a defect of the solver. */
  readonly status: "optimal" | "infaisable" | "arrete" | "echec";
  /** One value a column; null when no answer was found. */
  readonly values: Float64Array | null;
  /** No answer is better than this: above the optimum of a maximum, under that of a minimum; infinite or NaN when nothing is known. */
  readonly bound: number;
  /** Time it took. */
  readonly seconds: number;
}
