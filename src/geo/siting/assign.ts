import { Assignment } from "./assignment";
import { transpose } from "./candidate-sets";
import { type Enough, fillGreedily, type Filled } from "./fill-greedily";
import { affords } from "./greedy";
import { apart, boundByPrices, TRIED } from "./lagrange";
import { CRUMB } from "./places";
import { aside, type Capacities, PRECISION, type Siting, type SitingAnswer, type Solving } from "./problem";
import { ProgramBuilder } from "./program-builder";
import { addCandidates, addRules, type SitingProgram, type Term } from "./programs";
import type { ReachMatrix } from "./reach-matrix";
import { ask, everyCandidate, joined } from "./with-places";

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Columns beyond which the programme is not put to the solver: it would not prove anything in the time one waits. */
const MOST_COLUMNS = 60_000;

/** A siting whose inhabitants each go to one site that has a place: candidates, then the limited existing sites. */
interface Assigned {
  readonly siting: Siting;
  readonly matrix: ReachMatrix;
  readonly capacity: Float64Array;
}

function assigned(siting: Siting, { candidates, existing, taken }: Capacities): Assigned {
  return { siting, matrix: joined(siting.matrix, existing), capacity: Float64Array.from([...candidates, ...taken]) };
}

/** The limited existing sites open, nobody going beyond `within` minutes. */
function opened({ siting: { matrix: { candidates }, weight, base }, matrix, capacity }: Assigned, within?: number): Assignment {
  const assignment = new Assignment(matrix, weight, base, capacity, within);
  for (let site = candidates; site < capacity.length; site += 1) assignment.open(site);
  return assignment;
}

function fill(one: Assigned, enough: Enough, among: readonly number[]): Filled & { readonly assignment: Assignment } {
  const assignment = opened(one);
  return { ...fillGreedily(assignment, one.siting.rules, new Float64Array(one.capacity.length), among, enough), assignment };
}

/** Sites of a choice, `most` at most, in the order they are told: the imposed first, then the one that saves most minutes. */
export function assignInOrder(siting: Siting, capacities: Capacities, among: readonly number[], most = Number.POSITIVE_INFINITY): readonly number[] {
  return fill(assigned(siting, capacities), (chosen) => chosen >= most, among).chosen;
}

/** Where everybody goes with some candidates open: weight without a place, mean and worst minutes. @param within minutes beyond which nobody goes */
export function assign(siting: Siting, capacities: Capacities, chosen: readonly number[], within?: number): ReturnType<Assignment["measure"]> {
  const assignment = opened(assigned(siting, capacities), within);
  for (const c of chosen) assignment.open(c);
  return assignment.measure();
}

/** Whether so many candidates, however chosen, have not the places for all who have no unlimited site: how many places are missing, and how many sites it takes at least. */
export function short({ weight, base, p, rules: { budget } }: Siting, { candidates, taken }: Capacities): SitingAnswer | null {
  const people = base.reduce((sum, minutes, point) => (minutes === Number.POSITIVE_INFINITY ? sum + weight[point]! : sum), 0);
  let spent = 0;
  const paid = budget === undefined ? Number.POSITIVE_INFINITY : budget.costs.toSorted().findIndex((cost) => !affords(budget, (spent += cost)));
  const most = Math.min(p, paid < 0 ? candidates.length : paid, candidates.length);
  const places = candidates.toSorted().toReversed();
  const missing = people - total(taken) - total(places.subarray(0, most));
  if (missing <= PRECISION * Math.max(people, 1)) return null;
  let [left, sites] = [people - total(taken), 0];
  for (; left > PRECISION * people && sites < places.length; sites += 1) left -= places[sites]!;
  return { ok: false, cause: "places-manquent", missing, sites: left > PRECISION * people ? null : sites };
}

/**
 * Least mean minutes when each goes to a site that has a place (capacitated p-median): z_ij, the share of point i that goes to j,
 * earns what it saves on « home »; Σ_j z_ij ≤ 1 (= 1 for those who have no home); z_ij ≤ y_j, tighter than needed; Σ_i a_i z_ij ≤ Q_j y_j.
 */
