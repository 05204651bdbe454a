/** States an action may be in. The first is that of the source, which keeps none; the others are those it names. */
export const ETATS_SUIVI = ["non repris de la source", "à démarrer", "en cours", "mise en œuvre"] as const;
export type EtatSuivi = (typeof ETATS_SUIVI)[number];

/** What was noted of an action, once. */
export interface EntreeSuivi {
  /** When it was noted, epoch milliseconds. */
  readonly le: number;
  readonly etat: EtatSuivi;
  /** The day it is true of, ISO; null when the user gives none. */
  readonly date: string | null;
  readonly commentaire: string;
}

/** The history of each action, by id, the oldest first. */
export type SuiviPlan = Readonly<Record<string, readonly EntreeSuivi[]>>;

export function dernierEtat(suivi: SuiviPlan, action: string): EtatSuivi {
  return suivi[action]?.at(-1)?.etat ?? ETATS_SUIVI[0];
}
