import type { Ponderation } from "../../domain/sentence";
import type { Inputs } from "../analysis";
import type { Territoires } from "../shared/acces";
import { joinNumbers } from "../shared/groupes";
import { fragilesLues } from "../shared/fragiles";
import { requireTable } from "../shared/sources";
import type { ImplantationParams } from "./description";

/** Limits at which a choice is made again, to see which sites stay. */
export const SEUILS = [10, 15, 20, 30] as const;
export const PONDERATIONS = ["habitants", "fragiles", "besoin"] as const satisfies readonly Ponderation[];

type Lire = (inputs: Inputs, lieux: Territoires, params: Pick<ImplantationParams, "fragile">) => Float64Array;

/**
 * What one inhabitant of each commune counts for, order of `groupes.communes`. « besoin »: standardised inhabitants of DREES (each
 * age weighed by the care it takes) over inhabitants, 2021; 1 where they are not known.
 */
const FACTEURS: Readonly<Record<Ponderation, Lire>> = {
  habitants: (_, { groupes }) => new Float64Array(groupes.communes.length).fill(1),
  fragiles: (inputs, lieux, { fragile }) => Float64Array.from(fragilesLues(inputs, lieux, fragile)),
  besoin: ({ donnees }, { groupes, communes }) => {
    const apl = requireTable(donnees, "apl");
    const [standardisee, habitants] = [joinNumbers(groupes, communes, apl, "population_standardisee", Number.NaN), joinNumbers(groupes, communes, apl, "population_2021", Number.NaN)];
    return standardisee.map((value, i) => (value > 0 && habitants[i]! > 0 ? value / habitants[i]! : 1));
  },
};

export function facteurs(inputs: Inputs, lieux: Territoires, params: Pick<ImplantationParams, "fragile" | "ponderation">): Float64Array {
  return FACTEURS[params.ponderation](inputs, lieux, params);
}
