import type { SolveRequest } from "../../domain/linear-program";
import { runToEnd } from "../nearest-site";
import { type CandidateSets, coverageSets } from "./candidate-sets";
import { type Enough, fillGreedily, type Filled } from "./fill-greedily";
import { CRUMB, Places } from "./places";
import { type Capacities, chosenIn, PRECISION, type Siting, type SitingAnswer, type Solving } from "./problem";
import { ProgramBuilder } from "./program-builder";
import { addCandidates, addRules, type SitingProgram, type Term } from "./programs";
import type { ReachMatrix } from "./reach-matrix";

/** Candidates, then the existing sites that are limited, as rows of one matrix. */
export function joined({ candidates, points, start, point, minutes }: ReachMatrix, more: ReachMatrix): ReachMatrix {
  const [all, times] = [new Int32Array(point.length + more.point.length), new Float64Array(point.length + more.point.length)];
  all.set(point);
  all.set(more.point, point.length);
  times.set(minutes);
  times.set(more.minutes, point.length);
  return { candidates: candidates + more.candidates, points, start: Int32Array.from([...start, ...more.start.subarray(1).map((at) => at + point.length)]), point: all, minutes: times };
}

/** A siting read as groups of inhabitants and sites with a capacity. */
export interface Limited {
  readonly siting: Siting;
  /** Groups that no unlimited existing site serves, by the sites they may go to. */
  readonly sets: CandidateSets;
  readonly capacity: Float64Array;
  /** Weight that unlimited existing sites serve. */
  readonly before: number;
}

export function limited(siting: Siting, { candidates, existing, taken }: Capacities): Limited {
  const { matrix, weight, base, limit } = siting;
  return {
    siting,
    sets: runToEnd(coverageSets(joined(matrix, existing), weight, base, limit)),
    capacity: Float64Array.from([...candidates, ...taken]),
    before: base.reduce((sum, minutes, point) => (minutes <= limit ? sum + weight[point]! : sum), 0),
  };
}

/** Places with the limited existing sites open. */
export function existingOpen({ siting: { matrix }, sets, capacity }: Limited): Places {
  const places = new Places(sets, capacity);
  for (let site = matrix.candidates; site < capacity.length; site += 1) places.open(site);
  return places;
}

/** Weight served with some candidates open, with 0, 1, 2… of them in their order. */
export function servedInTurn(siting: Siting, capacities: Capacities, chosen: readonly number[]): readonly number[] {
  const one = limited(siting, capacities);
  const places = existingOpen(one);
  return [one.before + places.served, ...chosen.map((c) => {
    places.open(c);
    return one.before + places.served;
  })];
}

export interface Served extends Filled {
  readonly places: Places;
}

/** Weight within the limit of each site, whether or not another one serves it. */
function reachOf({ sets: { start, candidate: site, weight }, capacity }: Limited): Float64Array {
  const reach = new Float64Array(capacity.length);
  weight.forEach((people, g) => {
    for (let arc = start[g]!; arc < start[g + 1]!; arc += 1) reach[site[arc]!]! += people;
  });
  return reach;
}

/** Chooses, again and again, the candidate that serves most inhabitants more; of those that would be as full, the one with most of them around. */
export function serveGreedily(one: Limited, enough: Enough, among: readonly number[]): Served {
  const places = existingOpen(one);
  return { ...fillGreedily(places, one.siting.rules, reachOf(one), among, enough), places };
}

/** A choice in the order it is told: the imposed first, then the site that serves most inhabitants more. */
export function serveInOrder(siting: Siting, capacities: Capacities, among: readonly number[], most = Number.POSITIVE_INFINITY): Served {
  return serveGreedily(limited(siting, capacities), (chosen) => chosen >= most, among);
}

/**
 * A column a group and a site of it, the share of the group that goes there. Rows: a group is served once at most, and no
 * more than candidates of it are open (implied by whole numbers, tighter without); a site takes no more than its capacity,
 * none when it is closed.
 */
