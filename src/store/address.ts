import { applyLink } from "../project/apply-link";
import { decodeLink } from "../project/read-link";
import { NOTICE } from "../textes/notices";
import { debounce, noter, noterIssues, patch } from "./commands/context";
import type { Contexte } from "./commands/context";
import type { Editer } from "./commands/edit";
import { hashDe, vocabulaireDe } from "./commands/export-commands";
import type { Commands } from "./commands/commands";
import { accorderEspace, ouvrirEspace } from "./espaces";
import { ESPACES } from "./state";

/** The address follows the screen after this quiet moment: a moving map does not flood the history. */
const CALME_MS = 300;

/** Opens the screen an address names. What cannot be read is said; the rest is applied. */
export function ouvrirAdresse(contexte: Contexte, editer: Editer, commands: Pick<Commands, "select" | "commanderCamera">): boolean {
  const hash = contexte.effects.adresse.hash();
  if (hash.length < 2) return false;
  const { lien, issues } = decodeLink(hash, vocabulaireDe(contexte));
  noterIssues(contexte, issues);
  if (lien.sitesPersonnels > 0 && contexte.store.getState().document.courant.sites === null) noter(contexte, "info", NOTICE.lienAutresSites(lien.sitesPersonnels));
  const state = contexte.store.getState();
  const asked = applyLink(lien)(state.document.courant);
  // The address of the screen as it is (a reload, a step back to another space) changes nothing, and adds no undo.
  const same = hashDe(contexte, { ...state, document: { ...state.document, courant: asked } }) === hashDe(contexte, state);
  if (!same) editer(() => asked);
  const espace = ESPACES.find((known) => known === lien.espace);
  // The analysis that a link names decides of the space; a space alone opens on an analysis of its own.
  if (espace !== undefined && lien.analyse === undefined) ouvrirEspace(contexte, editer, espace);
  else if (espace !== undefined) patch(contexte, "session", { espace });
  accorderEspace(contexte);
  if (lien.camera !== undefined) {
    patch(contexte, "session", { camera: lien.camera });
    commands.commanderCamera({ kind: "point", ...lien.camera });
  }
  if (lien.sujet !== undefined) commands.select(lien.sujet);
  return lien.camera !== undefined;
}

/** Keeps the hash that of the screen; a change of space is a step of the browser's history. Returns the way to stop. */
export function suivreAdresse(contexte: Contexte, reopen: () => void): () => void {
  const { store, effects } = contexte;
  let written = "";
  const write = (entree: boolean): void => {
    const hash = hashDe(contexte, store.getState());
    if (hash === written) return;
    written = hash;
    effects.adresse.ecrire(hash, entree);
  };
  const quiet = debounce(effects, CALME_MS, () => write(false));
  const stopStore = store.subscribe((after, before) => {
    if (after.session.espace !== before.session.espace) write(true);
    else if (after.document.courant !== before.document.courant || after.session.camera !== before.session.camera || after.session.sujet !== before.session.sujet) quiet.call();
  });
  const stopPage = effects.adresse.ecouter(() => {
    if (effects.adresse.hash() === written) return;
    written = effects.adresse.hash();
    reopen();
  });
  quiet.call();
  return () => {
    quiet.cancel();
    stopStore();
    stopPage();
  };
}