function medianProgram({ siting: { matrix: { candidates }, weight, base, names, rules, p }, matrix, capacity }: Assigned): SitingProgram & { readonly before: number } {
  const builder = new ProgramBuilder();
  const columns = addCandidates(builder, names, new Uint8Array(candidates).fill(1), 0, rules);
  const by = transpose(matrix);
  const bySite: Term[][] = Array.from(capacity, () => []);
  let before = 0;
  weight.forEach((people, point) => {
    if (!(people > 0)) return;
    const [from, to] = [by.start[point]!, by.start[point + 1]!];
    const homeless = base[point] === Number.POSITIVE_INFINITY;
    const home = homeless ? Math.max(...by.minutes.subarray(from, to)) + 1 : base[point]!;
    before += people * home;
    const shares: Term[] = [];
    for (let at = from; at < to; at += 1) {
      if (by.minutes[at]! >= home) continue;
      const site = by.candidate[at]!;
      const column = builder.addColumn(`z_${point}_${site}`, people * (home - by.minutes[at]!), 0, false);
      shares.push([column, 1]);
      bySite[site]!.push([column, people]);
      if (site < candidates) builder.addRow(`ouvert_${point}_${names[site]!}`, Number.NEGATIVE_INFINITY, [[column, 1], [columns[site]!, -1]], 0);
    }
    if (shares.length > 0) builder.addRow(`point_${point}`, homeless ? 1 : Number.NEGATIVE_INFINITY, shares, 1);
  });
  bySite.forEach((terms, s) => {
    const most = Math.min(capacity[s]!, terms.reduce((sum, [, people]) => sum + people, 0));
    if (s >= candidates) builder.addRow(`places_existant_${s - candidates + 1}`, Number.NEGATIVE_INFINITY, terms, most);
    else builder.addRow(`places_${names[s]!}`, Number.NEGATIVE_INFINITY, [...terms, [columns[s]!, -most]], 0);
  });
  addRules(builder, names, columns, rules, p);
  return { program: builder.end("max"), columns, before };
}

/** A choice and who goes where as values of the columns, which are the points' one after the other, and their sites in order. */
function firstValues({ siting: { matrix: { candidates }, weight }, capacity }: Assigned, { program, columns }: SitingProgram, chosen: readonly number[], assignment: Assignment): Float64Array {
  const values = new Float64Array(program.names.length);
  for (const c of chosen) values[columns[c]!] = 1;
  const ranks = new Map<number, number>();
  for (let site = candidates; site < capacity.length; site += 1) ranks.set(site, site - candidates + 1);
  chosen.forEach((c, i) => ranks.set(c, capacity.length - candidates + i + 1));
  for (let column = candidates; column < values.length; column += 1) {
    const [, point, site] = program.names[column]!.split("_").map(Number);
    const rank = ranks.get(site!);
    if (rank !== undefined) values[column] = assignment.flowOf(rank)[point!]! / weight[point!]!;
  }
  return values;
}

interface Found {
  readonly chosen: readonly number[];
  readonly mean: number;
}

function answered({ chosen, mean }: Found, bound: number, program: SitingProgram["program"] | null): SitingAnswer {
  const open = mean - bound > 1e-6 * Math.max(mean, 1);
  return { ok: true, chosen, value: mean, bound: open ? bound : mean, stopped: open, program };
}

/** Minutes to the nearest existing site, as if all of them took all who come. */
export function withAll(base: Float64Array, { existing }: Capacities): Float64Array {
  const nearest = base.slice();
  existing.point.forEach((point, at) => (nearest[point] = Math.min(nearest[point]!, existing.minutes[at]!)));
  return nearest;
}

/** As if every site took all who come. */
function unlimited(siting: Siting, capacities: Capacities): Siting {
  const { capacities: _counted, ...rest } = siting;
  return { ...rest, base: withAll(siting.base, capacities), seconds: siting.seconds / 3 };
}

