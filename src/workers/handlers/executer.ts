import type { Analysis, Inputs, Params } from "../../analyses/analysis";
import type { Issue } from "../../domain/issue";
import type { DemandeMoteur } from "../../domain/moteur";
import { type Outcome, success } from "../../domain/outcome";
import type { Moteurs } from "../moteurs/moteurs";
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

/** What an outside engine brings to a computation. */
interface Apport {
  readonly inputs: Inputs;
  readonly issues: readonly Issue[];
  /** Whether all that was asked was answered: only then is the result worth keeping. */
  readonly complet: boolean;
}

/** Minutes or zones of an outside engine, when one is asked for and the analysis takes them; null when all is computed here. */
async function demander(lireMoteurs: () => Promise<Moteurs>, analyse: Analysis, demande: DemandeMoteur | null, inputs: Inputs, params: Params, job: Job): Promise<Outcome<Apport | null>> {
  if (demande === null) return success(null);
  const dire = (fait: number, total: number): void => job.progress((ATTENTE * fait) / Math.max(total, 1), { fait, total });
  const aTracer = analyse.aTracer?.(inputs, params) ?? null;
  if (aTracer !== null) {
    const { isochrones, issues, complet } = await (await lireMoteurs()).tracer(demande, aTracer, job.signal, dire);
    return success({ inputs: isochrones === null ? inputs : { ...inputs, isochrones }, issues, complet });
  }
  const matrice = analyse.matrice?.(inputs, params);
  if (matrice === undefined) return success(null);
  if (!matrice.ok) return matrice;
  const asked = await (await lireMoteurs()).demander(demande, matrice.value, job.signal, dire);
  return asked.ok ? success({ ...asked.value, inputs: { ...inputs, moteur: asked.value.moteur } }) : asked;
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
    if (job.signal.aborted) throw new Cancelled();
    if (!asked.ok) return asked;
    const steps = analyse.compute(asked.value?.inputs ?? local, params);
    const output = await pump(steps, { clock, signal: job.signal, solve, onProgress: ({ part }) => job.progress(asked.value !== null ? ATTENTE + (1 - ATTENTE) * part : part) });
    const extra = [...taken.issues, ...(asked.value?.issues ?? [])];
    const key = keyOf(taken.origine);
    const result = { key, output: { ...output, issues: [...extra, ...output.issues] } };
    // A result that lacks answers is asked again for the next time.
    if (asked.value?.complet !== false) results.set(key, result);
    return success(result);
  };
}
