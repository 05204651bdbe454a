import { median } from "../budgets/mesures";

/** One line of the report. `ratio` = ours / peer: lower is better. */
export interface Resultat {
  readonly nom: string;
  /** Median of our runs, milliseconds. */
  readonly ms: number;
  /** What we are measured against. */
  readonly pair: string;
  readonly pair_ms: number;
  readonly ratio: number;
  /** 95th percentile of our runs, where a hand waits for each of them. */
  readonly p95_ms?: number;
  /** Size of the problem: points, communes, nodes … */
  readonly n: number;
}

/** Answers that differ make the figures meaningless: the bench throws instead of printing them. */
export class ReponsesDifferentes extends Error {}

export interface Bench {
  readonly nom: string;
  readonly titre: string;
  readonly pair: string;
  /** null when the machine cannot run it; the reason has been said on stderr. Throws PairAbsent, ReponsesDifferentes. */
  run(): Promise<Resultat | null>;
}

/** One side of a match: its answer, and the milliseconds of processor of a few warm runs. */
export interface Coureur<T> {
  answer(): T | Promise<T>;
  times(): Promise<readonly number[]>;
}

export interface Match<A, B> {
  readonly nom: string;
  readonly titre: string;
  readonly pair: string;
  /** Reads the data once, outside the clock. */
  prepare(): Promise<{
    readonly n: number;
    readonly ours: Coureur<A>;
    readonly peer: Coureur<B>;
    /** Why the answers are not the same; null when they are. */
    difference(ours: A, peer: B): string | null;
  }>;
}

export interface Duel<A, B> {
  readonly nom: string;
  readonly titre: string;
  readonly pair: string;
  prepare(): {
    readonly n: number;
    ours(): A;
    peer(): B;
    difference(ours: A, peer: B): string | null;
  };
}

/** The two sides take turns, so that a busy moment of the machine weighs on both. */
const ROUNDS = 3;
const OUR_RUNS = 5;

/** Milliseconds of processor of this process, helper threads included: a busy neighbour does not count. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A computation of this process, run `runs` times a round. */
export function inProcess<T>(run: () => T | Promise<T>, runs: number): Coureur<T> {
  return {
    answer: run,
    async times() {
      const times: number[] = [];
      for (let k = 0; k < runs; k += 1) {
        const before = cpuMs();
        await run();
        times.push(cpuMs() - before);
      }
      return times;
    },
  };
}

/** Ours: short, run more often. */
export function ours<T>(run: () => T): Coureur<T> {
  return inProcess(run, OUR_RUNS);
}

/** Rounded to what a clock can tell. */
export function resultat(head: Pick<Bench, "nom" | "pair">, n: number, mine: readonly number[], peer: readonly number[]): Resultat {
  const [ms, pairMs] = [median(mine), median(peer)];
  return { nom: head.nom, ms: Number(ms.toFixed(2)), pair: head.pair, pair_ms: Number(pairMs.toFixed(2)), ratio: Number((ms / pairMs).toPrecision(3)), n };
}

/**
 * Two computations of the same thing on the same data in the same run. Both are run once to compare their answers, which
 * also warms them up; ours, which is short, is warmed up some more.
 */
export function match<A, B>(spec: Match<A, B>): Bench {
  const { nom, titre, pair } = spec;
  const run = async (): Promise<Resultat> => {
    const sides = await spec.prepare();
    const reason = sides.difference(await sides.ours.answer(), await sides.peer.answer());
    if (reason !== null) throw new ReponsesDifferentes(`${nom} : réponses différentes (${reason})`);
    await sides.ours.times();
    const times = { mine: [] as number[], peer: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.peer.push(...(await sides.peer.times()));
      times.mine.push(...(await sides.ours.times()));
    }
    return resultat(spec, sides.n, times.mine, times.peer);
  };
  return { nom, titre, pair, run };
}

/** A match between two computations of this process. */
export function duel<A, B>(spec: Duel<A, B>): Bench {
  return match({
    nom: spec.nom,
    titre: spec.titre,
    pair: spec.pair,
    prepare: () => {
      const sides = spec.prepare();
      return Promise.resolve({ n: sides.n, ours: ours(() => sides.ours()), peer: inProcess(() => sides.peer(), 1), difference: (a: A, b: B) => sides.difference(a, b) });
    },
  });
}