/**
 * Least mean minutes with places. Without them nobody goes farther: the best choice of the plain model bounds this one, and is
 * often it. The programme with places is put to the solver where that does not prove it, and where it is not too large.
 */
export function* assignBest(siting: Siting, capacities: Capacities, plain: (siting: Siting) => Solving<SitingAnswer>): Solving<SitingAnswer> {
  const missing = short(siting, capacities);
  if (missing !== null) return missing;
  const one = assigned(siting, capacities);
  const { p, weight, seconds } = siting;
  const tell = (chosen: readonly number[]): Found => {
    const { without, mean } = assign(siting, capacities, chosen);
    return { chosen, mean: without > CRUMB * weight.length ? Number.POSITIVE_INFINITY : mean };
  };
  const greedy = fill(one, (chosen) => chosen >= p, everyCandidate(siting));
  const quick = tell(greedy.chosen);
  if (p === 1 && quick.mean < Number.POSITIVE_INFINITY) return answered(quick, quick.mean, null);
  const relaxed = yield* plain(unlimited(siting, capacities));
  if (!relaxed.ok) return relaxed;
  const first = better(quick, tell(relaxed.chosen));
  if (first.mean < Number.POSITIVE_INFINITY && first.mean - relaxed.bound <= SAME * first.mean) return answered(first, first.mean, relaxed.program);
  const { best, bound } = yield* priced(one, first, relaxed.bound, tell);
  if (best.mean < Number.POSITIVE_INFINITY && best.mean - bound <= SAME * best.mean) return answered(best, best.mean, relaxed.program);
  const columns = one.matrix.point.length + siting.matrix.candidates;
  if (columns <= MOST_COLUMNS) return yield* proveMedian(one, best, bound, tell, (2 * seconds) / 3);
  return best.mean === Number.POSITIVE_INFINITY ? { ok: false, cause: "sans-reponse" } : answered(best, bound, relaxed.program);
}

/** Minutes that differ by less than this share are the same. */
const SAME = 1e-9;

const better = (a: Found, b: Found): Found => (b.mean < a.mean ? b : a);

/** The bound by prices, and the best of the choices that led to it, the last ones first. */
function* priced({ siting, matrix, capacity }: Assigned, first: Found, known: number, tell: (chosen: readonly number[]) => Found): Solving<{ readonly best: Found; readonly bound: number }> {
  if (first.mean === Number.POSITIVE_INFINITY) return { best: first, bound: known };
  const { weight, base, p, rules, seconds } = siting;
  const people = total(weight);
  const { bound, met } = yield* aside(boundByPrices({ matrix, capacity, candidates: siting.matrix.candidates, weight, base, p, rules, seconds }, first.mean * people));
  const best = met.toReversed().filter((chosen) => apart(chosen, rules)).slice(0, TRIED).map(tell).reduce(better, first);
  return { best, bound: Math.min(Math.max(known, bound / people), best.mean) };
}

function* proveMedian(one: Assigned, first: Found, known: number, tell: (chosen: readonly number[]) => Found, seconds: number): Solving<SitingAnswer> {
  const model = medianProgram(one);
  const from = opened(one);
  for (const c of first.chosen) from.open(c);
  const start = first.mean === Number.POSITIVE_INFINITY ? null : firstValues(one, model, first.chosen, from);
  const { chosen, status, bound } = yield* ask(model, start, seconds);
  if (status === "infaisable") return { ok: false, cause: "aucun-choix" };
  const solved = chosen === null ? first : tell(chosen);
  const best = better(first, solved);
  if (best.mean === Number.POSITIVE_INFINITY) return { ok: false, cause: "sans-reponse" };
  if (status === "optimal") return answered(best, best.mean, model.program);
  const proven = Number.isFinite(bound) ? (model.before - bound) / total(one.siting.weight) : known;
  return answered(best, Math.max(known, proven), model.program);
}
