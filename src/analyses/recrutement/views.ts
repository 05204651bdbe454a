import type { View } from "../../carto/view";
import type { Niveau } from "../../domain/perimetre";
import type { Table } from "../../domain/table";

/** Nobody brought near is a class of its own. */
const GAINS = [0, 200, 500, 1000, 2000, 5000];

/** What recruiting in each commune would bring, alone then in the order of the sequence. */
export function recrutementViews(table: Table, niveau: Niveau, quality: View["quality"]): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", quality, digits: 0 } as const;
  return [
    { ...common, id: "gain", title: "Habitants de communes fragiles rapprochés par une recrue", column: "habitants_gagnes", unit: "habitants", scale: { kind: "classes", defaultClasses: { method: "seuils", breaks: GAINS }, presets: [{ label: "0 / 200 / 500 / 1 000 / 2 000 / 5 000", breaks: GAINS }], palette: "ylgnbu" } },
    { ...common, id: "suite", title: "Ordre de recrutement", column: "rang", unit: "nombre", scale: { kind: "classes", defaultClasses: { method: "seuils", breaks: [1, 2, 3, 5, 10] }, presets: [{ label: "1 / 2 / 3 / 5 / 10", breaks: [1, 2, 3, 5, 10] }], palette: "orrd", reversed: true } },
  ];
}
