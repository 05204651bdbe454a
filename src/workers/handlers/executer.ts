import type { Analysis, Inputs, Params, Reseau } from "../../analyses/analysis";
import type { Entry } from "../../analyses/registry";
import { type Issue, issue, warnings } from "../../domain/issue";
import type { DemandeMoteur } from "../../domain/moteur";
import type { OrigineMinutes } from "../../domain/origine-minutes";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Loader } from "../loader";
import type { MinutesDemandees, Moteurs } from "../moteurs/moteurs";
import { Cancelled, pump, type PumpClock, type Solve } from "../pump";
import type { RunRequest, RunResult } from "../protocol";
import type { Handler, Job } from "../server";
import { lireDonnees } from "./donnees";
import { resultKey } from "../result-key";
import { type Lieu, trouverLieu } from "./lieu";
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

/** Where the minutes of a request will come from. */
interface Route {
  readonly origine: OrigineMinutes["kind"];
  readonly reseau: Reseau | null;
  /** Why there is no graph where there should be one. */
  readonly issues: readonly Issue[];
}

/**
 * The network the analysis drives on: see `OuvrirReseau`. Without one, or when the file of the embedded graph cannot be
 * read, the result is an estimate (or has no minutes) and says so. An imported network that is no longer there is refused.
 */
async function lireRoute(ouvrir: OuvrirReseau, analyse: Analysis, ask: RunRequest, lieu: Lieu, job: Job): Promise<Outcome<Route>> {
  const { moteur, reseau: choix } = ask;
  if (!analyse.reseau) return success({ origine: "route", reseau: null, issues: [] });
  if (moteur !== null && analyse.moteurs) return success({ origine: "moteur", reseau: null, issues: [] });
  const read = await ouvrir.premier(analyse, lieu, ask, job);
  if (!read.ok && choix !== null) return read;
  const reseau = read.ok ? read.value : null;
  return success({ origine: reseau === null ? "estimation" : "route", reseau, issues: warnings(read.issues) });
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

/** A computation about to run: what it reads, and where its minutes come from. */
interface Depart {
  readonly inputs: Inputs;
  readonly route: Route;
}

/** Opens the tiles of the graph that the minutes need. When one cannot be read, the whole result is an estimate: minutes by road and as the crow flies never mix. */
async function completer(ouvrir: OuvrirReseau, lieu: Lieu, analyse: Analysis, params: Params, { inputs, route }: Depart, job: Job): Promise<Depart> {
  const completed = await ouvrir.completer(lieu, analyse, params, inputs, job);
  if (completed.ok) return { inputs: completed.value, route };
  return { inputs: { ...inputs, reseau: null }, route: { origine: "estimation", reseau: null, issues: warnings(completed.issues) } };
}

export function executer(loader: Loader, analyses: readonly Entry[], clock: PumpClock, ouvrir: OuvrirReseau, lireMoteurs: () => Promise<Moteurs>, solve: Solve): Handler<"executer"> {
  const results = memory();
  return async (ask: RunRequest, job) => {
    const entry = analyses.find(({ id }) => id === ask.analyse);
    if (entry === undefined) return failure(issue("analyse-inconnue", "erreur", { analyse: ask.analyse, attendues: analyses.map(({ id }) => id).join(", ") }));
    const analyse = await entry.open();
    const params = analyse.parseParams(ask.params);
    if (!params.ok) return params;
    const [lieu, manifeste] = await Promise.all([trouverLieu(loader, ask.perimetre.territoire.code), loader.manifeste()]);
    if (!lieu.ok) return lieu;
    if (!manifeste.ok) return manifeste;
    const besoins = analyse.needs(params.value, ask.perimetre, ask.sites !== null);
    const [donnees, route] = await Promise.all([lireDonnees(loader, besoins, lieu.value.etendue), lireRoute(ouvrir, analyse, ask, lieu.value, job)]);
    if (!route.ok) return route;
    const keyOf = (origine: Route["origine"]): string => resultKey({ ...ask, params: params.value }, analyse.version, manifeste.value.version, origine);
    const known = results.get(keyOf(route.value.origine));
    if (known !== undefined) return success(known);
    if (!donnees.ok) return donnees;
    const first: Inputs = { donnees: donnees.value, perimetre: ask.perimetre, reseau: route.value.reseau, selection: ask.selection, sites: ask.sites };
    const { inputs: local, route: taken } = await completer(ouvrir, lieu.value, analyse, params.value, { inputs: first, route: route.value }, job);
    const asked = await demander(lireMoteurs, analyse, ask.moteur, local, params.value, job);
    if (!asked.ok) return asked;
    const inputs = asked.value === null ? local : { ...local, moteur: asked.value.moteur };
    const steps = analyse.compute(inputs, params.value);
    const output = await pump(steps, { clock, signal: job.signal, solve, onProgress: ({ part }) => job.progress(taken.origine === "moteur" ? ATTENTE + (1 - ATTENTE) * part : part) });
    const extra = asked.value === null ? taken.issues : asked.value.issues;
    const key = keyOf(taken.origine);
    const result = { key, output: { ...output, issues: [...extra, ...output.issues] } };
    // A result that lacks answers is asked again for the next time.
    if (asked.value?.complet !== false) results.set(key, result);
    return success(result);
  };
}
