import type { Description, Params } from "../../analyses/analysis";
import { SELECTION_PAR_DEFAUT } from "../../domain/genre-site";
import type { DemandeMoteur } from "../../domain/moteur";
import { issue } from "../../domain/issue";
import { failure, type Outcome, success } from "../../domain/outcome";
import type { Territoire } from "../../domain/perimetre";
import type { Document } from "../../project/document";
import { etatsCompares } from "../../project/etats";
import { NOTICE } from "../../textes/notices";
import type { Compte, RunRequest } from "../../workers/protocol";
import { moteurActif } from "../moteur";
import { debounce, latest, noter, noterEchec, parImage, patch } from "./context";
import type { Contexte } from "./context";

/** Changes come in bursts (a slider): the last one of a burst is computed. */
const CALME_MS = 120;

/** Keeps the result on screen that of the document. */
export interface Results {
  /** The document changed: the result on screen is « périmé », another one is asked for after a quiet moment. */
  perimer(): void;
  lancer(): void;
  annuler(): void;
  arreter(): void;
}

/** What a computation of the moment is asked with. */
interface Run {
  readonly analyse: Description;
  readonly params: Params;
  readonly document: Document;
}

/** A saved document may name an analysis or a parameter that this version does not know. */
function prepare(document: Document, analyses: readonly Description[]): Outcome<Run> {
  const analyse = analyses.find(({ id }) => id === document.analyse);
  if (analyse === undefined) {
    return failure(issue("analyse-inconnue", "erreur", { analyse: document.analyse, attendues: analyses.map(({ id }) => id).join(", ") }));
  }
  const params = analyse.parseParams(document.params[document.analyse]);
  return params.ok ? success({ analyse, params: params.value, document }) : params;
}

/** Every site of the kinds the analysis travels to, those the user excluded included: they stay in the list, unticked. */
async function chargerSites(contexte: Contexte, { analyse, params, document }: Run, signal: AbortSignal): Promise<void> {
  const genres = analyse.genres(params);
  if (document.sites !== null || genres.length === 0) return patch(contexte, "datasets", { sites: document.sites });
  const selection = { ...document.selection, exclus: [] };
  const reply = await contexte.client.ask("sites", { genres, territoire: document.territoire, selection }, { signal });
  if (reply.ok) patch(contexte, "datasets", { sites: reply.value });
  if (reply.ok || reply.cause === "annulee") return;
  // Whatever is missing is also said by the computation, which reads the same files.
  patch(contexte, "datasets", { sites: null });
  if (reply.cause === "panne") noterEchec(contexte, reply);
}

/** What the worker is asked to compute. */
function demandeDe({ analyse, params, document }: Run, territoire: Territoire, actif: DemandeMoteur | null): RunRequest {
  const { niveau, selection, sites, reseau, vitesses, medecins } = document;
  const moteur = analyse.moteurs === false ? null : actif;
  const base = { analyse: analyse.id, params, perimetre: { territoire, niveau }, sites, reseau, moteur };
  // Each state brings its own changes.
  if (analyse.etats === true) return { ...base, selection: { ...SELECTION_PAR_DEFAUT, corrections: selection.corrections }, vitesses: null, etats: etatsCompares(document, params) };
  // An outside engine drives at its own speeds; zones of ours stand beside its own.
  return { ...base, selection, ...(Object.keys(medecins).length === 0 ? {} : { medecins }), vitesses: analyse.reseau && (moteur === null || analyse.moteurs === "isochrones") ? vitesses : null };
}

/** The run that a document asks for, computed here whatever engine the screen asks. Refused as the screen would. */
export function demandePour(document: Document, territoire: Territoire, analyses: readonly Description[]): Outcome<RunRequest> {
  const prepared = prepare(document, analyses);
  return prepared.ok ? success(demandeDe(prepared.value, territoire, null)) : prepared;
}

/** The run that the document asks for; null until its territory is loaded, or when it cannot be understood. */
export function demandeCourante({ store, analyses }: Contexte): RunRequest | null {
  const { document, datasets } = store.getState();
  const territoire = datasets.territoire?.territoire;
  const prepared = prepare(document.courant, analyses);
  return territoire?.code !== document.courant.territoire || !prepared.ok ? null : demandeDe(prepared.value, territoire, moteurActif(store.getState()));
}

async function calculer(contexte: Contexte, { analyse, params, document }: Run, signal: AbortSignal): Promise<void> {
  const { territoire } = contexte.store.getState().datasets;
  if (territoire === null) return;
  patch(contexte, "results", { etat: "calcul", part: 0, compte: null });
  const ask = demandeDe({ analyse, params, document }, territoire.territoire, moteurActif(contexte.store.getState()));
  const onProgress = parImage(contexte.effects, (part: number, compte: Compte | null = null): void => {
    if (!signal.aborted && contexte.store.getState().results.etat === "calcul") patch(contexte, "results", { part, compte });
  });
  const reply = await contexte.client.ask("executer", ask, { signal, onProgress });
  // A newer computation, or the user, took over.
  if (signal.aborted) return;
  if (reply.ok) return patch(contexte, "results", { etat: "a-jour", part: 1, compte: null, courant: reply.value, issues: reply.value.output.issues });
  patch(contexte, "results", { etat: "echec", part: 0, compte: null, issues: reply.cause === "refus" ? reply.issues : [] });
  if (reply.cause === "panne") noter(contexte, "erreur", NOTICE.calculEnPanne(reply.message));
}

export function createResults(contexte: Contexte): Results {
  const { store, effects, analyses } = contexte;
  const calcul = latest();
  const sites = latest();

  const lancer = (): void => {
    quiet.cancel();
    const { document, datasets } = store.getState();
    // Until the territory of the document is there, its result could not be drawn: its arrival launches again.
    if (datasets.territoire?.territoire.code !== document.courant.territoire) return;
    const prepared = prepare(document.courant, analyses);
    if (!prepared.ok) return patch(contexte, "results", { etat: "echec", part: 0, issues: prepared.issues });
    const run = prepared.value;
    void calculer(contexte, run, calcul.next());
    void chargerSites(contexte, run, sites.next());
  };
  const quiet = debounce(effects, CALME_MS, lancer);
  const perime = (): void => {
    quiet.cancel();
    calcul.cancel();
    patch(contexte, "results", { etat: store.getState().results.courant === null ? "attente" : "perime", part: 0, compte: null });
  };

  return {
    lancer,
    perimer() {
      perime();
      quiet.call();
    },
    annuler() {
      const { etat } = store.getState().results;
      if (etat === "calcul" || etat === "perime") perime();
    },
    arreter() {
      quiet.cancel();
      calcul.cancel();
      sites.cancel();
    },
  };
}
