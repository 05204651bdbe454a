import type { Rules } from "./greedy";
import type { ReachMatrix } from "./reach-matrix";

/** Sites that may open, with what each takes, and those of them (the first) that are candidates. */
interface Transport {
  readonly matrix: ReachMatrix;
  readonly capacity: Float64Array;
  readonly candidates: number;
  readonly weight: Float64Array;
  /** Minutes to the nearest site that takes all who come; Infinity for none. */
  readonly base: Float64Array;
  readonly p: number;
  readonly rules: Rules;
  /** Time that the proof may take. */
  readonly seconds: number;
}

/** Entries of the matrix that may be read for a second of the solver's, and in all at least: what stands for a limit of time. */
const READINGS_A_SECOND = 4e7;
const READINGS = 1.5e8;
const ROUNDS = 250;
/** Rounds without a better bound before the steps are halved. */
const PATIENCE = 12;

/** Told of a site those who go there, and what each gains. */
type Taker = (point: number, people: number, gain: number) => void;

/** Best use of a site at some prices: those who pay most over their minutes first, until it is full. */
function use({ matrix: { start, point, minutes }, capacity, weight }: Transport, site: number, price: Float64Array, take: Taker): void {
  const [from, to] = [start[site]!, start[site + 1]!];
  if (capacity[site] === Number.POSITIVE_INFINITY) {
    // Who comes first does not matter where all find a place.
    for (let at = from; at < to; at += 1) if (price[point[at]!]! > minutes[at]!) take(point[at]!, weight[point[at]!]!, price[point[at]!]! - minutes[at]!);
    return;
  }
  const worthy: number[] = [];
  for (let at = from; at < to; at += 1) if (weight[point[at]!]! > 0 && price[point[at]!]! > minutes[at]!) worthy.push(at);
  const gain = (at: number): number => price[point[at]!]! - minutes[at]!;
  worthy.sort((a, b) => gain(b) - gain(a));
  let room = capacity[site]!;
  for (const at of worthy) {
    if (room <= 0) break;
    const people = Math.min(room, weight[point[at]!]!);
    take(point[at]!, people, gain(at));
    room -= people;
  }
}

/** Choices met by the prices that are worth trying, the last ones first. */
export const TRIED = 12;

/** Whether no two sites of a choice are too near to each other. */
export const apart = (chosen: readonly number[], { tooNear }: Rules): boolean => chosen.every((a) => !chosen.some((b) => tooNear[a]?.includes(b) === true));

/** What each site would earn at some prices. */
function worths(transport: Transport, price: Float64Array): Float64Array {
  return transport.capacity.map((_, site) => {
    let worth = 0;
    use(transport, site, price, (_point, people, gain) => (worth += people * gain));
    return worth;
  });
}

/** The candidates that earn most together: p at most, or, within a budget, as if the last one could be a part of a site. Gives an upper bound of what they earn. */
function earners(worth: Float64Array, { candidates, p, rules: { imposed, budget } }: Transport): { readonly chosen: readonly number[]; readonly earned: number } {
  const order = Array.from({ length: candidates }, (_, c) => c).toSorted((a, b) => worth[b]! - worth[a]!);
  const free = order.filter((c) => !imposed.includes(c));
  const chosen = [...imposed, ...free.slice(0, Math.max(Math.min(p, candidates) - imposed.length, 0))];
  const counted = chosen.reduce((sum, c) => sum + worth[c]!, 0);
  if (budget === undefined) return { chosen, earned: counted };
  const [within, rate]: [number[], (c: number) => number] = [[...imposed], (c) => worth[c]! / budget.costs[c]!];
  let [left, earned] = [budget.most - imposed.reduce((sum, c) => sum + budget.costs[c]!, 0), imposed.reduce((sum, c) => sum + worth[c]!, 0)];
  for (const c of free.toSorted((a, b) => rate(b) - rate(a))) {
    if (left <= 0) break;
    if (budget.costs[c]! <= left) within.push(c);
    earned += worth[c]! * Math.min(1, left / budget.costs[c]!);
    left -= budget.costs[c]!;
  }
  return { chosen: within, earned: Math.min(earned, counted) };
}

/** What each point pays at first: its way home, or, for those who have none, half as much again as their shortest one. */
function firstPrices({ matrix: { point, minutes }, base }: Transport): Float64Array {
  const nearest = new Float64Array(base.length).fill(Number.POSITIVE_INFINITY);
  point.forEach((one, at) => (nearest[one] = Math.min(nearest[one]!, minutes[at]!)));
  return base.map((home, one) => (home < Number.POSITIVE_INFINITY ? home : nearest[one]! < Number.POSITIVE_INFINITY ? 1.5 * nearest[one]! : 0));
}

/** A bound, and the choices that led to it. */
interface Bounded {
  /** No choice comes under so many minutes × weight. */
  readonly bound: number;
  /** Choices met on the way, each once; spacing is not looked at. */
  readonly met: readonly (readonly number[])[];
}

/**
 * A bound on the least minutes × weight when each goes to a site that has a place: the capacitated p-median where « everybody
 * goes somewhere, once » is paid for by prices, each point's own, instead of being required (Lagrangean relaxation, Pirkul 1987;
 * Beasley 1993); prices are mended by subgradients. As tight as the linear relaxation of the programme, at a small part of its cost. Yields the share done.
 * @param known minutes × weight of a choice, which the bound comes up to
 */
export function* boundByPrices(transport: Transport, known: number): Generator<number, Bounded, void> {
  const { matrix, capacity, candidates, weight, base, seconds } = transport;
  const price = firstPrices(transport);
  const met = new Map<string, readonly number[]>();
  let [bound, share, still] = [0, 1, 0];
  const rounds = Math.min(ROUNDS, Math.max(READINGS, READINGS_A_SECOND * seconds) / (matrix.point.length + 1));
  for (let round = 0; round < rounds && share > 0.02; round += 1) {
    yield round / rounds;
    const each = worths(transport, price);
    const { chosen, earned } = earners(each.subarray(0, candidates), transport);
    met.set(chosen.toSorted((a, b) => a - b).join(), chosen);
    const existing = each.subarray(candidates).reduce((sum, one) => sum + one, 0);
    const worth = price.reduce((sum, minutes, point) => sum + weight[point]! * minutes, 0) - earned - existing;
    still = worth > bound * (1 + 1e-6) ? 0 : still + 1;
    bound = Math.max(bound, worth);
    if (known - bound <= 1e-9 * known) break;
    if (still > 0 && still % PATIENCE === 0) share /= 2;
    const wanting = weight.slice();
    const open = [...chosen, ...Array.from({ length: capacity.length - candidates }, (_, i) => candidates + i)];
    for (const site of open) use(transport, site, price, (point, people) => (wanting[point]! -= people));
    const norm = wanting.reduce((sum, people, point) => (weight[point]! > 0 ? sum + (people * people) / weight[point]! : sum), 0);
    if (norm === 0) break;
    const step = (share * (known - worth)) / norm;
    price.forEach((value, point) => {
      if (weight[point]! > 0) price[point] = Math.min(value + (step * wanting[point]!) / weight[point]!, base[point]!);
    });
  }
  return { bound, met: [...met.values()] };
}
