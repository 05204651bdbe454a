import type { ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Niveau } from "../../domain/perimetre";
import type { Table } from "../../domain/table";
import { echelleCroisee } from "./croisement";

const MINUTES: ScaleSpec = {
  kind: "classes",
  defaultClasses: { method: "seuils", breaks: [10, 15, 20, 30] },
  presets: [{ label: "10 / 15 / 20 / 30 min", breaks: [10, 15, 20, 30] }],
  palette: "orrd",
};

/** Minutes to the nearest; fragility crossed with them; fragile inhabitants that are far. */
export function maitriseViews(table: Table, niveau: Niveau, quality: View["quality"], seuil: number): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", quality } as const;
  return [
    { ...common, id: "minutes", title: "Minutes jusqu'au maître de stage le plus proche", column: "minutes", unit: "minutes", digits: 1, scale: MINUTES },
    { ...common, id: "croisement", title: "APL officielle 2021 et minutes jusqu'à un maître de stage", column: "croisement", unit: "nombre", digits: 0, scale: echelleCroisee(seuil) },
    { ...common, id: "fragiles", title: `Habitants des communes fragiles à plus de ${seuil} min`, column: "habitants_fragiles_loin", unit: "habitants", digits: 0, scale: { kind: "classes", defaultClasses: { method: "quantiles", count: 5 }, presets: [], palette: "ylgnbu" } },
  ];
}
