import { type Bench, ReponsesDifferentes, type Resultat } from "./bench";
import { PairAbsent } from "./pairs";

export interface Bilan {
  readonly results: readonly Resultat[];
  /** Benches whose two answers differ. */
  readonly refused: number;
}

/** Runs the benches one after the other. What has no figure is said, with the reason, and has no line. */
export async function lancer(benches: readonly Bench[], say: (line: string) => void): Promise<Bilan> {
  const results: Resultat[] = [];
  let refused = 0;
  for (const bench of benches) {
    try {
      const result = await bench.run();
      if (result !== null) results.push(result);
    } catch (error) {
      if (error instanceof PairAbsent) say(`*** ${bench.nom} : NON MESURÉ, ${error.message} ***`);
      else if (error instanceof ReponsesDifferentes) {
        refused += 1;
        say(`*** ${error.message} ***`);
      } else throw error;
    }
  }
  return { results, refused };
}
