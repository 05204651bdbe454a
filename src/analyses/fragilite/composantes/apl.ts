import { joinNumbers, meanByGroup } from "../../shared/groupes";
import { requireTable } from "../../shared/sources";
import type { Composante, Contexte } from "./composante";

/** Official APL of each row: the mean of its communes by standardised population, as the DREES does. */
export function aplDe({ inputs, lieux: { communes, groupes } }: Contexte, column: string): Float64Array {
  const table = requireTable(inputs.donnees, "apl");
  const read = (name: string): Float64Array => joinNumbers(groupes, communes, table, name, Number.NaN);
  return meanByGroup(groupes, read(column), read("population_standardisee"));
}

function officielle(id: string, column: string, qui: string): Composante {
  return {
    id,
    label: `APL officielle 2021 ${qui}`,
    unit: "consultations",
    digits: 2,
    bornes: { favorable: 4, fragile: 2.5 },
    ressources: ["apl"],
    genre: null,
    lire: (contexte) => aplDe(contexte, column),
  };
}

export const apl = officielle("apl", "apl_mg", "(tous les généralistes)");
export const apl65 = officielle("apl_65", "apl_mg_65", "(généralistes de 65 ans ou moins)");
export const apl62 = officielle("apl_62", "apl_mg_62", "(généralistes de 62 ans ou moins)");
