import type { Analysis, Inputs, Params } from "../../analyses/analysis";
import type { DemandeMoteur } from "../../domain/moteur";
import { type Outcome, success } from "../../domain/outcome";
import type { MinutesDemandees, Moteurs } from "../moteurs/moteurs";
import { Cancelled, pump, type PumpClock, type Solve } from "../pump";
import type { RunRequest, RunResult } from "../protocol";
import type { Handler, Job } from "../server";
import type { Comprendre } from "./demande";

/** Results kept: a change of mind (undo, two analyses compared) shows at once. */
const GARDES = 12;

function memory(): { get(key: string): RunResult | undefined; set(key: string, result: RunResult): void } {
  const kept = new Map<string, RunResult>();
  return {
    get: (key) => kept.get(key),
    set(key, result) {
      kept.set(key, result);
      const oldest = kept.keys().next();
      if (kept.size > GARDES && oldest.done !== true) kept.delete(oldest.value);
    },
  };
}

/** Share of the progress that waiting for an outside engine takes. */
const ATTENTE = 0.95;

/** Minutes of an outside engine, when one is asked for and the analysis takes them; null when it is computed here. */
async function demander(lireMoteurs: () => Promise<Moteurs>, analyse: Analysis, demande: DemandeMoteur | null, inputs: Inputs, params: Params, job: Job): Promise<Outcome<MinutesDemandees | null>> {
  if (demande === null || analyse.matrice === undefined) return success(null);
  const matrice = analyse.matrice(inputs, params);
  if (!matrice.ok) return matrice;
  const moteurs = await lireMoteurs();
  const asked = await moteurs.demander(demande, matrice.value, job.signal, (fait, total) => job.progress((ATTENTE * fait) / Math.max(total, 1), { fait, total }));
  if (job.signal.aborted) throw new Cancelled();
  return asked;
}

export function executer(comprendre: Comprendre, clock: PumpClock, lireMoteurs: () => Promise<Moteurs>, solve: Solve): Handler<"executer"> {
  const results = memory();
  return async (ask: RunRequest, job) => {
    const demande = await comprendre(ask, job);
    if (!demande.ok) return demande;
    const { analyse, params, route, keyOf, lire } = demande.value;
    const known = results.get(keyOf(route.origine));
    if (known !== undefined) return success(known);
    const depart = await lire();
    if (!depart.ok) return depart;
    const { inputs: local, route: taken } = depart.value;
    const asked = await demander(lireMoteurs, analyse, ask.moteur, local, params, job);
    if (!asked.ok) return asked;
    const inputs = asked.value === null ? local : { ...local, moteur: asked.value.moteur };
    const steps = analyse.compute(inputs, params);
    const output = await pump(steps, { clock, signal: job.signal, solve, onProgress: ({ part }) => job.progress(taken.origine === "moteur" ? ATTENTE + (1 - ATTENTE) * part : part) });
    const extra = asked.value === null ? taken.issues : asked.value.issues;
    const key = keyOf(taken.origine);
    const result = { key, output: { ...output, issues: [...extra, ...output.issues] } };
    // A result that lacks answers is asked again for the next time.
    if (asked.value?.complet !== false) results.set(key, result);
    return success(result);
  };
}
