import type { ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Niveau } from "../../domain/perimetre";
import type { Quality } from "../../domain/provenance";
import type { Table } from "../../domain/table";
import { FIABILITE } from "../shared/fiabilite";
import type { Offre } from "./offres";

/** Round bounds around the national density of GPs; « 0 » stands alone: no doctor at all. */
const SEUILS_MEDECINS = [0, 50, 75, 100, 125] as const;

function scaleOf(offre: Offre, niveau: Niveau): ScaleSpec {
  const doctors = offre.genre === "medecin";
  return {
    kind: "classes",
    defaultClasses: doctors && niveau === "commune" ? { method: "seuils", breaks: SEUILS_MEDECINS } : { method: "quantiles", count: 5 },
    presets: doctors ? [{ label: "0 / 50 / 75 / 100 / 125", breaks: SEUILS_MEDECINS }] : [],
    palette: "orrd",
    reversed: true,
  };
}

export function densiteViews(table: Table, offre: Offre, niveau: Niveau, quality: Quality): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", unit: "pour_100k", digits: 1, scale: scaleOf(offre, niveau), quality } as const;
  return [
    { ...common, id: "densite", title: `${offre.label}, pour 100 000 habitants`, column: "pour_100k" },
    { ...common, id: "densite-lissee", title: `${offre.label}, pour 100 000 habitants, taux lissé`, column: "pour_100k_lisse" },
    { ...common, id: "fiabilite", title: `${offre.label} : comment lire le taux brut`, column: "lecture", scale: FIABILITE },
  ];
}
