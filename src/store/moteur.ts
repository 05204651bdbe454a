import type { DemandeMoteur } from "../domain/moteur";
import type { State } from "./state";

/** The outside engine that minutes are asked of: chosen, and agreed to. Null: local computation, nothing leaves. */
export function moteurActif({ session: { moteur } }: Pick<State, "session">): DemandeMoteur | null {
  return moteur.choix === null ? null : (moteur.accordes[moteur.choix] ?? null);
}
