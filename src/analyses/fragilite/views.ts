import type { ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Niveau } from "../../domain/perimetre";
import type { Quality } from "../../domain/provenance";
import type { Table } from "../../domain/table";
import type { FragiliteParams } from "./description";
import { ECHELLE_CLASSES, ECHELLE_STABILITE } from "./stabilite";

const SCORE: ScaleSpec = {
  kind: "classes",
  defaultClasses: { method: "quantiles", count: 5 },
  presets: [{ label: "20 / 40 / 60 / 80", breaks: [20, 40, 60, 80] }],
  palette: "orrd",
};

export function fragiliteViews(table: Table, niveau: Niveau, quality: Quality, { premiers }: FragiliteParams): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", unit: "nombre", digits: 1, quality } as const;
  return [
    { ...common, id: "score", title: "Score de fragilité, de 0 à 100 (100 : le plus fragile)", column: "score", unitText: "score de 0 à 100", scale: SCORE },
    { ...common, id: "stabilite", title: `Parmi les ${premiers} plus fragiles : sûr, probable ou sensible aux poids`, column: "stabilite", scale: ECHELLE_STABILITE },
    { ...common, id: "classe", title: "Fragile, intermédiaire, bien doté", column: "classe", scale: ECHELLE_CLASSES },
  ];
}
