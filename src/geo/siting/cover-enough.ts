import { type CandidateSets, coverageSets } from "./candidate-sets";
import { type Choice, chooseGreedily, gainOfEach, minutesWith, type Rules, spentOn } from "./greedy";
import { aside, PRECISION, type Siting, type SitingAnswer, type Solving } from "./problem";
import { fits, hitAll, hitEnough, type SitingProgram } from "./programs";
import { ask, NOT_ASKED, sited, total } from "./solving";
import { programToServe } from "./with-places";

/** What an LSCP has to cover. */
interface Wanted {
  /** Weight that all the candidates together cover, existing sites included, and that which is still to be covered. */
  readonly most: number;
  readonly left: number;
  /** Whether all that can be covered must be. */
  readonly everyone: boolean;
  readonly sets: CandidateSets;
}

function* wantedOf({ matrix, weight, base, limit, need }: Siting): Solving<Wanted> {
  const within = (minutes: Float64Array): number => total(minutes.map((value, point) => (value <= limit ? weight[point]! : 0)));
  const most = within(minutesWith(matrix, base, Array.from({ length: matrix.candidates }, (_, c) => c)));
  const slack = PRECISION * Math.max(most, 1);
  return { most, left: Math.min(need, most) - within(base) - slack, everyone: need >= most - slack, sets: yield* aside(coverageSets(matrix, weight, base, limit)) };
}

/** The quick choice that covers what must be, within the rules; null when it does not come to it. */
function quickly({ matrix, weight, base, limit }: Siting, { left }: Wanted, rules: Rules): Choice | null {
  const choice = chooseGreedily(matrix, (point, minutes) => (minutes <= limit ? 0 : weight[point]!), base, rules, (_, gained) => gained >= left);
  return total(choice.gains) >= left ? choice : null;
}

/** Null where it would be too large. @param costs of the candidates; absent: each counts for one */
function programOf({ names }: Siting, { everyone, sets, left }: Wanted, rules: Rules, costs?: Float64Array): SitingProgram | null {
  if (!fits(sets, rules)) return null;
  return everyone ? hitAll(sets, Number.POSITIVE_INFINITY, rules, names, costs) : hitEnough(sets, left, rules, names, costs);
}

/** The quick choice alone: as many of the best sites, each counted as if it were alone, as cover the weight are needed at least. */
function quick({ matrix, weight, base, limit, rules }: Siting, { left }: Wanted, reached: readonly number[]): SitingAnswer {
  const alone = gainOfEach(matrix, (point, minutes) => (minutes <= limit ? 0 : weight[point]!), base).toSorted().toReversed();
  let [least, covered] = [0, 0];
  while (least < alone.length && covered < left) covered += alone[least++]!;
  const answer = sited(reached, reached.length, Math.min(Math.max(least, rules.imposed.length, 1), reached.length), -1, true, null);
  return answer.ok ? { ...answer, tooLarge: true } : answer;
}

/** As few sites as possible for the weight to cover. The matrix holds what is at the limit at most. */
export function* coverEnough(siting: Siting): Solving<SitingAnswer> {
  const { need, rules, seconds } = siting;
  const wanted = yield* wantedOf(siting);
  const { most, left } = wanted;
  if (Number.isFinite(need) && need > most + PRECISION * Math.max(most, 1)) return { ok: false, cause: "part", most };
  const reached = quickly(siting, wanted, rules)?.chosen ?? null;
  const model = programOf(siting, wanted, rules);
  if (left <= 0 && rules.imposed.length === 0) return sited([], 0, 0, -1, false, model?.program ?? null);
  if (model === null) return reached === null ? { ok: false, cause: "sans-reponse" } : quick(siting, wanted, reached);
  const { solution, chosen, ended } = yield* ask(model, reached, seconds);
  if (solution?.status === "infaisable") return { ok: false, cause: "aucun-choix" };
  const known = chosen !== null && (reached === null || chosen.length <= reached.length) ? chosen : reached;
  if (known === null) return { ok: false, cause: "sans-reponse" };
  if (ended) return sited(known, known.length, known.length, -1, false, model.program);
  // A number of sites is whole. Without a solver, one is needed at least.
  const bound = solution === null || !Number.isFinite(solution.bound) ? 1 : Math.ceil(solution.bound - 1e-6);
  return sited(known, known.length, Math.max(bound, rules.imposed.length, 1), -1, true, model.program);
}

/** What it would take for the choice to be possible. */
interface Needed {
  readonly cost: number;
  readonly sites: number;
  /** Whether less is proven not to do. */
  readonly proven: boolean;
}

/** The least that the sites of an LSCP cost when no budget limits them; null when none do, « unknown » when the solver found none. Asked for when its budget is too small. */
export function* neededBudget(siting: Siting): Solving<Needed | "unknown" | null> {
  const { rules: { budget, ...rules }, capacities, seconds } = siting;
  if (budget === undefined) return "unknown";
  const wanted = yield* wantedOf(siting);
  const free: Rules = { ...rules, budget: { costs: budget.costs, most: Number.POSITIVE_INFINITY } };
  const needed = (chosen: readonly number[], proven: boolean): Needed => ({ cost: spentOn(budget, chosen), sites: chosen.length, proven });
  const reached = capacities === undefined ? (quickly(siting, wanted, free)?.chosen ?? null) : null;
  const model = capacities === undefined ? programOf(siting, wanted, rules, budget.costs) : programToServe({ ...siting, rules }, capacities, budget.costs);
  const { solution, chosen, ended } = model === null ? NOT_ASKED : yield* ask(model, reached, seconds);
  if (solution?.status === "infaisable") return null;
  if (chosen !== null) return needed(chosen, ended);
  return reached === null ? "unknown" : needed(reached, false);
}
