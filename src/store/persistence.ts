import { issue } from "../domain/issue";
import { failure, type Outcome } from "../domain/outcome";
import { acceptDocument } from "../project/accept-document";
import type { Document } from "../project/document";
import { parseDocument, serializeDocument } from "../project/parse-document";
import { NOTICE } from "../textes/notices";
import { debounce, noter, noterIssues, patch } from "./commands/context";
import type { Contexte } from "./commands/context";
import type { State } from "./state";

const CLE_DOCUMENT = "maillage.document";
/** Epoch milliseconds of the last save. */
const CLE_DATE = "maillage.enregistre-le";
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

export interface Sauvegarde {
  readonly document: Document;
  readonly enregistreLe: number | null;
}

/** A stored text; null when there is none, or when storage is refused, which is said. */
function lire(contexte: Contexte, cle: string): string | null {
  try {
    return contexte.effects.stockage.lire(cle);
  } catch {
    noter(contexte, "attention", NOTICE.stockageRefuse);
    return null;
  }
}

function parseText(text: string): Outcome<Document> {
  try {
    return parseDocument(JSON.parse(text));
  } catch {
    return failure(issue("document-illisible", "erreur", { raison: "texte coupé ou abîmé" }));
  }
}

/** The saved document and when it was saved; null when there is none or it cannot be read, which is said. */
export function lireSauvegarde(contexte: Contexte): Sauvegarde | null {
  const text = lire(contexte, CLE_DOCUMENT);
  if (text === null) return null;
  const parsed = parseText(text);
  noterIssues(contexte, parsed.issues);
  if (!parsed.ok) return null;
  const { document, issues } = acceptDocument(parsed.value, contexte.analyses);
  noterIssues(contexte, issues);
  const date = Number(lire(contexte, CLE_DATE) ?? Number.NaN);
  return { document, enregistreLe: Number.isFinite(date) ? date : null };
}

/** Saves the document as it changes; a refusal is said once and work goes on. Returns the way to stop. */
export function enregistrerEnContinu(contexte: Contexte): () => void {
  const { store, effects } = contexte;
  let refused = false;
  const save = (): void => {
    try {
      effects.stockage.ecrire(CLE_DOCUMENT, serializeDocument(store.getState().document.courant));
      const enregistreLe = effects.now();
      effects.stockage.ecrire(CLE_DATE, String(enregistreLe));
      patch(contexte, "document", { enregistreLe });
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
