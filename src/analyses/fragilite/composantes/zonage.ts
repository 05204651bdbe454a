import { meanByGroup } from "../../shared/groupes";
import { zonesDe } from "../../shared/zones";
import type { Composante } from "./composante";

/** Points of each zone of the arrêté; « zone de vigilance » existed in older vintages. */
const POINTS: Readonly<Record<string, number>> = { ZIP: 100, ZAC: 50, ZV: 25, HZ: 0 };

export const zonage: Composante = {
  id: "zonage",
  label: "Zonage médecins (ZIP 100, ZAC 50, hors zonage 0)",
  unit: "nombre",
  digits: 0,
  bornes: { favorable: 0, fragile: 100 },
  ressources: ["zonage-communes"],
  genre: null,
  lire(contexte) {
    const points = zonesDe(contexte.inputs, contexte.lieux).map((zone) => POINTS[zone ?? ""] ?? Number.NaN);
    return meanByGroup(contexte.lieux.groupes, points, contexte.lieux.chefs.demande.habitants);
  },
};
