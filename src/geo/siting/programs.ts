import type { LinearProgram } from "../../domain/linear-program";
import type { CandidateSets } from "./candidate-sets";
import { bestCandidates, reduceCover, whole } from "./dominance";
import { type Rules, sameCosts } from "./greedy";
import { ProgramBuilder } from "./program-builder";

/** A programme, and the column of each candidate in it; −1 for one that it does without. */
export interface SitingProgram {
  readonly program: LinearProgram;
  readonly columns: Int32Array;
}

export type Term = readonly [column: number, value: number];

/** Whether any candidate may stand for another. */
const replaceable = ({ imposed, tooNear, budget }: Rules): boolean => imposed.length === 0 && tooNear.every((near) => near.length === 0) && (budget === undefined || sameCosts(budget));

/** Sums that the search of dominated candidates may take, and entries of the programme: what a browser does within a minute. */
const MOST_SUMS = 2e10;
const MOST_ENTRIES = 3e6;
/** Pairs of candidates too near to each other: each is a row. */
const MOST_PAIRS = 2e5;

function squares(length: number, at: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < length; i += 1) sum += at(i) ** 2;
  return sum;
}

/** Whether the programme of some sets may be made and solved here. */
export function fits(sets: CandidateSets, rules: Rules): boolean {
  const { start, candidate, weight } = sets;
  if (rules.tooNear.reduce((pairs, near) => pairs + near.length / 2, 0) > MOST_PAIRS) return false;
  if (!replaceable(rules)) return candidate.length <= MOST_ENTRIES;
  const of = new Float64Array(sets.candidates);
  for (const c of candidate) of[c]! += 1;
  return squares(weight.length, (s) => start[s + 1]! - start[s]!) <= MOST_SUMS && squares(sets.candidates, (c) => of[c]!) <= MOST_SUMS;
}

const sum = (columns: ArrayLike<number>): readonly Term[] => Array.from(columns).flatMap((column): Term[] => (column < 0 ? [] : [[column, 1]]));

/** @param names letters, digits and underscores only: the column of « 87085 » is « y_87085 » @param cost the same for all, or that of each */
export function addCandidates(builder: ProgramBuilder, names: readonly string[], alive: Uint8Array, cost: number | Float64Array, { imposed }: Rules): Int32Array {
  return Int32Array.from(names, (name, c) => (alive[c] === 1 ? builder.addColumn(`y_${name}`, typeof cost === "number" ? cost : cost[c]!, imposed.includes(c) ? 1 : 0, true) : -1));
}

/** What a choice may be: at most `most` sites, within the budget, no two of them too near to each other. */
export function addRules(builder: ProgramBuilder, names: readonly string[], columns: Int32Array, { tooNear, budget }: Rules, most: number): void {
  if (Number.isFinite(most)) builder.addRow("nombre", Number.NEGATIVE_INFINITY, sum(columns), most);
  if (budget !== undefined) builder.addRow("budget", Number.NEGATIVE_INFINITY, Array.from(columns).flatMap((column, c): Term[] => (column < 0 ? [] : [[column, budget.costs[c]!]])), budget.most);
  tooNear.forEach((near, a) => {
    for (const b of near) if (a < b) builder.addRow(`espacement_${names[a]!}_${names[b]!}`, Number.NEGATIVE_INFINITY, sum([columns[a]!, columns[b]!]), 1);
  });
}

const ownColumns = ({ start, candidate }: CandidateSets, columns: Int32Array, set: number): readonly number[] =>
  Array.from(candidate.subarray(start[set]!, start[set + 1]!), (c) => columns[c]!).filter((column) => column >= 0);

/**
 * A column a set, at 1 when the set is hit, which one row allows: x ≤ x(parent) + Σ y of its other candidates. A set
 * of one candidate and no parent is that candidate: it needs neither column nor row. Gives the column of each set.
 */
function addSets(builder: ProgramBuilder, sets: CandidateSets, columns: Int32Array, earn: (weight: number) => number): Int32Array {
  const hit = new Int32Array(sets.weight.length);
  sets.weight.forEach((weight, s) => {
    const parent = sets.parent[s]!;
    const by = [...(parent < 0 ? [] : [hit[parent]!]), ...ownColumns(sets, columns, s)];
    if (by.length === 1) {
      hit[s] = by[0]!;
      builder.addCost(hit[s]!, earn(weight));
      return;
    }
    hit[s] = builder.addColumn(`x_${s}`, earn(weight), 0, false);
    builder.addRow(`atteint_${s}`, Number.NEGATIVE_INFINITY, [[hit[s]!, 1], ...by.map((column): Term => [column, -1])], 0);
  });
  return hit;
}

/** At most p candidates that together earn the most: MCLP, and p-median by what it saves. */
export function earnMost(sets: CandidateSets, p: number, rules: Rules, names: readonly string[]): SitingProgram {
  const { alive } = replaceable(rules) && sets.parent.every((one) => one < 0) ? bestCandidates(sets) : whole(sets);
  const builder = new ProgramBuilder();
  const columns = addCandidates(builder, names, alive, 0, rules);
  addSets(builder, sets, columns, (weight) => weight);
  addRules(builder, names, columns, rules, p);
  return { program: builder.end("max"), columns };
}

/** As few candidates as possible (or the least dear), `most` at most, that hit every set (which have no parents): LSCP, and each step of the p-center. */
export function hitAll(sets: CandidateSets, most: number, rules: Rules, names: readonly string[], costs?: Float64Array): SitingProgram {
  const reduced = reduceCover(sets, replaceable(rules) && costs === undefined);
  const builder = new ProgramBuilder();
  const columns = addCandidates(builder, names, reduced.alive, costs ?? 1, rules);
  for (const s of reduced.sets) builder.addRow(`couvrir_${s}`, 1, sum(ownColumns(sets, columns, s)), Number.POSITIVE_INFINITY);
  addRules(builder, names, columns, rules, most);
  return { program: builder.end("min"), columns };
}

/** As few candidates as possible (or the least dear) whose sets weigh `need` at least: LSCP of a share of the inhabitants. */
export function hitEnough(sets: CandidateSets, need: number, rules: Rules, names: readonly string[], costs?: Float64Array): SitingProgram {
  const { alive } = replaceable(rules) && costs === undefined ? bestCandidates(sets) : whole(sets);
  const builder = new ProgramBuilder();
  const columns = addCandidates(builder, names, alive, costs ?? 1, rules);
  const weights = new Map<number, number>();
  addSets(builder, sets, columns, () => 0).forEach((column, s) => weights.set(column, (weights.get(column) ?? 0) + sets.weight[s]!));
  builder.addRow("part", need, Array.from(weights), Number.POSITIVE_INFINITY);
  addRules(builder, names, columns, rules, Number.POSITIVE_INFINITY);
  return { program: builder.end("min"), columns };
}
