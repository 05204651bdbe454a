import { parseJeux, withJeu, withoutJeu, type JeuDePoidsEnregistre } from "../../project/jeux-de-poids";
import { NOTICE } from "../../textes/notices";
import { PRESELECTION } from "../../textes/poids";
import type { Commands } from "./commands";
import { type Contexte, noter, patch } from "./context";

type JeuxCommands = Pick<Commands, "chargerJeux" | "enregistrerJeu" | "retirerJeu">;

const CLE_JEUX = "maillage.jeux-de-poids";

/** Sets of weights the user has named: kept apart from the document, which holds the weights themselves. */
export function jeuxCommands(contexte: Contexte): JeuxCommands {
  const { store, effects } = contexte;
  /** Read again each time: another tab may have written. */
  const lire = (): readonly JeuDePoidsEnregistre[] => {
    try {
      const text = effects.stockage.lire(CLE_JEUX);
      if (text === null) return [];
      const jeux = parseJeux(text);
      if (jeux === null) noter(contexte, "attention", PRESELECTION.illisibles);
      return jeux ?? [];
    } catch {
      // Storage refused: said when something is to be written.
      return store.getState().session.jeux ?? [];
    }
  };
  const ecrire = (jeux: readonly JeuDePoidsEnregistre[], dit: string): void => {
    patch(contexte, "session", { jeux });
    try {
      effects.stockage.ecrire(CLE_JEUX, JSON.stringify(jeux));
      noter(contexte, "info", dit);
    } catch {
      noter(contexte, "attention", NOTICE.stockageRefuse);
    }
  };
  return {
    chargerJeux: () => patch(contexte, "session", { jeux: lire() }),
    enregistrerJeu(nom, poids) {
      const jeux = withJeu(lire(), { nom, poids });
      if (jeux === null) noter(contexte, "attention", PRESELECTION.trop);
      else ecrire(jeux, PRESELECTION.enregistres(nom));
    },
    retirerJeu: (nom) => ecrire(withoutJeu(lire(), nom), PRESELECTION.retires(nom)),
  };
}
