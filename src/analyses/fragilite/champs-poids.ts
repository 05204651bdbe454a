import { type Issue, issue } from "../../domain/issue";
import type { Field, JeuDePoids } from "../analysis";
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

/** What rounded weights may miss of 100. */
const TOLERANCE = 0.5;

const namesWeights = (raw: unknown): raw is object => typeof raw === "object" && raw !== null && !("prereglage" in raw) && Object.keys(raw).some((name) => name.startsWith("poids_"));

/** Weights given without a set are the user's own. */
export function avecPrereglage(raw: unknown): unknown {
  return namesWeights(raw) ? { ...raw, prereglage: LIBRE } : raw;
}

/** Weights must sum to 100; null when they do. */
export function refusPoids(params: Poids & { readonly prereglage: Prereglage }): Issue | null {
  const weights = poidsEnVigueur(params);
  const sum = POIDS.reduce((total, { id }) => total + weights[nomPoids(id)], 0);
  if (Math.abs(sum - 100) <= TOLERANCE) return null;
  return issue("parametre-invalide", "erreur", { parametre: "poids_…", valeur: String(Math.round(100 * sum) / 100), attendu: "des poids dont la somme est 100" });
}
