import type { LinearProgram } from "../../domain/linear-program";
import { assignBest } from "./assign";
import { assignNearest } from "./assign-worst";
import { coverageSets, savingSets } from "./candidate-sets";
import { chooseForWorst, leastWorst, worstOf, worstOfEach, worstValues } from "./center";
import { coverEnough, neededBudget } from "./cover-enough";
import { affords, chooseGreedily, type Cost, gainOfEach, minutesWith } from "./greedy";
import { apart, boundByPrices, TRIED } from "./lagrange";
import type { SitingModel } from "./models";
import { aside, PRECISION, ruledOut, type Siting, type SitingAnswer, type Solving } from "./problem";
import { earnMost, fits, hitAll, type SitingProgram } from "./programs";
import { ask, sited, total } from "./solving";
import { serveEnough, serveMost } from "./with-places";

/** Minutes from which the levels of the p-median are not even gathered, and levels from which they are not put to the solver: it would not prove anything in the time one waits. */
const MOST_MINUTES = 8e6;
const MOST_SETS = 1e5;

/** The value of a choice, as its model counts it. */
type Value = (chosen: readonly number[]) => number;

/** An answer of which the programme was too large to be put to the solver. */
const unasked = (answer: SitingAnswer): SitingAnswer => (answer.ok && answer.stopped ? { ...answer, tooLarge: true } : answer);

/**
 * At most p sites that take most off the cost of the points: MCLP and p-median. One site is found by trying each; more, by
 * the programme of the sets, started from the greedy choice. Without a solver, the bound is that of the p best sites taken
 * each as if it were alone: gains only shrink as sites are added.
 */
function* takeMost(siting: Siting, base: Float64Array, cost: Cost, model: SitingProgram | null, value: Value, gainBound: (gain: number) => number, sign: 1 | -1): Solving<SitingAnswer> {
  const { matrix, p, rules, seconds } = siting;
  const greedy = chooseGreedily(matrix, cost, base, rules, (chosen) => chosen >= p).chosen;
  const alone = gainOfEach(matrix, cost, base).toSorted().toReversed();
  const easy = gainBound(total(alone.subarray(0, p)));
  if (p === 1) return sited(greedy, value(greedy), value(greedy), sign, false, model?.program ?? null);
  if (model === null) return unasked(sited(greedy, value(greedy), easy, sign, true, null));
  const { solution, chosen, ended } = yield* ask(model, greedy, seconds);
  if (solution?.status === "infaisable") return { ok: false, cause: "aucun-choix" };
  const known = chosen === null || sign * (value(chosen) - value(greedy)) < 0 ? greedy : chosen;
  const best = value(known);
  // The programme counts in sums of rounded terms: at its optimum the choice is the best, whatever the last decimals say.
  if (ended && chosen === known) return sited(known, best, best, sign, false, model.program);
  const proven = solution === null || !Number.isFinite(solution.bound) ? easy : gainBound(solution.bound);
  return sited(known, best, sign > 0 ? Math.min(proven, easy) : Math.max(proven, easy), sign, !ended, model.program);
}

/** Most inhabitants within the limit. The matrix holds what is at the limit at most. */
function* mclp(siting: Siting): Solving<SitingAnswer> {
  const { matrix, weight, base, limit, p, rules, names } = siting;
  const cost: Cost = (point, minutes) => (minutes <= limit ? 0 : weight[point]!);
  const covered = (minutes: Float64Array): number => total(minutes.map((value, point) => (value <= limit ? weight[point]! : 0)));
  const before = covered(base);
  const sets = yield* aside(coverageSets(matrix, weight, base, limit));
  const model = fits(sets, rules) ? earnMost(sets, p, rules, names) : null;
  const answer = yield* takeMost(siting, base, cost, model, (chosen) => covered(minutesWith(matrix, base, chosen)), (gain) => before + gain, 1);
  if (!answer.ok || answer.tooLarge !== true) return answer;
  // Those not covered are as those who go on for a minute, the others for none: the bound by prices then counts who is left out.
  const uncovered: Siting = { ...siting, matrix: { ...matrix, minutes: matrix.minutes.map((minutes) => (minutes <= limit ? 0 : 1)) }, base: base.map((minutes) => (minutes <= limit ? 0 : 1)) };
  const all = total(weight);
  const { chosen, cost: out, bound } = yield* priced(uncovered, answer.chosen, all - answer.value);
  return unasked(sited(chosen, all - out, Math.min(answer.bound, all - bound), 1, true, null));
}

