import type { Category, ScaleSpec } from "../../carto/scale";

const STATUTS = {
  "déjà sous le seuil": { label: "Déjà sous le seuil en 2021", color: "#b30000", pattern: "hachures" },
  "zone à risque": { label: "Zone à risque : passe sous le seuil", color: "#fc8d59", pattern: "points" },
  "au-dessus du seuil": { label: "Reste au-dessus du seuil", color: "#e0e3e0", pattern: "plein" },
} as const satisfies Record<string, Omit<Category, "value">>;
export type Statut = keyof typeof STATUTS;

export const ECHELLE_STATUTS: ScaleSpec = { kind: "categories", categories: Object.entries(STATUTS).map(([value, dessin]) => ({ value, ...dessin })) };
