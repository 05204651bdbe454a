import { indexBy, textValues } from "../../../domain/table";
import { meanByGroup } from "../../shared/groupes";
import { requireTable } from "../../shared/sources";
import type { Composante, Contexte } from "./composante";

/** Points of each zone of the arrêté; « zone de vigilance » existed in older vintages. */
const POINTS: Readonly<Record<string, number>> = { ZIP: 100, ZAC: 50, ZV: 25, HZ: 0 };

/** Zone of each commune of the territory, order of `groupes.communes`; null where it is not known. */
export function zonesDe({ inputs, lieux: { communes, groupes } }: Pick<Contexte, "inputs" | "lieux">): readonly (string | null)[] {
  const table = requireTable(inputs.donnees, "zonage-communes");
  const [rows, zones, codes] = [indexBy(table, "code"), textValues(table, "zone"), textValues(communes, "code")];
  return groupes.communes.map((row) => zones[rows.get(codes[row] ?? "") ?? -1] ?? null);
}

export const zonage: Composante = {
  id: "zonage",
  label: "Zonage médecins (ZIP 100, ZAC 50, hors zonage 0)",
  unit: "nombre",
  digits: 0,
  bornes: { favorable: 0, fragile: 100 },
  ressources: ["zonage-communes"],
  genre: null,
  lire(contexte) {
    const points = zonesDe(contexte).map((zone) => POINTS[zone ?? ""] ?? Number.NaN);
    return meanByGroup(contexte.lieux.groupes, points, contexte.lieux.chefs.demande.habitants);
  },
};