/**
 * Least mean minutes. The matrix holds what is nearer than the existing sites. A point that has none is counted one
 * minute beyond its farthest candidate until a site is chosen: any choice then shortens it.
 */
function* pMedian(siting: Siting): Solving<SitingAnswer> {
  const { matrix, weight, p, rules, names } = siting;
  const far = new Float64Array(matrix.points);
  matrix.point.forEach((point, at) => (far[point] = Math.max(far[point]!, matrix.minutes[at]! + 1)));
  const base = siting.base.map((minutes, point) => (minutes < Number.POSITIVE_INFINITY ? minutes : far[point]!));
  const people = total(weight);
  const mean = (minutes: Float64Array): number => total(minutes.map((value, point) => value * weight[point]!)) / people;
  const before = mean(base);
  const sets = matrix.point.length > MOST_MINUTES ? null : yield* aside(savingSets(matrix, weight, base, MOST_SETS));
  const model = sets === null || !fits(sets, rules) ? null : earnMost(sets, p, rules, names);
  const cost: Cost = (point, minutes) => weight[point]! * minutes;
  const answer = yield* takeMost(siting, base, cost, model, (chosen) => mean(minutesWith(matrix, base, chosen)), (gain) => before - gain / people, -1);
  if (!answer.ok || !answer.stopped) return answer;
  const { chosen, cost: least, bound } = yield* priced(siting, answer.chosen, answer.value * people);
  return { ...sited(chosen, least / people, Math.max(answer.bound, bound / people), -1, true, answer.program), ...(answer.tooLarge === true ? { tooLarge: true } : {}) };
}

/** A choice, what it costs in minutes × weight, and the bound by prices: that of the linear relaxation, which the solver had not the time to come to. */
function* priced({ matrix, weight, base, p, rules, seconds }: Siting, first: readonly number[], known: number): Solving<{ readonly chosen: readonly number[]; readonly cost: number; readonly bound: number }> {
  const free = new Float64Array(matrix.candidates).fill(Number.POSITIVE_INFINITY);
  const { bound, met } = yield* aside(boundByPrices({ matrix, capacity: free, candidates: matrix.candidates, weight, base, p, rules, seconds }, known));
  const costOf = (chosen: readonly number[]): number => total(minutesWith(matrix, base, chosen).map((minutes, point) => (weight[point]! > 0 ? minutes * weight[point]! : 0)));
  let best = { chosen: first, cost: known };
  for (const chosen of met.toReversed().filter((one) => apart(one, rules)).slice(0, TRIED)) {
    const cost = costOf(chosen);
    if (cost < best.cost * (1 - PRECISION)) best = { chosen, cost };
  }
  return { ...best, bound: Math.min(bound, best.cost) };
}

/** What is known of the worst minutes: a choice that holds `values[high]`, and no choice under `values[low]`. */
interface Halving {
  readonly values: Float64Array;
  low: number;
  high: number;
  chosen: readonly number[];
}

/** Halves the interval until it is closed or the time is over: each step asks whether p sites hold a radius. */
function* halve(siting: Siting, halving: Halving): Solving<{ readonly stopped: boolean; readonly program: LinearProgram | null; readonly tooLarge?: true }> {
  const { matrix, weight, base, p, rules, names } = siting;
  let [seconds, program]: [number, LinearProgram | null] = [siting.seconds, null];
  while (halving.low < halving.high) {
    const middle = (halving.low + halving.high) >> 1;
    const sets = yield* aside(coverageSets(matrix, weight, base, halving.values[middle]!));
    if (!fits(sets, rules)) return { stopped: true, program: null, tooLarge: true };
    const model = hitAll(sets, p, rules, names);
    program = model.program;
    const { solution, chosen } = yield* ask(model, null, seconds);
    if (solution?.status === "infaisable") halving.low = middle + 1;
    else if (solution === null || chosen === null) return { stopped: true, program };
    else {
      halving.chosen = chosen;
      halving.high = halving.values.indexOf(worstOf(weight, minutesWith(matrix, base, chosen)));
    }
    seconds -= solution?.seconds ?? 0;
    if (seconds <= 0 && halving.low < halving.high) return { stopped: true, program };
  }
  return { stopped: false, program };
}

