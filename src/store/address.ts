import { NOTICE } from "../textes/notices";
import { debounce, noter } from "./commands/context";
import type { Contexte } from "./commands/context";
import type { Editer } from "./commands/edit";
import { hashDe } from "./commands/export-commands";
import type { Commands } from "./commands/commands";

/** The address follows the screen after this quiet moment: a moving map does not flood the history. */
const CALME_MS = 300;

async function lireAdresse(contexte: Contexte, editer: Editer, commands: Pick<Commands, "select" | "commanderCamera">): Promise<boolean> {
  try {
    const { ouvrir } = await import("./open-address");
    return ouvrir(contexte, editer, commands);
  } catch {
    noter(contexte, "erreur", NOTICE.lienSansCode);
    return false;
  }
}

/** Opens the screen an address names, if it names one: only then does what reads it come. True when it names a place. */
export function ouvrirAdresse(contexte: Contexte, editer: Editer, commands: Pick<Commands, "select" | "commanderCamera">): false | Promise<boolean> {
  return contexte.effects.adresse.hash().length >= 2 && lireAdresse(contexte, editer, commands);
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
    else if (after.document.courant !== before.document.courant || after.session.camera !== before.session.camera || after.session.sujet !== before.session.sujet || after.session.onglet !== before.session.onglet) quiet.call();
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
