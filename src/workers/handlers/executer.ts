import type { Analysis } from "../../analyses/analysis";
import { issue } from "../../domain/issue";
import { failure, success } from "../../domain/outcome";
import type { Loader } from "../loader";
import { pump, type PumpClock } from "../pump";
import type { RunRequest, RunResult } from "../protocol";
import type { Handler } from "../server";
import { lireDonnees } from "./donnees";
import { resultKey } from "../result-key";
import { trouverLieu } from "./lieu";
import type { OuvrirReseau } from "./reseau";

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

export function executer(loader: Loader, analyses: readonly Analysis[], clock: PumpClock, ouvrir: OuvrirReseau): Handler<"executer"> {
  const results = memory();
  return async (ask: RunRequest, job) => {
    const analyse = analyses.find(({ id }) => id === ask.analyse);
    if (analyse === undefined) return failure(issue("analyse-inconnue", "erreur", { analyse: ask.analyse, attendues: analyses.map(({ id }) => id).join(", ") }));
    const params = analyse.parseParams(ask.params);
    if (!params.ok) return params;
    const [lieu, manifeste] = await Promise.all([trouverLieu(loader, ask.perimetre.territoire.code), loader.manifeste()]);
    if (!lieu.ok) return lieu;
    if (!manifeste.ok) return manifeste;
    const key = resultKey({ ...ask, params: params.value }, analyse.version, manifeste.value.version);
    const known = results.get(key);
    if (known !== undefined) return success(known);
    const besoins = analyse.needs(params.value, ask.perimetre, ask.sites !== null);
    const [donnees, reseau] = await Promise.all([lireDonnees(loader, besoins, lieu.value.etendue), ouvrir.premier(analyse, lieu.value, ask, job)]);
    if (!donnees.ok) return donnees;
    if (!reseau.ok) return reseau;
    const first = { donnees: donnees.value, perimetre: ask.perimetre, reseau: reseau.value, selection: ask.selection, sites: ask.sites };
    const inputs = await ouvrir.completer(lieu.value, analyse, params.value, first, job);
    if (!inputs.ok) return inputs;
    const steps = analyse.compute(inputs.value, params.value);
    const output = await pump(steps, { clock, signal: job.signal, onProgress: ({ part }) => job.progress(part) });
    const result = { key, output };
    results.set(key, result);
    return success(result);
  };
}