function addPlaces(builder: ProgramBuilder, { siting: { matrix: { candidates }, names }, sets: { start, candidate: site, weight }, capacity }: Limited, columns: Int32Array, worth: (group: number) => number): readonly Term[] {
  const bySite: Term[][] = Array.from(capacity, () => []);
  const served: Term[] = [];
  weight.forEach((people, g) => {
    const arcs = Array.from(site.subarray(start[g]!, start[g + 1]!), (s) => [s, builder.addColumn(`z_${g}_${s}`, worth(g), 0, false)] as const);
    for (const [s, column] of arcs) {
      bySite[s]!.push([column, people]);
      served.push([column, people]);
    }
    const shares = arcs.map(([, column]): Term => [column, 1]);
    if (arcs.length > 1) builder.addRow(`groupe_${g}`, Number.NEGATIVE_INFINITY, shares, 1);
    if (arcs.every(([s]) => s < candidates)) builder.addRow(`ouvert_${g}`, Number.NEGATIVE_INFINITY, [...shares, ...arcs.map(([s]): Term => [columns[s]!, -1])], 0);
  });
  bySite.forEach((terms, s) => {
    const most = Math.min(capacity[s]!, terms.reduce((sum, [, people]) => sum + people, 0));
    if (s >= candidates) builder.addRow(`places_existant_${s - candidates + 1}`, Number.NEGATIVE_INFINITY, terms, most);
    else builder.addRow(`places_${names[s]!}`, Number.NEGATIVE_INFINITY, [...terms, [columns[s]!, -most]], 0);
  });
  return served;
}

/** Shares of groups among sites beyond which the programme is not made: it would not be solved in the time one waits. */
const MOST_SHARES = 3e5;

/** Null where it would be too large. @param need weight to serve; null: as much as can be @param costs of the candidates; absent: each counts for one */
export function programOf(one: Limited, need: number | null, costs?: Float64Array): SitingProgram | null {
  const { names, rules, p, matrix } = one.siting;
  if (one.sets.candidate.length > MOST_SHARES) return null;
  const builder = new ProgramBuilder();
  const columns = addCandidates(builder, names, new Uint8Array(matrix.candidates).fill(1), need === null ? 0 : (costs ?? 1), rules);
  const served = addPlaces(builder, one, columns, (group) => (need === null ? one.sets.weight[group]! : 0));
  if (need !== null) builder.addRow("part", need, served, Number.POSITIVE_INFINITY);
  addRules(builder, names, columns, rules, p);
  return { program: builder.end(need === null ? "max" : "min"), columns };
}

/** The greedy answer as values of the columns: sites, then the shares in the order `addPlaces` made them. */
export function firstOf({ program: { names }, columns }: SitingProgram, { sets }: Limited, { chosen, places }: Served): Float64Array {
  const values = new Float64Array(names.length);
  for (const c of chosen) values[columns[c]!] = 1;
  values.set(places.shares(sets.weight), columns.length);
  return values;
}

export interface Asked {
  readonly chosen: readonly number[] | null;
  readonly status: "optimal" | "infaisable" | "arrete";
  readonly bound: number;
  /** Time the solver took. */
  readonly seconds: number;
}

export function* ask(model: SitingProgram, first: Float64Array | null, seconds: number): Solving<Asked> {
  if (model.program.names.length === 0) return { chosen: [], status: "optimal", bound: 0, seconds: 0 };
  const request: SolveRequest = { program: model.program, first, seconds };
  const solution = (yield request) ?? null;
  if (solution === null) return { chosen: null, status: "arrete", bound: Number.NaN, seconds: 0 };
  const status = solution.status === "echec" ? "arrete" : solution.status;
  return { chosen: solution.values === null ? null : chosenIn(model, solution.values), status, bound: solution.bound, seconds: solution.seconds };
}

const last = (values: readonly number[]): number => values.at(-1)!;

/** Closes the bound on the value where they differ by rounding only. */
function sited(chosen: readonly number[], value: number, bound: number, model: SitingProgram | null): SitingAnswer {
  const open = Math.abs(bound - value) > 1e-6 * Math.max(Math.abs(value), 1);
  return { ok: true, chosen, value, bound: open ? bound : value, stopped: open, program: model?.program ?? null, ...(model === null && open ? { tooLarge: true } : {}) };
}

export const everyCandidate = ({ matrix: { candidates } }: Siting): readonly number[] => Array.from({ length: candidates }, (_, c) => c);

