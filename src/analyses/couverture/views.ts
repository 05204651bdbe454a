import type { Category, ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Table } from "../../domain/table";
import type { Inputs } from "../analysis";
import type { Statut } from "./colonnes";

const PART: ScaleSpec = {
  kind: "classes",
  defaultClasses: { method: "seuils", breaks: [0, 0.25, 0.5, 0.75, 0.95] },
  presets: [{ label: "0 / 25 / 50 / 75 / 95 %", breaks: [0, 0.25, 0.5, 0.75, 0.95] }],
  palette: "orrd",
  reversed: true,
};

const VARIATION: ScaleSpec = {
  kind: "classes",
  defaultClasses: { method: "seuils", breaks: [-0.5, -0.1, -0.001, 0.001, 0.1, 0.5] },
  presets: [{ label: "± 0,1 / 10 / 50 %", breaks: [-0.5, -0.1, -0.001, 0.001, 0.1, 0.5] }],
  palette: "divergente",
};

/** Colours told apart by colour-blind readers, each with its pattern. */
const STATUTS: Record<Statut, Omit<Category, "value">> = {
  gagnee: { label: "Zone gagnée", color: "#2166ac", pattern: "hachures" },
  perdue: { label: "Zone perdue", color: "#d6604d", pattern: "croix" },
  toujours: { label: "Toujours couverte (inchangée)", color: "#a6bddb", pattern: "plein" },
  jamais: { label: "Jamais couverte (inchangée)", color: "#e0d6c3", pattern: "points" },
};

const CATEGORIES: ScaleSpec = {
  kind: "categories",
  categories: (Object.keys(STATUTS) as Statut[]).map((value) => ({ value, ...STATUTS[value] })),
};

/** The share covered; compared situations show first what changed. */
export function couvertureViews(table: Table, { niveau }: Inputs["perimetre"], quality: View["quality"], compared: boolean): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", unit: "part", digits: 1, quality } as const;
  const part: View = { ...common, id: "part", title: "Part des habitants couverts", column: "part", scale: PART };
  if (!compared) return [part];
  return [
    { ...common, id: "statut", title: "Zones gagnées, perdues, inchangées", column: "statut", scale: CATEGORIES },
    { ...common, id: "variation", title: "Variation de la part des habitants couverts", column: "variation", scale: VARIATION },
    { ...part, title: "Part des habitants couverts, première situation" },
  ];
}
