import FlatQueue from "flatqueue";
import { CRUMB } from "./places";
import type { ReachMatrix } from "./reach-matrix";

/** Minutes that stand for having no place at all: more than any way, so that as many as can be find one. */
export const FAR = 1e4;

/** Minutes that differ by less than this are the same. */
const BLINK = 1e-9;

/** An open site: what it may still take, minutes and inhabitants of each point. */
interface Open {
  readonly minutes: Float64Array;
  readonly flow: Float64Array;
  room: number;
}

/** By site left, then site joined: the points by what one inhabitant gains in moving. A point that nobody is left at may still be there. */
type Moves = readonly (readonly FlatQueue<number>[])[];

/**
 * Who goes where: every inhabitant to one open site that has a place, so that minutes are least in all; a point may be shared
 * among sites. Site 0 is « home »: the nearest existing site that takes all who come, or, at `FAR` minutes, none at all. Each
 * site opened is filled by the shortest chains of moves, one takes the place of another who takes a place elsewhere, until none
 * saves anything: minimum-cost flow by successive shortest paths (Ahuja, Magnanti & Orlin 1993, chapter 9). What one more
 * site saves shrinks as sites are opened (assignment values are submodular, Lehmann, Lehmann & Nisan 2006).
 */
export class Assignment {
  /** Minutes × weight saved since the start, those without a place counting for `FAR`. */
  served = 0;
  private readonly weight: Float64Array;
  private readonly matrix: ReachMatrix;
  private readonly capacity: Float64Array;
  private readonly within: number;
  private sites: Open[];

  /** @param matrix the sites that may open, in minutes @param capacity weight that each takes @param base minutes to « home », Infinity for none @param within minutes beyond which nobody goes */
  constructor(matrix: ReachMatrix, weight: Float64Array, base: Float64Array, capacity: Float64Array, within = Number.POSITIVE_INFINITY) {
    [this.matrix, this.weight, this.capacity, this.within] = [matrix, weight, capacity, within];
    this.sites = [{ minutes: base.map((minutes) => (minutes <= within ? Math.min(minutes, FAR) : FAR)), flow: weight.slice(), room: Number.POSITIVE_INFINITY }];
  }

  /** Opens a site; gives the minutes × weight that it saves. */
  open(site: number): number {
    const before = this.served;
    this.sites.push({ minutes: this.minutesOf(site), flow: new Float64Array(this.weight.length), room: this.capacity[site]! });
    const moves = this.moves();
    while (this.sites.at(-1)!.room > CRUMB && this.fill(moves));
    return this.served - before;
  }

  /** What opening a site would save, nothing being changed. */
  gainOf(site: number): number {
    const { sites, served } = this;
    this.sites = sites.map(({ minutes, flow, room }) => ({ minutes, flow: flow.slice(), room }));
    const gain = this.open(site);
    [this.sites, this.served] = [sites, served];
    return gain;
  }

  /** Weight that has no place; the mean and the worst minutes of the others, NaN where there are none. */
  measure(): { readonly without: number; readonly mean: number; readonly worst: number } {
    let [without, people, total, worst] = [0, 0, 0, Number.NaN];
    for (const { minutes, flow } of this.sites) {
      flow.forEach((amount, point) => {
        if (amount <= CRUMB) return;
        if (minutes[point]! >= FAR) {
          without += amount;
          return;
        }
        people += amount;
        total += amount * minutes[point]!;
        if (!(worst >= minutes[point]!)) worst = minutes[point]!;
      });
    }
    return { without, mean: total / people, worst };
  }

  /** Inhabitants of each point that go to the site opened in that rank, from 1; 0: those at home. */
  flowOf(rank: number): Float64Array {
    return this.sites[rank]!.flow;
  }

  private minutesOf(site: number): Float64Array {
    const { start, point, minutes: times } = this.matrix;
    const minutes = new Float64Array(this.weight.length).fill(Number.POSITIVE_INFINITY);
    for (let at = start[site]!; at < start[site + 1]!; at += 1) if (times[at]! <= this.within) minutes[point[at]!] = times[at]!;
    return minutes;
  }

  private moves(): Moves {
    const moves = this.sites.map(() => this.sites.map(() => new FlatQueue<number>()));
    this.sites.forEach(({ flow }, site) => flow.forEach((amount, point) => amount > CRUMB && this.offer(moves, site, point)));
    return moves;
  }

  /** A point has inhabitants at a site: they may move to each other one. Nobody needs to go home. */
  private offer(moves: Moves, site: number, point: number): void {
    const here = this.sites[site]!.minutes[point]!;
    for (let to = 1; to < this.sites.length; to += 1) {
      const there = this.sites[to]!.minutes[point]!;
      if (to !== site && there < Number.POSITIVE_INFINITY) moves[site]![to]!.push(point, there - here);
    }
  }

  /** The cheapest move from one site to another; the queue's top is then a point that has inhabitants there. */
  private cheapest(moves: Moves, from: number, to: number): number {
    const queue = moves[from]![to]!;
    while (queue.length > 0 && this.sites[from]!.flow[queue.peek()!]! <= CRUMB) queue.pop();
    return queue.peekValue() ?? Number.POSITIVE_INFINITY;
  }

  /** One more chain of moves that ends at the site just opened; false when none saves anything. */
  private fill(moves: Moves): boolean {
    const last = this.sites.length - 1;
    const cost = new Float64Array(last + 1).fill(Number.POSITIVE_INFINITY);
    const next = new Int32Array(last + 1).fill(-1);
    cost[last] = 0;
    // Bellman-Ford: costs may be negative, a chain has each site once.
    for (let changed = true, rounds = 0; changed && rounds <= last; rounds += 1) {
      changed = false;
      for (let to = 1; to <= last; to += 1) {
        if (cost[to] === Number.POSITIVE_INFINITY) continue;
        for (let from = 0; from < last; from += 1) {
          const chain = from === to ? Number.POSITIVE_INFINITY : cost[to]! + this.cheapest(moves, from, to);
          if (chain >= cost[from]! - BLINK) continue;
          [cost[from], next[from]] = [chain, to];
          changed = true;
        }
      }
    }
    const first = cost.indexOf(Math.min(...cost));
    if (cost[first]! >= -BLINK) return false;
    this.shift(moves, first, next);
    return true;
  }

  /** Moves as many as can along a chain. */
  private shift(moves: Moves, first: number, next: Int32Array): void {
    const steps: (readonly [from: number, to: number, point: number])[] = [];
    for (let from = first; next[from]! >= 0; from = next[from]!) steps.push([from, next[from]!, moves[from]![next[from]!]!.peek()!]);
    const site = this.sites.at(-1)!;
    const amount = Math.min(site.room, ...steps.map(([from, , point]) => this.sites[from]!.flow[point]!));
    for (const [from, to, point] of steps) {
      const [left, joined] = [this.sites[from]!, this.sites[to]!];
      if (joined.flow[point]! <= CRUMB) this.offer(moves, to, point);
      left.flow[point]! -= amount;
      joined.flow[point]! += amount;
      this.served += amount * (left.minutes[point]! - joined.minutes[point]!);
    }
    site.room -= amount;
    this.sites[first]!.room += amount;
  }
}
