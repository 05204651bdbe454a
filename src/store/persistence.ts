import type { Document } from "../project/document";
import { parseDocument, serializeDocument } from "../project/parse-document";
import { NOTICE } from "../textes/notices";
import { debounce, noter, noterIssues, patch } from "./commands/context";
import type { Contexte } from "./commands/context";
import type { State } from "./state";

const CLE_DOCUMENT = "maillage.document";
/** A change is saved after this quiet moment, and at once when the page is hidden. */
const CALME_MS = 400;

/** What becomes of each slice: exhaustive, so that a new one is decided on. */
export const SAUVEGARDE: Record<keyof State, "enregistre" | "adresse" | "jamais"> = {
  document: "enregistre",
  session: "adresse",
  datasets: "jamais",
  results: "jamais",
  notices: "jamais",
};

/** The saved document; null when there is none or when storage is refused. */
export function lireDocument(contexte: Contexte): Document | null {
  let text: string | null = null;
  try {
    text = contexte.effects.stockage.lire(CLE_DOCUMENT);
  } catch {
    noter(contexte, "attention", NOTICE.stockageRefuse);
  }
  if (text === null) return null;
  try {
    const parsed = parseDocument(JSON.parse(text));
    noterIssues(contexte, parsed.issues);
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}

/** Saves the document as it changes; a refusal is said once and work goes on. Returns the way to stop. */
export function enregistrerEnContinu(contexte: Contexte): () => void {
  const { store, effects } = contexte;
  let refused = false;
  const save = (): void => {
    try {
      effects.stockage.ecrire(CLE_DOCUMENT, serializeDocument(store.getState().document.courant));
      patch(contexte, "document", { enregistreLe: effects.now() });
      if (refused) noter(contexte, "info", NOTICE.stockageRevenu);
      refused = false;
    } catch {
      if (!refused) noter(contexte, "attention", NOTICE.stockageRefuse);
      refused = true;
    }
  };
  const quiet = debounce(effects, CALME_MS, save);
  const stopStore = store.subscribe((after, before) => {
    if (after.document.courant !== before.document.courant) quiet.call();
  });
  const stopPage = effects.avantFermeture(quiet.flush);
  return () => {
    stopStore();
    stopPage();
    quiet.flush();
  };
}
