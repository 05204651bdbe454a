import type { CoucheChargee } from "../../domain/chargement";
import type { CoucheId } from "../../domain/couche";
import type { Issue } from "../../domain/issue";
import { DOCUMENT_INITIAL } from "../../project/document";
import { setTerritoire } from "../../project/edits";
import { NOTICE } from "../../textes/notices";
import type { Reply } from "../../workers/client";
import { latest, noter, noterEchec, noterIssues, patch } from "./context";
import type { Contexte } from "./context";

/** Brings datasets into the store as the document asks for them. */
export interface Loading {
  /** Loads the territory of the document, then its basemap and layers. `cadrer`: the map is asked to show it whole. */
  chargerTerritoire(cadrer: boolean): Promise<void>;
  /** Loads the layers shown that are not there yet. */
  chargerCouches(): void;
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

/** @param pret called when the territory of the document is loaded: results can be computed and drawn */
export function createLoading(contexte: Contexte, pret: () => void): Loading {
  const { store, client } = contexte;
  const territoire = latest();
  const couches = latest();
  let couchesSignal = couches.next();

  const chargerCouche = async (couche: CoucheId, code: string, signal: AbortSignal): Promise<void> => {
    const reply = await client.ask("charger-couche", { couche, territoire: code }, { signal });
    if (!reply.ok && reply.cause === "annulee") return;
    const loaded = reply.ok ? reply.value : emptyCouche(couche, issuesOf(reply));
    if (reply.ok) noterIssues(contexte, reply.value.issues);
    else noterEchec(contexte, reply);
    store.setState(({ datasets }) => ({ datasets: { ...datasets, couches: { ...datasets.couches, [couche]: loaded } } }));
  };

  const chargerFond = async (code: string, signal: AbortSignal): Promise<void> => {
    const reply = await client.ask("charger-fond", { territoire: code, detail: false }, { signal });
    if (!reply.ok) return noterEchec(contexte, reply);
    patch(contexte, "datasets", { fond: reply.value });
    noterIssues(contexte, reply.value.issues);
  };

  /** A territory that does not exist gives way to the one on screen; other troubles leave the document as it is. */
  const refuse = (code: string, reply: Extract<Reply<unknown>, { ok: false }>): void => {
    noterEchec(contexte, reply);
    const shown = store.getState().datasets.territoire?.territoire;
    const fallback = shown?.code ?? DOCUMENT_INITIAL.territoire;
    const unknown = issuesOf(reply).some((found) => found.code === "territoire-inconnu");
    if (!unknown || fallback === code) return patch(contexte, "results", { etat: "echec", issues: issuesOf(reply) });
    if (shown !== undefined) noter(contexte, "info", NOTICE.territoireConserve(shown.nom));
    store.setState(({ document }) => ({ document: { ...document, courant: setTerritoire(fallback)(document.courant) } }));
  };

  return {
    async chargerTerritoire(cadrer) {
      const code = store.getState().document.courant.territoire;
      const signal = territoire.next();
      const reply = await client.ask("charger-territoire", { territoire: code }, { signal });
      if (!reply.ok) return reply.cause === "annulee" ? undefined : refuse(code, reply);
      patch(contexte, "datasets", { territoire: reply.value });
      noterIssues(contexte, reply.value.issues);
      if (cadrer) {
        const numero = (store.getState().session.cible?.numero ?? 0) + 1;
        patch(contexte, "session", { cible: { numero, ordre: { kind: "bbox", bbox: reply.value.bbox } } });
      }
      keepShown(contexte);
      couchesSignal = couches.next();
      // Asked in this order, the worker reads the basemap first, then the layers, then the graph.
      void chargerFond(code, signal);
      for (const couche of store.getState().document.courant.couches) void chargerCouche(couche, code, couchesSignal);
      pret();
    },
    chargerCouches() {
      const { document, datasets } = store.getState();
      const code = datasets.territoire?.territoire.code;
      if (code === undefined) return;
      for (const couche of document.courant.couches.filter((id) => isMissing(datasets.couches[id]))) {
        void chargerCouche(couche, code, couchesSignal);
      }
    },
    arreter() {
      territoire.cancel();
      couches.cancel();
    },
  };
}
