import type { CoucheChargee } from "../../domain/chargement";
import type { CoucheId } from "../../domain/couche";
import type { Issue } from "../../domain/issue";
import { NIVEAUX, type Territoire } from "../../domain/perimetre";
import { DOCUMENT_INITIAL } from "../../project/document";
import { setTerritoire } from "../../project/edits";
import { NOTICE } from "../../textes/notices";
import type { Reply } from "../../workers/client";
import { latest, noter, noterEchec, noterIssues, patch } from "./context";
import type { Contexte } from "./context";

/** Brings datasets into the store as the document asks for them. */
export interface Loading {
  /** Loads the territory of the document, then its layers. `cadrer`: the map is asked to show it whole. */
  chargerTerritoire(cadrer: boolean): Promise<void>;
  /** Loads the outlines of the levels that are not there yet. */
  completerContours(): Promise<void>;
  /** Loads the basemap that documents draw, once a territory; ended when it is there or cannot be. */
  chargerFond(): Promise<void>;
  readonly couches: LoadingCouches;
  arreter(): void;
}

interface LoadingCouches {
  /** Loads the layers shown that are not there yet. */
  completer(): void;
  /** Loads every layer shown again: what they are made of has changed. */
  recharger(): void;
  arreter(): void;
}

const EMPTY = { type: "FeatureCollection", features: [] } as const;

function issuesOf(reply: Extract<Reply<unknown>, { ok: false }>): readonly Issue[] {
  return reply.cause === "refus" ? reply.issues : [];
}

/** A layer that could not be read stands empty with its reasons: its checkbox says so instead of loading for ever. */
const emptyCouche = (couche: CoucheId, issues: readonly Issue[]): CoucheChargee => ({ couche, features: { ...EMPTY, features: [] }, count: 0, sources: [], issues });

const isMissing = (loaded: CoucheChargee | undefined): boolean => loaded === undefined || (loaded.count === 0 && loaded.issues.length > 0);

/** Only the layers shown: one hidden since would be stale when it is shown again. */
function keepShown({ store }: Contexte): void {
  const { document, datasets } = store.getState();
  const shown = document.courant.couches.flatMap((id) => (datasets.couches[id] === undefined ? [] : [[id, datasets.couches[id]] as const]));
  store.setState({ datasets: { ...datasets, couches: Object.fromEntries(shown) } });
}

function createCouches(contexte: Contexte): LoadingCouches {
  const { store, client } = contexte;
  const requests = latest();
  let signal = requests.next();

  const charger = async (couche: CoucheId, code: string): Promise<void> => {
    const asked = signal;
    const { corrections } = store.getState().document.courant.selection;
    const reply = await client.ask("charger-couche", { couche, territoire: code, corrections }, { signal: asked });
    if (asked.aborted) return;
    const loaded = reply.ok ? reply.value : emptyCouche(couche, issuesOf(reply));
    if (reply.ok) noterIssues(contexte, reply.value.issues);
    else noterEchec(contexte, reply);
    store.setState(({ datasets }) => ({ datasets: { ...datasets, couches: { ...datasets.couches, [couche]: loaded } } }));
  };

  const completer = (): void => {
    const { document, datasets } = store.getState();
    const code = datasets.territoire?.territoire.code;
    if (code === undefined) return;
    for (const couche of document.courant.couches.filter((id) => isMissing(datasets.couches[id]))) void charger(couche, code);
  };

  return {
    completer,
    recharger() {
      signal = requests.next();
      keepShown(contexte);
      const { document, datasets } = store.getState();
      const code = datasets.territoire?.territoire.code;
      // Those on screen stay until the new ones are there.
      if (code !== undefined) for (const couche of document.courant.couches) void charger(couche, code);
    },
    arreter: requests.cancel,
  };
}

/** A territory that does not exist gives way to the one on screen; other troubles leave the document as it is. */
function refuser(contexte: Contexte, code: string, reply: Extract<Reply<unknown>, { ok: false }>): void {
  const { store } = contexte;
  noterEchec(contexte, reply);
  const shown = store.getState().datasets.territoire?.territoire;
  const fallback = shown?.code ?? DOCUMENT_INITIAL.territoire;
  const unknown = issuesOf(reply).some((found) => found.code === "territoire-inconnu");
  if (!unknown || fallback === code) return patch(contexte, "results", { etat: "echec", issues: issuesOf(reply) });
  if (shown !== undefined) noter(contexte, "info", NOTICE.territoireConserve(shown.nom));
  store.setState(({ document }) => ({ document: { ...document, courant: setTerritoire(fallback)(document.courant) } }));
}

/** @param pret called when the territory of the document is loaded: results can be computed and drawn */
export function createLoading(contexte: Contexte, pret: () => void): Loading {
  const { store, client } = contexte;
  const territoire = latest();
  const couches = createCouches(contexte);
  const ordres = (): number => store.getState().session.cible?.numero ?? 0;

  let fond: { readonly de: Territoire; readonly venu: Promise<void> } | null = null;

  const lireFond = async (asked: Territoire): Promise<void> => {
    const reply = await client.ask("charger-fond", { territoire: asked.code });
    if (store.getState().datasets.territoire?.territoire !== asked) return;
    if (!reply.ok) {
      // Asked for again by the next document.
      fond = null;
      return noterEchec(contexte, reply);
    }
    patch(contexte, "datasets", { fond: reply.value });
    noterIssues(contexte, reply.value.issues);
  };

  return {
    couches,
    chargerFond() {
      const asked = store.getState().datasets.territoire?.territoire;
      if (asked === undefined) return Promise.resolve();
      if (fond?.de !== asked) fond = { de: asked, venu: lireFond(asked) };
      return fond.venu;
    },
    async completerContours() {
      const asked = store.getState().datasets.territoire;
      const { niveau } = store.getState().document.courant;
      if (asked === null || [...NIVEAUX, niveau].every((one) => asked.contours[one] !== undefined)) return;
      const reply = await client.ask("charger-contours", { territoire: asked.territoire.code, niveau });
      if (store.getState().datasets.territoire !== asked) return;
      // Outlines that are drawn stay the same objects: the map has nothing to read again.
      if (reply.ok) patch(contexte, "datasets", { territoire: { ...asked, contours: { ...reply.value, ...asked.contours } } });
      else noterEchec(contexte, reply);
    },
    async chargerTerritoire(cadrer) {
      const { territoire: code, niveau } = store.getState().document.courant;
      const signal = territoire.next();
      const before = ordres();
      const reply = await client.ask("charger-territoire", { territoire: code, niveau }, { signal });
      if (signal.aborted) return;
      if (!reply.ok) return refuser(contexte, code, reply);
      patch(contexte, "datasets", { territoire: reply.value, fond: null });
      noterIssues(contexte, reply.value.issues);
      // An order given in the meantime (a place found by the search) goes first.
      if (cadrer && ordres() === before) patch(contexte, "session", { cible: { numero: before + 1, ordre: { kind: "bbox", bbox: reply.value.bbox } } });
      // Asked in this order, the worker reads the layers first, then the graph.
      couches.recharger();
      pret();
    },
    arreter() {
      territoire.cancel();
      couches.arreter();
    },
  };
}
