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

type Chargeur = (analyse: Analysis, params: Params, document: Document) => Promise<void>;

/** Reads the list of sites that the panel shows; a newer reading replaces it. */
function createSites(contexte: Contexte): { readonly charger: Chargeur; readonly arreter: () => void } {
  const sites = latest();
  /** Every site of the kinds the analysis travels to, those the user excluded included: they stay in the list, unticked. */
  const chargerSites: Chargeur = async (analyse, params, document) => {
    const genres = analyse.genres(params);
    const signal = sites.next();
    if (document.sites !== null || genres.length === 0) return patch(contexte, "datasets", { sites: document.sites });
    const selection = { exclus: [], corrections: document.selection.corrections };
    const reply = await contexte.client.ask("sites", { genres, territoire: document.territoire, selection }, { signal });
    if (reply.ok) patch(contexte, "datasets", { sites: reply.value });
    // Whatever is missing is also said by the computation, which reads the same files.
    else if (reply.cause === "panne") noterEchec(contexte, reply);
  };
  return { charger: chargerSites, arreter: sites.cancel };
}

export function createResults(contexte: Contexte): Results {
  const { store, client, effects, analyses } = contexte;
  const calcul = latest();
  const sites = createSites(contexte);

  const calculer = async (analyse: Analysis, params: Params, document: Document): Promise<void> => {
    const { territoire } = store.getState().datasets;
    if (territoire === null) return;
    const signal = calcul.next();
    patch(contexte, "results", { etat: "calcul", part: 0 });
    const reply = await client.ask(
      "executer",
      {
        analyse: analyse.id,
        params,
        perimetre: { territoire: territoire.territoire, niveau: document.niveau },
        selection: document.selection,
        sites: document.sites,
      },
      { signal, onProgress: (part) => !signal.aborted && patch(contexte, "results", { part }) },
    );
    // A newer computation, or the user, took over.
    if (signal.aborted) return;
    if (reply.ok) return patch(contexte, "results", { etat: "a-jour", part: 1, courant: reply.value, issues: reply.value.output.issues });
    patch(contexte, "results", { etat: "echec", part: 0, issues: reply.cause === "refus" ? reply.issues : [] });
    if (reply.cause === "panne") noter(contexte, "erreur", NOTICE.calculEnPanne(reply.message));
  };

  const lancer = (): void => {
    quiet.cancel();
    const { document, datasets } = store.getState();
    const run = paramsOf(document.courant, analyses);
    // Until the territory of the document is there, its result could not be drawn: its arrival launches again.
    if (run === null || datasets.territoire?.territoire.code !== document.courant.territoire) return;
    void calculer(run.analyse, run.params, document.courant);
    void sites.charger(run.analyse, run.params, document.courant);
  };
  const quiet = debounce(effects, CALME_MS, lancer);

  return {
    lancer,
    perimer() {
      calcul.cancel();
      const { courant } = store.getState().results;
      patch(contexte, "results", { etat: courant === null ? "attente" : "perime", part: 0 });
      quiet.call();
    },
    annuler() {
      quiet.cancel();
      calcul.cancel();
      const { etat, courant } = store.getState().results;
      if (etat === "calcul" || etat === "perime") patch(contexte, "results", { etat: courant === null ? "attente" : "perime", part: 0 });
    },
    arreter() {
      quiet.cancel();
      calcul.cancel();
      sites.arreter();
    },
  };
}
