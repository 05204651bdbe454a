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
  /** null when the machine cannot run it; the reason has been said on stderr. */
  run(): Promise<Resultat | null>;
}

export interface Duel<A, B> {
  readonly nom: string;
  readonly titre: string;
  readonly pair: string;
  /** Reads the data once, outside the clock. */
  prepare(): {
    readonly n: number;
    ours(): A;
    peer(): B;
    /** Why the answers are not the same; null when they are. */
    difference(ours: A, peer: B): string | null;
  };
}

const OUR_RUNS = 15;
const PEER_RUNS = 3;

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Rounded to what a clock can tell. */
export function resultat(head: Pick<Bench, "nom" | "pair">, n: number, ours: readonly number[], peer: readonly number[]): Resultat {
  const [ms, pairMs] = [median(ours), median(peer)];
  return { nom: head.nom, ms: Number(ms.toFixed(2)), pair: head.pair, pair_ms: Number(pairMs.toFixed(2)), ratio: Number((ms / pairMs).toPrecision(3)), n };
}

/**
 * Two computations of the same thing on the same data in the same run. Both are run once to compare their answers, which
 * also warms them up; ours, which is short, is warmed up some more.
 */
export function duel<A, B>(spec: Duel<A, B>): Bench {
  const { nom, titre, pair } = spec;
  const run = (): Promise<Resultat> => {
    const { n, ours, peer, difference } = spec.prepare();
    const reason = difference(ours(), peer());
    if (reason !== null) throw new ReponsesDifferentes(`${nom} : réponses différentes (${reason})`);
    for (let k = 0; k < 5; k += 1) ours();
    const peerTimes = Array.from({ length: PEER_RUNS }, () => time(peer));
    const ourTimes = Array.from({ length: OUR_RUNS }, () => time(ours));
    return Promise.resolve(resultat(spec, n, ourTimes, peerTimes));
  };
  return { nom, titre, pair, run };
}
