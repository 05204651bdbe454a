import type { LinearProgram, LinearSolution, SolveRequest } from "../../domain/linear-program";
import { affords, type Rules, spentOn } from "./greedy";
import type { SitingModel } from "./models";
import type { SitingProgram } from "./programs";
import type { ReachMatrix } from "./reach-matrix";

/** Sites that take no more inhabitants than so many. */
export interface Capacities {
  /** Weight that each candidate takes. */
  readonly candidates: Float64Array;
  /** Minutes from the points to the existing sites that take no more than so much. The others count in `base`. */
  readonly existing: ReachMatrix;
  readonly taken: Float64Array;
}

/** Where new sites may go and whom they would serve. */
export interface Siting {
  /** Minutes from the points to the candidates; all that count for the model: see each of them. */
  readonly matrix: ReachMatrix;
  /** Inhabitants of each point; a point of 0 counts for nothing. */
  readonly weight: Float64Array;
  /** Minutes of each point to the nearest existing site; Infinity for none. */
  readonly base: Float64Array;
  /** Sites to add at most; for the LSCP, which counts them, Infinity. */
  readonly p: number;
  /** Minutes within which a point is covered. */
  readonly limit: number;
  /** Weight to cover, the existing sites' included; Infinity for all that can be. */
  readonly need: number;
  readonly rules: Rules;
  /** Absent: every site takes all who come. */
  readonly capacities?: Capacities;
  /** A name a candidate, for the programme: letters, digits and underscores. */
  readonly names: readonly string[];
  /** Time the solver may take in all. */
  readonly seconds: number;
}

/** A choice of sites, and what is known of all others. */
interface Sited {
  readonly ok: true;
  readonly chosen: readonly number[];
  /** What the model makes best: covered weight, number of sites, mean or worst minutes. */
  readonly value: number;
  /** No choice is better than this; equal to `value` when the choice is proven the best. */
  readonly bound: number;
  /** The solver stopped before the end: out of time, of memory, or not there at all. */
  readonly stopped: boolean;
  /** The last programme put to the solver. */
  readonly program: LinearProgram | null;
  /** The programme would be too large to be solved here: nothing was asked. */
  readonly tooLarge?: true;
}

/** Why there is no choice at all. */
type Impossible =
  /** More candidates are imposed than sites asked for. */
  | { readonly cause: "imposes-trop"; readonly imposed: number }
  /** Two imposed candidates are too near to each other. */
  | { readonly cause: "imposes-proches"; readonly pair: readonly [number, number] }
  /** The imposed candidates cost more than the budget. */
  | { readonly cause: "imposes-budget"; readonly spent: number }
  /** No candidate is within the budget; or, with null, no choice that does is. */
  | { readonly cause: "budget"; readonly least: number | null }
  /** The weight can be covered, not within the budget: the choice that does costs so much, less being proven not to do or not. */
  | { readonly cause: "budget-court"; readonly cost: number; readonly sites: number; readonly proven: boolean }
  /** Everybody could be covered, but all the candidates together have not the places: this weight is served at most. */
  | { readonly cause: "places"; readonly most: number }
  /** Everybody must have a place, and as many sites as may open have not enough; `sites` have, null when even all the candidates do not. */
  | { readonly cause: "places-manquent"; readonly missing: number; readonly sites: number | null }
  /** Even with every candidate open, no more than this weight is covered. */
  | { readonly cause: "part"; readonly most: number }
  /** Points that weigh something and that no site, existing or candidate, is within reach of. */
  | { readonly cause: "hors-atteinte"; readonly points: number; readonly weight: number }
  /** Proven: no choice of so many sites does, as they are spaced and imposed. */
  | { readonly cause: "aucun-choix" }
  /** The solver stopped before it found a choice, and so did the quick method. */
  | { readonly cause: "sans-reponse" };

export type SitingAnswer = Sited | ({ readonly ok: false } & Impossible);

/** Yields the share done of what comes before the solver, then asks it by yielding; nothing comes back when there is none. */
export type Solving<T> = Generator<number | SolveRequest, T, LinearSolution | void>;

/** Runs steps that ask nothing of a solver: what comes back to a yield is not for them. */
export function* aside<T>(steps: Generator<number, T, void>): Solving<T> {
  let step = steps.next();
  while (step.done !== true) {
    yield step.value;
    step = steps.next();
  }
  return step.value;
}

/** Candidates at 1 in a solution. */
export function chosenIn({ columns }: SitingProgram, values: Float64Array): readonly number[] {
  return Array.from(columns.keys()).filter((c) => columns[c]! >= 0 && values[columns[c]!]! > 0.5);
}

/**
 * The first answer to give a solver: candidates at 1, and each set hit by one, in the order of the columns, where a row
 * `atteint` lets it be at 1. Null when a candidate chosen is not in the programme.
 */
export function firstValues({ program, columns }: SitingProgram, chosen: readonly number[]): Float64Array | null {
  if (chosen.some((c) => columns[c]! < 0)) return null;
  const values = new Float64Array(program.names.length);
  for (const c of chosen) values[columns[c]!] = 1;
  program.rowNames.forEach((name, row) => {
    if (!name.startsWith("atteint_")) return;
    const [set, ...by] = Array.from(program.column.subarray(program.start[row]!, program.start[row + 1]!));
    if (set !== undefined && by.some((column) => values[column] === 1)) values[set] = 1;
  });
  return values;
}

/** What the rules forbid whatever the minutes. */
export function ruledOut({ rules: { imposed, tooNear, budget }, p }: Siting, model: SitingModel): SitingAnswer | null {
  if (budget !== undefined) {
    if (imposed.length > 0 && !affords(budget, spentOn(budget, imposed))) return { ok: false, cause: "imposes-budget", spent: spentOn(budget, imposed) };
    const least = Math.min(...budget.costs);
    // No site at all may be what an LSCP needs.
    if (model !== "lscp" && !affords(budget, least)) return { ok: false, cause: "budget", least };
  }
  if (imposed.length > p) return { ok: false, cause: "imposes-trop", imposed: imposed.length };
  for (const a of imposed) {
    const b = imposed.find((other) => tooNear[a]?.includes(other) === true);
    if (b !== undefined) return { ok: false, cause: "imposes-proches", pair: [a, b] };
  }
  return null;
}

/** Sums of inhabitants are exact to about this much of themselves. */
export const PRECISION = 1e-9;
