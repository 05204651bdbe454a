import type { Issue, IssueCode } from "../../domain/issue";
import type { Outcome } from "../../domain/outcome";
import type { Outils } from "./interroger";

/** Requests on their way at once: the rate is kept by the turn each one takes. */
const EN_VOL = 4;
/** Failures in a row after which the engine is left alone. */
const ECHECS_MAX = 3;

/** Troubles that the next request would meet too. */
const SANS_SUITE: ReadonlySet<IssueCode> = new Set<IssueCode>(["moteur-sans-accord", "moteur-cle", "moteur-injoignable", "moteur-debit"]);

/**
 * Asks questions one after the other, some side by side, until the list is empty, the user stops (`outils.signal`), or the
 * engine fails too often and is left alone.
 * @param poser asks one question; null when it was stopped
 * @param recevoir called with each answer, as it comes
 * @returns what was wrong with the answers, each trouble once
 */
export async function parcourir<Q, R>(questions: readonly Q[], outils: Outils, poser: (question: Q, outils: Outils) => Promise<Outcome<R> | null>, recevoir: (question: Q, outcome: Outcome<R>) => void): Promise<readonly Issue[]> {
  const issues = new Map<string, Issue>();
  const halt = new AbortController();
  const both = { ...outils, signal: AbortSignal.any([outils.signal, halt.signal]) };
  const queue = [...questions];
  let failures = 0;
  const work = async (): Promise<void> => {
    for (let question = queue.shift(); question !== undefined && !both.signal.aborted; question = queue.shift()) {
      const outcome = await poser(question, both);
      if (outcome === null) return;
      for (const found of outcome.issues) issues.set(JSON.stringify(found), found);
      failures = outcome.ok ? 0 : failures + 1;
      if (failures >= ECHECS_MAX || outcome.issues.some(({ code }) => SANS_SUITE.has(code))) halt.abort();
      recevoir(question, outcome);
    }
  };
  await Promise.all(Array.from({ length: EN_VOL }, work));
  return [...issues.values()];
}
