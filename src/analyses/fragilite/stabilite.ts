import type { Category, ScaleSpec } from "../../carto/scale";

/** How surely a territory is among the first, by the share of the draws in which it is. */
const STABILITES = [
  { min: 0.95, mots: "sûr" },
  { min: 0.5, mots: "probable" },
  { min: 0.05, mots: "sensible" },
  { min: 0, mots: "hors de la liste" },
] as const;
export type Stabilite = (typeof STABILITES)[number]["mots"];

export function stabilitesDe(parts: ArrayLike<number>): readonly (Stabilite | null)[] {
  return Array.from(parts, (part) => STABILITES.find(({ min }) => part >= min)?.mots ?? null);
}

const DESSIN: Record<Stabilite, Omit<Category, "value">> = {
  sûr: { label: "Sûr : dans la liste 95 fois sur 100 ou plus", color: "#b30000", pattern: "plein" },
  probable: { label: "Probable : plus d'une fois sur deux", color: "#fc8d59", pattern: "hachures" },
  sensible: { label: "Sensible : selon les poids", color: "#fdd49e", pattern: "points" },
  "hors de la liste": { label: "Hors de la liste", color: "#e0e3e0", pattern: "plein" },
};

export const ECHELLE_STABILITE: ScaleSpec = { kind: "categories", categories: STABILITES.map(({ mots }) => ({ value: mots, ...DESSIN[mots] })) };

const CLASSES = {
  fragile: { label: "Fragile", color: "#b30000", pattern: "hachures" },
  intermédiaire: { label: "Intermédiaire", color: "#fdd49e", pattern: "points" },
  "bien doté": { label: "Bien doté", color: "#92c5de", pattern: "plein" },
} as const satisfies Record<string, Omit<Category, "value">>;
export type Classe = keyof typeof CLASSES;

/** Fragile from `seuil` on, well off at 100 − seuil or under. */
export function classeDe(score: number, seuil: number): Classe | null {
  if (Number.isNaN(score)) return null;
  if (score >= seuil) return "fragile";
  return score <= 100 - seuil ? "bien doté" : "intermédiaire";
}

export const ECHELLE_CLASSES: ScaleSpec = { kind: "categories", categories: Object.entries(CLASSES).map(([value, dessin]) => ({ value, ...dessin })) };
