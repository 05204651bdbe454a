import type { CandidateSets } from "./candidate-sets";

/** Weights that differ by less than this are the same. */
export const CRUMB = 1e-7;

/** The arcs of groups to the sites they may go to, read both ways; a group's are `start[g] .. start[g + 1] - 1`. */
interface Arcs {
  readonly start: Int32Array;
  readonly site: Int32Array;
  /** Group of each arc. */
  readonly group: Int32Array;
  /** Arcs of each site: `siteStart[s] .. siteStart[s + 1] - 1` in `siteArc`. */
  readonly siteStart: Int32Array;
  readonly siteArc: Int32Array;
}

function arcsOf({ candidates: sites, start, candidate: site, weight }: CandidateSets): Arcs {
  const group = new Int32Array(site.length);
  const siteStart = new Int32Array(sites + 1);
  for (let g = 0; g < weight.length; g += 1) group.fill(g, start[g]!, start[g + 1]!);
  for (const s of site) siteStart[s + 1]! += 1;
  for (let s = 0; s < sites; s += 1) siteStart[s + 1]! += siteStart[s]!;
  const next = siteStart.slice();
  const siteArc = new Int32Array(site.length);
  site.forEach((s, arc) => {
    siteArc[next[s]!] = arc;
    next[s]! += 1;
  });
  return { start, site, group, siteStart, siteArc };
}

/**
 * Who finds a place: groups of inhabitants that may be split, sites that take no more than so much. Sites are opened one by
 * one; each time those without a place take one, and those who have one move to another site when that makes room: the
 * weight served is the most that the open sites can (maximum flow, shortest augmenting paths, Edmonds & Karp 1972). What one
 * more site adds shrinks as sites are opened.
 */
export class Places {
  /** Weight served so far. */
  served = 0;
  private readonly arcs: Arcs;
  private readonly capacity: Float64Array;
  private readonly free: Float64Array;
  private readonly room: Float64Array;
  private readonly flow: Float64Array;
  /** While a site is tried: what each figure was before it changed. */
  private before: (readonly [values: Float64Array, at: number, value: number])[] | null = null;

  /** @param sets groups without parents, whose « candidates » are the sites @param capacity weight that each site takes; Infinity for no limit */
  constructor(sets: CandidateSets, capacity: Float64Array) {
    this.arcs = arcsOf(sets);
    this.capacity = capacity;
    this.free = sets.weight.slice();
    this.room = new Float64Array(capacity.length);
    this.flow = new Float64Array(sets.candidate.length);
  }

  /** Opens a site; gives what it adds to the weight served. */
  open(site: number): number {
    const before = this.served;
    this.set(this.room, site, this.capacity[site]!);
    while (this.room[site]! > CRUMB && this.augment(site));
    return this.served - before;
  }

  /** What opening a site would add, nothing being changed. */
  gainOf(site: number): number {
    const { served } = this;
    this.before = [];
    const gain = this.open(site);
    for (const [values, at, value] of this.before.toReversed()) values[at] = value;
    [this.before, this.served] = [null, served];
    return gain;
  }

  /** Share of each group that each site of it serves, by arc. */
  shares(weight: Float64Array): Float64Array {
    return this.flow.map((value, arc) => value / weight[this.arcs.group[arc]!]!);
  }

  private set(values: Float64Array, at: number, value: number): void {
    this.before?.push([values, at, values[at]!]);
    values[at] = value;
  }

  /** One more path from a site to inhabitants without a place, through groups that make room by moving to it. */
  private augment(site: number): boolean {
    const { start, site: of, group, siteStart, siteArc } = this.arcs;
    // By site reached: the arc by which a group leaves it, and that by which the same group comes to the site before.
    const [leaves, comes] = [new Map<number, number>(), new Map<number, number>()];
    const queue = [site];
    const seen = new Set(queue);
    for (const at of queue) {
      for (let i = siteStart[at]!; i < siteStart[at + 1]!; i += 1) {
        const arc = siteArc[i]!;
        const g = group[arc]!;
        if (this.free[g]! > CRUMB) {
          this.move(site, arc, leaves, comes);
          return true;
        }
        for (let other = start[g]!; other < start[g + 1]!; other += 1) {
          const next = of[other]!;
          if (seen.has(next) || this.flow[other]! <= CRUMB) continue;
          seen.add(next);
          leaves.set(next, other);
          comes.set(next, arc);
          queue.push(next);
        }
      }
    }
    return false;
  }

  /** Moves as much as can along the path that ends by inhabitants of the group of `last` taking a place. */
  private move(site: number, last: number, leaves: ReadonlyMap<number, number>, comes: ReadonlyMap<number, number>): void {
    const { site: of, group } = this.arcs;
    const steps: (readonly [out: number, into: number])[] = [];
    for (let at = of[last]!; at !== site; at = of[comes.get(at)!]!) steps.push([leaves.get(at)!, comes.get(at)!]);
    const amount = Math.min(this.room[site]!, this.free[group[last]!]!, ...steps.map(([out]) => this.flow[out]!));
    this.set(this.free, group[last]!, this.free[group[last]!]! - amount);
    this.set(this.flow, last, this.flow[last]! + amount);
    for (const [out, into] of steps) {
      this.set(this.flow, out, this.flow[out]! - amount);
      this.set(this.flow, into, this.flow[into]! + amount);
    }
    this.set(this.room, site, this.room[site]! - amount);
    this.served += amount;
  }
}