/** Points that weigh something and that no site is within reach of, existing or not. */
function outOfReach({ matrix, weight, base, capacities }: Siting): SitingAnswer | null {
  const reached = new Uint8Array(matrix.points);
  for (const { point } of capacities === undefined ? [matrix] : [matrix, capacities.existing]) for (const one of point) reached[one] = 1;
  const out = Array.from(base.keys()).filter((point) => weight[point]! > 0 && base[point] === Number.POSITIVE_INFINITY && reached[point] === 0);
  return out.length === 0 ? null : { ok: false, cause: "hors-atteinte", points: out.length, weight: total(out.map((point) => weight[point]!)) };
}

/** One site: each is tried. None is kept when none does better than the existing ones. */
function bestAlone({ matrix, weight, base, rules: { budget } }: Siting): SitingAnswer {
  const each = worstOfEach(matrix, weight, base).map((worst, c) => (budget === undefined || affords(budget, budget.costs[c]!) ? worst : Number.POSITIVE_INFINITY));
  const worst = Math.min(...each);
  if (worst === Number.POSITIVE_INFINITY) return { ok: false, cause: "aucun-choix" };
  return sited(worst < worstOf(weight, base) ? [each.indexOf(worst)] : [], worst, worst, -1, false, null);
}

/** Least worst minutes. The matrix holds what is nearer than the existing sites; all of it where there are none. */
function* pCenter(siting: Siting): Solving<SitingAnswer> {
  const { matrix, weight, base, p, rules } = siting;
  if (p === 1 && rules.imposed.length === 0) return bestAlone(siting);
  const greedy = yield* aside(chooseForWorst(matrix, weight, base, p, rules));
  const most = greedy === null ? Number.POSITIVE_INFINITY : worstOf(weight, greedy.minutes);
  const values = worstValues(matrix, base, leastWorst(matrix, weight, base), most);
  const halving: Halving = { values, low: 0, high: greedy === null ? values.length : values.length - 1, chosen: greedy?.chosen ?? [] };
  const { stopped, program, tooLarge } = yield* halve(siting, halving);
  if (halving.high === values.length) return { ok: false, cause: stopped ? "sans-reponse" : "aucun-choix" };
  const answer = sited(halving.chosen, values[halving.high]!, values[halving.low]!, -1, stopped, program);
  return tooLarge === true ? unasked(answer) : answer;
}

interface Model {
  /** Whether every point must be within reach of some site. */
  readonly everyone: boolean;
  solve(siting: Siting): Solving<SitingAnswer>;
}

/** A model as it is where sites take no more than so many. */
type Counting = (siting: Siting, capacities: NonNullable<Siting["capacities"]>, plain: (siting: Siting) => Solving<SitingAnswer>) => Solving<SitingAnswer>;

function counting(plain: (siting: Siting) => Solving<SitingAnswer>, places: Counting): (siting: Siting) => Solving<SitingAnswer> {
  return (siting) => (siting.capacities === undefined ? plain(siting) : places(siting, siting.capacities, plain));
}

const MODELS: Readonly<Record<SitingModel, Model>> = {
  mclp: { everyone: false, solve: counting(mclp, serveMost) },
  lscp: { everyone: false, solve: counting(coverEnough, serveEnough) },
  "p-median": { everyone: true, solve: counting(pMedian, assignBest) },
  "p-center": { everyone: true, solve: counting(pCenter, assignNearest) },
};

/** Whether a choice was refused for what it costs, or may have been. */
const TOO_DEAR: readonly string[] = ["aucun-choix", "imposes-budget"];

/** An LSCP that its budget does not pay: what it would take. */
function* dearer(model: SitingModel, siting: Siting, answer: SitingAnswer): Solving<SitingAnswer> {
  const { budget } = siting.rules;
  if (answer.ok || budget === undefined || !TOO_DEAR.includes(answer.cause)) return answer;
  const needed = model === "lscp" ? yield* neededBudget(siting) : "unknown";
  // Even at any price there is none: the answer says what else forbids it.
  if (needed === null) return { ok: false, cause: "aucun-choix" };
  if (needed !== "unknown") return { ok: false, cause: "budget-court", ...needed };
  return answer.cause === "aucun-choix" ? { ok: false, cause: "budget", least: null } : answer;
}

/**
 * The best choice of sites of a model, with what is proven of it. Asks the solver by yielding; with nothing in return
 * (no solver) the quick choice stands, with the bound that can be given without one.
 */
export function* optimize(model: SitingModel, siting: Siting): Solving<SitingAnswer> {
  const { everyone, solve } = MODELS[model];
  const answer = ruledOut(siting, model) ?? (everyone ? outOfReach(siting) : null) ?? (yield* solve(siting));
  return yield* dearer(model, siting, answer);
}
