import { type Issue, issue } from "../../domain/issue";

/** What rounded weights may miss of 100. */
const TOLERANCE = 0.5;

/** Weights (`poids_…`) given without a set are the user's own: `libre` is the set that leaves them so. */
export function avecPrereglage(raw: unknown, libre: string): unknown {
  const names = typeof raw === "object" && raw !== null && !("prereglage" in raw) && Object.keys(raw).some((name) => name.startsWith("poids_"));
  return names ? { ...raw, prereglage: libre } : raw;
}

/** Weights must sum to 100; null when they do. */
export function refusSomme(weights: readonly number[]): Issue | null {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 100) <= TOLERANCE) return null;
  return issue("parametre-invalide", "erreur", { parametre: "poids_…", valeur: String(Math.round(100 * sum) / 100), attendu: "des poids dont la somme est 100" });
}
