import type { Category, ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Niveau } from "../../domain/perimetre";
import type { Quality } from "../../domain/provenance";
import type { Table } from "../../domain/table";

export const DESACCORDS = {
  "hors zonage mais fragile": { label: "Hors zonage mais fragile", color: "#b30000", pattern: "hachures" },
  "ZIP mais bien doté": { label: "ZIP mais bien doté", color: "#2166ac", pattern: "croix" },
  concordant: { label: "Zonage et indicateurs concordent", color: "#e0e3e0", pattern: "plein" },
} as const satisfies Record<string, Omit<Category, "value">>;
export type Desaccord = keyof typeof DESACCORDS;

const ECHELLE: ScaleSpec = { kind: "categories", categories: Object.entries(DESACCORDS).map(([value, dessin]) => ({ value, ...dessin })) };

const VOISINES: ScaleSpec = {
  kind: "classes",
  defaultClasses: { method: "seuils", breaks: [0, 1, 2, 4] },
  presets: [{ label: "0 / 1 / 2 / 4", breaks: [0, 1, 2, 4] }],
  palette: "orrd",
};

/** @param comparaison what the map of two vintages is, when a second one is imported */
export function zonageViews(table: Table, niveau: Niveau, quality: Quality, comparaison: Pick<View, "id" | "title" | "column" | "unit" | "digits" | "scale"> | null): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", unit: "nombre", digits: 0, quality } as const;
  const first: View = { ...common, id: "desaccord", title: "Zonage et indicateurs : où ils se contredisent", column: "desaccord", scale: ECHELLE };
  const last: readonly View[] = comparaison === null ? [] : [{ ...common, ...comparaison }];
  if (niveau !== "commune") return [first, ...last];
  return [first, { ...common, id: "voisines", title: "Communes voisines semblables et classées autrement", column: "voisines_classees_autrement", scale: VOISINES }, ...last];
}
