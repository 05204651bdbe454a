import { issue } from "../../domain/issue";
import { type DemandeMoteur, MOTEURS, parseAdresse } from "../../domain/moteur";
import { moteurActif } from "../moteur";
import type { MoteurSession } from "../state";
import type { Commands } from "./commands";
import { noterEchec, noterIssues, patch } from "./context";
import type { Contexte } from "./context";

type MoteurCommands = Pick<Commands, "choisirMoteur" | "demanderAccord" | "repondreAccord" | "retirerAccord" | "arreterMoteur">;

/** @param perimer called when the engine that the minutes come from changed */
export function moteurCommands(contexte: Contexte, perimer: () => void): MoteurCommands {
  const { store, client } = contexte;

  const change = (moteur: Partial<MoteurSession>): void => {
    const before = moteurActif(store.getState());
    patch(contexte, "session", { moteur: { ...store.getState().session.moteur, ...moteur } });
    if (moteurActif(store.getState()) !== before) perimer();
  };

  return {
    choisirMoteur: (choix) => change({ choix, demande: null }),
    demanderAccord(id, adresse, cle) {
      const { libre, adresse: fixe, cle: avecCle, nom } = MOTEURS[id];
      const parsed = parseAdresse(libre ? adresse : fixe);
      if (!parsed.ok) return noterIssues(contexte, parsed.issues);
      if (avecCle && cle.trim() === "") return noterIssues(contexte, [issue("moteur-sans-cle", "erreur", { moteur: nom })]);
      change({ demande: { id, adresse: parsed.value, cle: avecCle ? cle.trim() : "" } });
    },
    repondreAccord(oui) {
      const { demande, accordes } = store.getState().session.moteur;
      if (demande === null || !oui) return change({ demande: null });
      // Made here and nowhere else: by the user's answer to the dialog that names this address.
      const accorde: DemandeMoteur = { ...demande, accord: { moteur: demande.id, origine: new URL(demande.adresse).origin } };
      change({ choix: demande.id, demande: null, accordes: { ...accordes, [demande.id]: accorde } });
    },
    retirerAccord(id) {
      const { [id]: _, ...accordes } = store.getState().session.moteur.accordes;
      change({ accordes });
    },
    arreterMoteur: () =>
      void client.ask("arreter-moteur", {}).then((reply) => {
        if (!reply.ok) noterEchec(contexte, reply);
      }),
  };
}
