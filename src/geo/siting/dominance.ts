import type { CandidateSets } from "./candidate-sets";

/** What is left of sets without parents: numbers of sets, and 1 for each candidate left. */
export interface Reduced {
  readonly sets: readonly number[];
  readonly alive: Uint8Array;
}

/** Candidates left in each set, and sets (by rank in `sets`) of each candidate; both ascending. */
function incidence({ candidates, start, candidate }: CandidateSets, { sets, alive }: Reduced): { readonly members: readonly Int32Array[]; readonly of: readonly (readonly number[])[] } {
  const of: number[][] = Array.from({ length: candidates }, () => []);
  const members = sets.map((s, rank) => {
    const own = candidate.subarray(start[s]!, start[s + 1]!).filter((c) => alive[c] === 1);
    for (const c of own) of[c]!.push(rank);
    return own;
  });
  return { members, of };
}

/** The numbers that are in all of some lists, none of which has one twice. @param count zeros, left as zeros */
function common(lists: readonly ArrayLike<number>[], count: Int32Array): readonly number[] {
  const shortest = lists.reduce((best, list) => (list.length < best.length ? list : best), lists[0] ?? []);
  for (const list of lists) for (let i = 0; i < list.length; i += 1) count[list[i]!]! += 1;
  const found = Array.from(shortest).filter((one) => count[one] === lists.length);
  for (const list of lists) for (let i = 0; i < list.length; i += 1) count[list[i]!] = 0;
  return found;
}

/** Leaves out a candidate whose sets are all sets of another one; of candidates in the same sets one stays. */
function keepBestCandidates(sets: CandidateSets, reduced: Reduced): Uint8Array {
  const { members, of } = incidence(sets, reduced);
  const alive = reduced.alive.slice();
  const count = new Int32Array(sets.candidates);
  for (let c = 0; c < sets.candidates; c += 1) {
    if (alive[c] === 0) continue;
    const over = common(of[c]!.map((rank) => members[rank]!), count).some((other) => other !== c && alive[other] === 1);
    if (over || of[c]!.length === 0) alive[c] = 0;
  }
  return alive;
}

/** Leaves out a set that holds another one: it is hit whenever that one is. */
function keepSmallestSets(sets: CandidateSets, reduced: Reduced): readonly number[] {
  const { members, of } = incidence(sets, reduced);
  const order = Array.from(members.keys()).toSorted((a, b) => members[a]!.length - members[b]!.length || a - b);
  const gone = new Uint8Array(members.length);
  const count = new Int32Array(members.length);
  for (const rank of order) {
    if (gone[rank] === 1) continue;
    for (const other of common(Array.from(members[rank]!, (c) => of[c]!), count)) if (other !== rank) gone[other] = 1;
  }
  return reduced.sets.filter((_, rank) => gone[rank] === 0);
}

export function whole({ weight, candidates }: CandidateSets): Reduced {
  return { sets: Array.from(weight.keys()), alive: new Uint8Array(candidates).fill(1) };
}

/**
 * Candidates worth keeping to earn weight: some best choice does without the others. Only for sets without parents, and
 * where any candidate may stand for another: no spacing, none imposed.
 */
export function bestCandidates(sets: CandidateSets): Reduced {
  const all = whole(sets);
  return { sets: all.sets, alive: keepBestCandidates(sets, all) };
}

/**
 * What is left when every set must be hit by as few candidates as possible: dominated candidates and sets go in turn until
 * none does. With `replaceable` false (spacing, imposed candidates) only sets go.
 */
export function reduceCover(sets: CandidateSets, replaceable: boolean): Reduced {
  let reduced: Reduced = whole(sets);
  for (;;) {
    const smaller = { sets: keepSmallestSets(sets, reduced), alive: reduced.alive };
    const next = replaceable ? { sets: smaller.sets, alive: keepBestCandidates(sets, smaller) } : smaller;
    const same = next.sets.length === reduced.sets.length && next.alive.every((one, c) => one === reduced.alive[c]);
    if (same || !replaceable) return next;
    reduced = next;
  }
}
