import type { ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Table } from "../../domain/table";
import { titled } from "../shared/origine";
import { nomAncres, type Resultat } from "./colonnes";

const SCORE: ScaleSpec = { kind: "classes", defaultClasses: { method: "quantiles", count: 5 }, presets: [{ label: "20 / 40 / 60 / 80", breaks: [20, 40, 60, 80] }], palette: "ylgnbu" };
const PALIERS = [15, 30, 45, 60, 90];
const MINUTES: ScaleSpec = { kind: "classes", defaultClasses: { method: "seuils", breaks: PALIERS }, presets: [{ label: "15 / 30 / 45 / 60 / 90 min", breaks: PALIERS }], palette: "orrd" };

/** The score of what remains, then the minutes of everything. */
export function ouVivreViews(table: Table, { mesures, origine }: Resultat, quality: View["quality"]): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau: "commune" }, mark: "fill", digits: 1, quality } as const;
  const unitText = origine.kind === "route" ? {} : { unitText: titled("minutes", origine) };
  return [
    { ...common, id: "score", title: "Score des communes qui restent, de 0 à 100", column: "score", unit: "nombre", unitText: "points", scale: SCORE },
    { ...common, id: "minutes", title: titled(`Minutes jusqu'à ${nomAncres(mesures)}`, origine), column: "minutes", unit: "minutes", ...unitText, scale: MINUTES },
  ];
}
