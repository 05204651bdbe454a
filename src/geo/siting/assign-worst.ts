import type { LinearProgram } from "../../domain/linear-program";
import { runToEnd } from "../nearest-site";
import { assignInOrder, short, withAll } from "./assign";
import { chooseForWorst, leastWorst, worstValues } from "./center";
import { CRUMB } from "./places";
import { type Capacities, type Siting, type SitingAnswer, type Solving } from "./problem";
import { rowsOf } from "./reach-matrix";
import { ask, everyCandidate, existingOpen, joined, type Limited, limited, programOf, serveGreedily } from "./with-places";

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

const within = (siting: Siting, capacities: Capacities, radius: number): Limited => limited({ ...siting, limit: radius }, capacities);

/** Whether some points that weigh something have no site at all within the radius: their groups are not there to be served. */
function someAlone({ siting: { weight }, sets, before }: Limited): boolean {
  const people = total(weight);
  return before + total(sets.weight) < people - CRUMB * weight.length;
}

const everybody = (one: Limited, served: number): boolean => !someAlone(one) && served >= total(one.sets.weight) - CRUMB * one.sets.weight.length;

/** One site with a place for everybody within a radius; null when none has. */
function alone(siting: Siting, capacities: Capacities, radius: number): readonly number[] | null {
  const one = within(siting, capacities, radius);
  if (someAlone(one)) return null;
  const { chosen, places } = serveGreedily(one, (count) => count >= 1, everyCandidate(siting));
  return everybody(one, places.served) ? chosen : null;
}

/** By how much the radius grows before one that holds is found: wide ones have many more arcs, and are tried last. */
const GROWTH = 1.2;

/** Rank of the least of ascending values that does; `values.length` when none does. @param does never true then false as values grow */
function least(values: Float64Array, does: (value: number) => boolean): number {
  let [low, high] = [0, 0];
  while (high < values.length && !does(values[high]!)) {
    low = high + 1;
    const next = values.subarray(low).findIndex((value) => value >= GROWTH * values[high]!);
    high = high === values.length - 1 ? values.length : next < 0 ? values.length - 1 : low + next;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (does(values[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function radii({ matrix, weight, base }: Siting, { existing }: Capacities): Float64Array {
  const all = joined(matrix, existing);
  return worstValues(all, base, leastWorst(all, weight, base), Number.POSITIVE_INFINITY).filter((value) => value < Number.POSITIVE_INFINITY);
}

/** The least minutes within which everybody has a place when some candidates are open; NaN when places are short. */
export function worstPlaced(siting: Siting, capacities: Capacities, chosen: readonly number[]): number {
  const only: Siting = { ...siting, matrix: rowsOf(siting.matrix, chosen) };
  const open: Capacities = { ...capacities, candidates: Float64Array.from(chosen, (c) => capacities.candidates[c]!) };
  const values = radii(only, open);
  const does = (radius: number): boolean => {
    const one = within(only, open, radius);
    if (someAlone(one)) return false;
    const places = existingOpen(one);
    for (const c of chosen.keys()) places.open(c);
    return everybody(one, places.served);
  };
  return values[least(values, does)] ?? Number.NaN;
}

/** What is known: a choice that holds `values[high]`, and no choice under `values[low]`. */
interface Halving {
  readonly values: Float64Array;
  low: number;
  high: number;
  chosen: readonly number[] | null;
}

/** Halves the interval until it is closed or the time is over: each step asks whether p sites have a place for everybody within a radius. */
function* halve(siting: Siting, capacities: Capacities, halving: Halving): Solving<{ readonly stopped: boolean; readonly program: LinearProgram | null }> {
  let [seconds, program]: [number, LinearProgram | null] = [siting.seconds, null];
  while (halving.low < halving.high) {
    const middle = (halving.low + halving.high) >> 1;
    const one = within(siting, capacities, halving.values[middle]!);
    if (someAlone(one)) {
      halving.low = middle + 1;
      continue;
    }
    const model = programOf(one, total(one.sets.weight) - CRUMB * one.sets.weight.length);
    if (model === null) return { stopped: true, program };
    program = model.program;
    const { chosen, status, seconds: spent } = yield* ask(model, null, seconds);
    if (status === "infaisable") halving.low = middle + 1;
    else if (chosen === null) return { stopped: true, program };
    else {
      halving.chosen = chosen;
      halving.high = Math.min(middle, halving.values.indexOf(worstPlaced(siting, capacities, chosen)));
    }
    seconds -= spent;
    if (seconds <= 0 && halving.low < halving.high) return { stopped: true, program };
  }
  return { stopped: false, program };
}

/** Quick choices: the best for the worst minutes if every site took all who come, and that of the least minutes in all. */
function quickChoices(siting: Siting, capacities: Capacities): readonly (readonly number[])[] {
  const { matrix, weight, base, p, rules } = siting;
  const plain = runToEnd(chooseForWorst(matrix, weight, withAll(base, capacities), p, rules))?.chosen;
  return [...(plain === undefined ? [] : [plain]), assignInOrder(siting, capacities, everyCandidate(siting), p)];
}

/** The best one for one site, which is found by trying each; for more, the quick choice to start from. */
function start(siting: Siting, capacities: Capacities, values: Float64Array): Pick<Halving, "low" | "high" | "chosen"> {
  if (siting.p === 1) {
    const found = least(values, (radius) => alone(siting, capacities, radius) !== null);
    return { low: found, high: found, chosen: values[found] === undefined ? null : alone(siting, capacities, values[found]) };
  }
  const held = quickChoices(siting, capacities).map((chosen) => ({ chosen, high: values.indexOf(worstPlaced(siting, capacities, chosen)) })).filter(({ high }) => high >= 0);
  const best = held.toSorted((a, b) => a.high - b.high)[0];
  return best === undefined ? { low: 0, high: values.length, chosen: null } : { low: 0, ...best };
}

/** Least worst minutes when each goes to a site that has a place (capacitated p-center): the least radius, of all that can be, that p sites hold. */
export function* assignNearest(siting: Siting, capacities: Capacities): Solving<SitingAnswer> {
  const missing = short(siting, capacities);
  if (missing !== null) return missing;
  const values = radii(siting, capacities);
  const halving: Halving = { values, ...start(siting, capacities, values) };
  const { stopped, program } = yield* halve(siting, capacities, halving);
  if (halving.chosen === null) return { ok: false, cause: stopped ? "sans-reponse" : "aucun-choix" };
  const [value, bound] = [values[halving.high]!, values[halving.low]!];
  return { ok: true, chosen: halving.chosen, value, bound, stopped: stopped && bound < value, program };
}
