import type { Category, ScaleSpec } from "../../carto/scale";

/** From this w on, differences between territories are mostly their own: 0.7 is the usual bar of reliability, 0.4 that of a moderate one (Adams, « The Reliability of Provider Profiling », RAND 2009). */
const SEUILS = [
  { min: 0.7, mots: "fiable" },
  { min: 0.4, mots: "à lire avec prudence" },
  { min: 0, mots: "peu fiable" },
] as const;

type Mots = (typeof SEUILS)[number]["mots"];

/** The reliability badge in words, from w (0 to 1); null where it is not known. */
export function fiabiliteEnMots(fiabilite: ArrayLike<number>): readonly (Mots | null)[] {
  return Array.from(fiabilite, (w) => SEUILS.find(({ min }) => w >= min)?.mots ?? null);
}

const DESSIN: Record<Mots, Omit<Category, "value" | "label">> = {
  fiable: { color: "#2166ac", pattern: "plein" },
  "à lire avec prudence": { color: "#92c5de", pattern: "points" },
  "peu fiable": { color: "#e0d6c3", pattern: "hachures" },
};

/** How the badge is drawn on a map. */
export const FIABILITE: ScaleSpec = { kind: "categories", categories: SEUILS.map(({ mots }) => ({ value: mots, label: mots, ...DESSIN[mots] })) };
