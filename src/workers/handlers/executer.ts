import type { Analysis, Inputs, Params, Reseau } from "../../analyses/analysis";
import { dansEmprise } from "../../analyses/shared/emprise";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Loader } from "../loader";
import { pump, type PumpClock } from "../pump";
import type { RunRequest, RunResult } from "../protocol";
import type { Handler } from "../server";
import { lireDonnees } from "./donnees";
import { resultKey } from "../result-key";
import { type Lieu, trouverLieu } from "./lieu";

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

/** The graph, when the analysis drives and the graph covers the territory: the rule of the command line. */
async function lireReseau(loader: Loader, analyse: Analysis, { territoire, communes }: Lieu, scenario: RunRequest["vitesses"]): Promise<Outcome<Reseau | null>> {
  return analyse.reseau && dansEmprise(territoire, communes.table) ? loader.reseau(scenario) : success(null);
}

/** A run that is understood, with its name; `lire` then loads what it computes with. */
export interface Demande {
  readonly analyse: Analysis;
  readonly params: Params;
  readonly key: string;
  lire(): Promise<Outcome<Inputs>>;
}

/** Understands a request, without loading more than what names it. */
export async function comprendre(loader: Loader, analyses: readonly Analysis[], ask: RunRequest): Promise<Outcome<Demande>> {
  const analyse = analyses.find(({ id }) => id === ask.analyse);
  if (analyse === undefined) return failure(issue("analyse-inconnue", "erreur", { analyse: ask.analyse, attendues: analyses.map(({ id }) => id).join(", ") }));
  const params = analyse.parseParams(ask.params);
  if (!params.ok) return params;
  const [lieu, manifeste] = await Promise.all([trouverLieu(loader, ask.perimetre.territoire.code), loader.manifeste()]);
  if (!lieu.ok) return lieu;
  if (!manifeste.ok) return manifeste;
  const { perimetre, selection, sites } = ask;
  const lire = async (): Promise<Outcome<Inputs>> => {
    const besoins = analyse.needs(params.value, perimetre, sites !== null);
    const [donnees, reseau] = await Promise.all([lireDonnees(loader, besoins, lieu.value.etendue), lireReseau(loader, analyse, lieu.value, ask.vitesses)]);
    if (!donnees.ok) return donnees;
    return reseau.ok ? success({ donnees: donnees.value, perimetre, reseau: reseau.value, selection, sites }) : reseau;
  };
  return success({ analyse, params: params.value, key: resultKey({ ...ask, params: params.value }, analyse.version, manifeste.value.version), lire });
}

export function executer(loader: Loader, analyses: readonly Analysis[], clock: PumpClock): Handler<"executer"> {
  const results = memory();
  return async (ask: RunRequest, job) => {
    const demande = await comprendre(loader, analyses, ask);
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
