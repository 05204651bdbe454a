import type { Issue } from "../../domain/issue";
import type { Field, JeuDePoids } from "../analysis";
import { refusSomme } from "../shared/poids-libres";
import { LIBRE, nomPoids, POIDS, type Poids, poidsEnVigueur, PREREGLAGES, type Prereglage } from "./poids";

const JEU: JeuDePoids = { prereglage: "prereglage", libre: LIBRE, reglages: PREREGLAGES };

/** The choice of a set of weights; its name must be « prereglage ». */
export const CHAMP_PREREGLAGE = {
  kind: "choix",
  name: "prereglage",
  label: "Poids",
  options: [
    { value: "equipondere", label: "Équipondéré" },
    { value: "offre", label: "Offre de soins" },
    { value: "acces", label: "Accès" },
    { value: "besoins", label: "Besoins" },
    { value: LIBRE, label: "Les miens" },
  ],
} as const satisfies Field;

/** One slider a component. */
export const CHAMPS_POIDS: readonly Field[] = POIDS.map(({ id, label }) => ({ kind: "poids", name: nomPoids(id), label, jeu: JEU, avance: true }) as const);

/** Weights must sum to 100; null when they do. */
export function refusPoids(params: Poids & { readonly prereglage: Prereglage }): Issue | null {
  const weights = poidsEnVigueur(params);
  return refusSomme(POIDS.map(({ id }) => weights[nomPoids(id)]));
}
