import type { Table } from "../../../domain/table";
import type { Reference } from "../../../geo/smooth-rates";
import type { Inputs } from "../../analysis";
import { type Groupes, groupCommunes, joinNumbers, pickNumbers, sumByGroup } from "../../shared/groupes";
import { lisser, regionAu } from "../../shared/lissage";
import { requireTable } from "../../shared/sources";
import type { Composante } from "./composante";

/** GPs (BPE) and inhabitants of each row. */
function comptes({ donnees }: Inputs, communes: Table, groupes: Groupes): Reference {
  const medecins = joinNumbers(groupes, communes, requireTable(donnees, "bpe"), "medecins_generalistes", Number.NaN);
  return { counts: sumByGroup(groupes, medecins), population: sumByGroup(groupes, pickNumbers(groupes, communes, "population")) };
}

const COMMUN = { unit: "pour_100k", digits: 1, bornes: { favorable: 125, fragile: 50 }, ressources: ["bpe"], genre: null } as const;

export const densite: Composante = {
  ...COMMUN,
  id: "densite",
  label: "Généralistes pour 100 000 habitants (BPE 2020)",
  lire({ inputs, lieux: { communes, groupes } }) {
    const { counts, population } = comptes(inputs, communes, groupes);
    return counts.map((n, row) => ((population[row] ?? 0) > 0 ? (1e5 * n) / (population[row] ?? 0) : Number.NaN));
  },
};

export const densiteLissee: Composante = {
  ...COMMUN,
  id: "densite_lissee",
  label: "Généralistes pour 100 000 habitants, taux lissé",
  lire({ inputs, lieux: { communes, groupes } }) {
    const { niveau } = inputs.perimetre;
    const region = groupCommunes(regionAu(niveau), communes, requireTable(inputs.donnees, "territoires"));
    return lisser(niveau, comptes(inputs, communes, groupes), comptes(inputs, communes, region)).taux.map((value) => value * 1e5);
  },
};
