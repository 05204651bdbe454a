import { success } from "../../domain/outcome";
import { pump, type PumpClock } from "../pump";
import type { RunRequest, RunResult } from "../protocol";
import type { Handler } from "../server";
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

export function executer(comprendre: Comprendre, clock: PumpClock): Handler<"executer"> {
  const results = memory();
  return async (ask: RunRequest, job) => {
    const demande = await comprendre(ask);
    if (!demande.ok) return demande;
    const { analyse, params, key, lire } = demande.value;
    const known = results.get(key);
    if (known !== undefined) return success(known);
    const inputs = await lire();
    if (!inputs.ok) return inputs;
    const steps = analyse.compute(inputs.value, params);
    const output = await pump(steps, { clock, signal: job.signal, onProgress: ({ part }) => job.progress(part) });
    const result = { key, output };
    results.set(key, result);
    return success(result);
  };
}
