import { smoothRates } from "../../../geo/smooth-rates";
import { joinNumbers, sumByGroup } from "../../shared/groupes";
import { requireTable } from "../../shared/sources";
import type { Composante, Contexte } from "./composante";

/** GPs (BPE) and inhabitants of each row. */
function comptes({ inputs, lieux: { communes, groupes, chefs } }: Contexte): { readonly medecins: Float64Array; readonly habitants: Float64Array } {
  const medecins = joinNumbers(groupes, communes, requireTable(inputs.donnees, "bpe"), "medecins_generalistes", Number.NaN);
  return { medecins: sumByGroup(groupes, medecins), habitants: sumByGroup(groupes, chefs.demande.habitants) };
}

const COMMUN = { unit: "pour_100k", digits: 1, bornes: { favorable: 125, fragile: 50 }, ressources: ["bpe"], genre: null } as const;

export const densite: Composante = {
  ...COMMUN,
  id: "densite",
  label: "Généralistes pour 100 000 habitants (BPE 2020)",
  lire(contexte) {
    const { medecins, habitants } = comptes(contexte);
    return medecins.map((n, row) => ((habitants[row] ?? 0) > 0 ? (1e5 * n) / (habitants[row] ?? 0) : Number.NaN));
  },
};

export const densiteLissee: Composante = {
  ...COMMUN,
  id: "densite_lissee",
  label: "Généralistes pour 100 000 habitants, taux lissé",
  lire(contexte) {
    const { medecins, habitants } = comptes(contexte);
    return smoothRates(medecins, habitants).taux.map((value) => value * 1e5);
  },
};
