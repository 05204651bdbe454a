import type { ScaleSpec } from "../../carto/scale";
import type { View } from "../../carto/view";
import type { Niveau } from "../../domain/perimetre";
import type { Quality } from "../../domain/provenance";
import type { Table } from "../../domain/table";

/** Under 2.5 consultations a year an inhabitant: under-dense; 4 is about the national mean. */
const SEUILS_APL = [2.5, 4] as const;

const APL: ScaleSpec = {
  kind: "classes",
  defaultClasses: { method: "seuils", breaks: [1.5, 2.5, 3, 4, 5] },
  presets: [
    { label: "2,5 / 4 consultations", breaks: SEUILS_APL },
    { label: "1,5 / 2,5 / 3 / 4 / 5", breaks: [1.5, 2.5, 3, 4, 5] },
  ],
  palette: "orrd",
  reversed: true,
};

const ecart = (breaks: readonly number[], label: string): ScaleSpec => ({
  kind: "classes",
  defaultClasses: { method: "seuils", breaks },
  presets: [{ label, breaks }],
  palette: "divergente",
});

/** What the estimate is not is said in its title. @param origine where its minutes come from, for titles */
export function aplViews(table: Table, niveau: Niveau, quality: Quality, titre: (title: string) => string): readonly View[] {
  const common = { table, geometry: { kind: "territoires", niveau }, mark: "fill", unit: "consultations", digits: 2 } as const;
  return [
    { ...common, id: "apl", title: titre("Accessibilité aux généralistes, estimation : ce n'est pas l'APL de la DREES"), column: "apl_estimee", scale: APL, quality },
    { ...common, id: "ecart", title: titre("Écart : estimation moins APL officielle 2021"), column: "ecart", scale: ecart([-2, -1, -0.5, 0.5, 1, 2], "± 0,5 / 1 / 2"), quality },
    { ...common, id: "ecart-rang", title: titre("Écart de rang : places gagnées dans l'estimation"), column: "ecart_rang", unit: "nombre", digits: 0, scale: ecart([-50, -20, -5, 5, 20, 50], "± 5 / 20 / 50 places"), quality },
    { ...common, id: "apl-officielle", title: "APL aux généralistes 2021 (DREES)", column: "apl_officielle_2021", scale: APL, quality: "officiel" },
  ];
}
