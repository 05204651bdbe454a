import type { Plan } from "../../domain/plan";
import type { SuiviPlan } from "../../domain/suivi-plan";
import { lirePlan } from "../../io/terrain/plan";
import { ajouterEntree, parseSuivi, retirerEntree, serializeSuivi } from "../../project/suivi-plan";
import { NOTICE } from "../../textes/notices";
import { SOURCE_PLAN, tablePlan } from "../../textes/plan";
import type { Commands } from "./commands";
import { type Contexte, noter, noterIssues, patch } from "./context";

type PlanCommands = Pick<Commands, "plan" | "noterAction" | "retirerNote" | "exporterPlan">;

/** Where the follow-up is kept. */
export const CLE_SUIVI = "maillage.suivi-plan";

/** The plan d'attractivité and its follow-up, which stays in this browser. @param lire says what cannot be read */
export function planCommands(contexte: Contexte, lire: <T>(read: () => Promise<T>) => Promise<T | null>): PlanCommands {
  const { store, effects } = contexte;
  const document = (): Promise<Plan | null> => lire(async () => lirePlan());
  const refuser = (): void => noter(contexte, "attention", NOTICE.stockageRefuse);

  const relire = async (): Promise<SuiviPlan> => {
    const known = store.getState().session.suivi;
    if (known !== null) return known;
    let suivi: SuiviPlan = {};
    try {
      const text = effects.stockage.lire(CLE_SUIVI);
      const parsed = text === null ? null : parseSuivi(text);
      if (parsed !== null) noterIssues(contexte, parsed.issues);
      if (parsed?.ok === true) suivi = parsed.value;
      // What cannot be read is put aside: writing again must not lose it.
      else if (text !== null) effects.stockage.ecrire(`${CLE_SUIVI}.illisible`, text);
    } catch {
      refuser();
    }
    patch(contexte, "session", { suivi });
    return suivi;
  };
  const ecrire = async (suivi: SuiviPlan): Promise<void> => {
    patch(contexte, "session", { suivi });
    try {
      effects.stockage.ecrire(CLE_SUIVI, serializeSuivi(suivi));
    } catch {
      refuser();
    }
  };
  return {
    async plan() {
      const lu = await document();
      if (lu !== null) await relire();
      return lu;
    },
    async noterAction(action, etat, date, commentaire) {
      await ecrire(ajouterEntree(await relire(), action, { le: effects.now(), etat, date, commentaire: commentaire.trim() }));
    },
    async retirerNote(action) {
      await ecrire(retirerEntree(await relire(), action));
    },
    async exporterPlan() {
      const lu = await document();
      if (lu === null) return;
      const { toCsv } = await import("../../io/export-csv");
      effects.telecharger("maillage-plan-attractivite-87.csv", toCsv(tablePlan(lu, await relire()), [SOURCE_PLAN(lu)], "fr"), "text/csv;charset=utf-8");
    },
  };
}
