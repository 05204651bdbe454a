import type { Analysis, Params } from "../../analyses/analysis";
import type { Document } from "../../project/document";
import { NOTICE } from "../../textes/notices";
import { debounce, latest, noter, noterEchec, patch } from "./context";
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

/** The parameters an analysis runs with: its defaults, then the choices of the document. Null for an unknown analysis. */
export function paramsOf(document: Document, analyses: readonly Analysis[]): { readonly analyse: Analysis; readonly params: Params } | null {
  const analyse = analyses.find(({ id }) => id === document.analyse);
  return analyse === undefined ? null : { analyse, params: { ...analyse.defaults, ...document.params[document.analyse] } };
}

/** What a computation of the moment is asked with. */
interface Run {
  readonly analyse: Analysis;
  readonly params: Params;
  readonly document: Document;
}

/** Every site of the kinds the analysis travels to, those the user excluded included: they stay in the list, unticked. */
async function chargerSites(contexte: Contexte, { analyse, params, document }: Run, signal: AbortSignal): Promise<void> {
  const genres = analyse.genres(params);
  if (document.sites !== null || genres.length === 0) return patch(contexte, "datasets", { sites: document.sites });
  const selection = { exclus: [], corrections: document.selection.corrections };
  const reply = await contexte.client.ask("sites", { genres, territoire: document.territoire, selection }, { signal });
  if (reply.ok) patch(contexte, "datasets", { sites: reply.value });
  // Whatever is missing is also said by the computation, which reads the same files.
  else if (reply.cause === "panne") noterEchec(contexte, reply);
}

async function calculer(contexte: Contexte, { analyse, params, document }: Run, signal: AbortSignal): Promise<void> {
  const { territoire } = contexte.store.getState().datasets;
  if (territoire === null) return;
  patch(contexte, "results", { etat: "calcul", part: 0 });
  const ask = {
    analyse: analyse.id,
    params,
    perimetre: { territoire: territoire.territoire, niveau: document.niveau },
    selection: document.selection,
    sites: document.sites,
  };
  const onProgress = (part: number): void => {
    if (!signal.aborted) patch(contexte, "results", { part });
  };
  const reply = await contexte.client.ask("executer", ask, { signal, onProgress });
  // A newer computation, or the user, took over.
  if (signal.aborted) return;
  if (reply.ok) return patch(contexte, "results", { etat: "a-jour", part: 1, courant: reply.value, issues: reply.value.output.issues });
  patch(contexte, "results", { etat: "echec", part: 0, issues: reply.cause === "refus" ? reply.issues : [] });
  if (reply.cause === "panne") noter(contexte, "erreur", NOTICE.calculEnPanne(reply.message));
}

export function createResults(contexte: Contexte): Results {
  const { store, effects, analyses } = contexte;
  const calcul = latest();
  const sites = latest();

  const lancer = (): void => {
    quiet.cancel();
    const { document, datasets } = store.getState();
    const found = paramsOf(document.courant, analyses);
    // Until the territory of the document is there, its result could not be drawn: its arrival launches again.
    if (found === null || datasets.territoire?.territoire.code !== document.courant.territoire) return;
    const run: Run = { ...found, document: document.courant };
    void calculer(contexte, run, calcul.next());
    void chargerSites(contexte, run, sites.next());
  };
  const quiet = debounce(effects, CALME_MS, lancer);
  const perime = (): void => {
    quiet.cancel();
    calcul.cancel();
    patch(contexte, "results", { etat: store.getState().results.courant === null ? "attente" : "perime", part: 0 });
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
