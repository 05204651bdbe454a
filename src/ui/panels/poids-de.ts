import type { Field, Params } from "../../analyses/analysis";

export type ChampPoids = Extract<Field, { readonly kind: "poids" }>;

/** The weights in force: those of the chosen set, or the user's own; 0 where nothing is said. */
export function poidsDe(champs: readonly ChampPoids[], valeurs: Params): Readonly<Record<string, number>> {
  const jeu = champs[0]?.jeu;
  const regle = jeu?.reglages[String(valeurs[jeu.prereglage])];
  return Object.fromEntries(champs.map(({ name }) => [name, Number((regle ?? valeurs)[name] ?? 0)]));
}