/** Most inhabitants served within the limit by at most p sites (capacitated MCLP, Current & Storbeck 1988). One site is found by trying each. */
export function* serveMost(siting: Siting, capacities: Capacities): Solving<SitingAnswer> {
  const one = limited(siting, capacities);
  const { p, seconds } = siting;
  const greedy = serveGreedily(one, (chosen) => chosen >= p, everyCandidate(siting));
  const valueOf = (chosen: readonly number[]): number => last(servedInTurn(siting, capacities, chosen));
  const quick = valueOf(greedy.chosen);
  const model = programOf(one, null);
  const open = existingOpen(one);
  const alone = everyCandidate(siting).map((c) => open.gainOf(c)).toSorted((a, b) => b - a).slice(0, p);
  // What one more site adds never grows: no choice does better than the best ones each counted alone.
  const easy = one.before + open.served + alone.reduce((sum, gain) => sum + gain, 0);
  if (p === 1 || quick >= easy - CRUMB * greedy.chosen.length) return sited(greedy.chosen, quick, quick, model);
  if (model === null) return sited(greedy.chosen, quick, easy, null);
  const { chosen, status, bound } = yield* ask(model, firstOf(model, one, greedy), seconds);
  if (status === "infaisable") return { ok: false, cause: "aucun-choix" };
  const known = chosen === null || valueOf(chosen) <= quick + CRUMB * chosen.length ? greedy.chosen : chosen;
  const best = valueOf(known);
  if (status === "optimal") return sited(known, best, best, model);
  return sited(known, best, Number.isFinite(bound) ? Math.min(one.before + bound, easy) : easy, model);
}

/** What an LSCP with places has to serve. */
function toServe({ siting: { need }, sets, before }: Limited): { readonly coverable: number; readonly wanted: number; readonly slack: number } {
  const coverable = before + sets.weight.reduce((sum, people) => sum + people, 0);
  return { coverable, wanted: Math.min(need, coverable), slack: PRECISION * Math.max(coverable, 1) };
}

/** The programme of the least dear sites that serve what must be. */
export function programToServe(siting: Siting, capacities: Capacities, costs: Float64Array): SitingProgram | null {
  const one = limited(siting, capacities);
  const { wanted, slack } = toServe(one);
  return programOf(one, wanted - one.before - slack, costs);
}

/** As few sites as possible for the weight to be served; refused when all the candidates together have not the places. */
export function* serveEnough(siting: Siting, capacities: Capacities): Solving<SitingAnswer> {
  const one = limited(siting, capacities);
  const { rules, seconds } = siting;
  const everywhere = last(servedInTurn(siting, capacities, everyCandidate(siting)));
  const { coverable, wanted, slack } = toServe(one);
  if (Number.isFinite(siting.need) && siting.need > coverable + slack) return { ok: false, cause: "part", most: everywhere };
  if (wanted > everywhere + slack) return { ok: false, cause: "places", most: everywhere };
  const need = wanted - one.before - slack;
  const left = need - existingOpen(one).served;
  const model = programOf(one, need);
  if (left <= 0 && rules.imposed.length === 0) return sited([], 0, 0, model);
  const greedy = serveGreedily(one, (_, gained) => gained >= left, everyCandidate(siting));
  const reached = greedy.gains.reduce((sum, gain) => sum + gain, 0) >= left ? greedy : null;
  if (model === null) return reached === null ? { ok: false, cause: "sans-reponse" } : sited(reached.chosen, reached.chosen.length, Math.max(rules.imposed.length, 1), null);
  const { chosen, status, bound } = yield* ask(model, reached === null ? null : firstOf(model, one, reached), seconds);
  if (status === "infaisable") return { ok: false, cause: "aucun-choix" };
  const known = chosen !== null && (reached === null || chosen.length <= reached.chosen.length) ? chosen : (reached?.chosen ?? null);
  if (known === null) return { ok: false, cause: "sans-reponse" };
  if (status === "optimal") return sited(known, known.length, known.length, model);
  return sited(known, known.length, Math.max(Number.isFinite(bound) ? Math.ceil(bound - 1e-6) : 1, rules.imposed.length, 1), model);
}
