import { joinNumbers, meanByGroup } from "../../shared/groupes";
import { requireTable } from "../../shared/sources";
import type { Composante } from "./composante";

export const revenu: Composante = {
  id: "revenu",
  label: "Revenu médian (Filosofi 2021)",
  unit: "euros",
  digits: 0,
  bornes: { favorable: 23_000, fragile: 18_000 },
  ressources: ["revenus"],
  genre: null,
  // Medians do not add up: that of a group is taken as the mean of its communes', by persons.
  lire({ inputs, lieux: { communes, groupes } }) {
    const table = requireTable(inputs.donnees, "revenus");
    const read = (name: string): Float64Array => joinNumbers(groupes, communes, table, name, Number.NaN);
    return meanByGroup(groupes, read("revenu_median"), read("personnes"));
  },
};
