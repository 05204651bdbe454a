import { SELECTION_PAR_DEFAUT } from "../../domain/genre-site";
import type { Analysis } from "../analysis";
import { computeFragilite } from "./compute";
import { descriptionFragilite, type FragiliteParams } from "./description";
import { actives, destinationsDe, ressourcesLues } from "./mesure";
import { poidsEnVigueur } from "./poids";

export const fragilite: Analysis<FragiliteParams> = {
  ...descriptionFragilite,
  needs: (params) => ressourcesLues(actives(poidsEnVigueur(params)), SELECTION_PAR_DEFAUT).map((ressource) => ({ ressource, etendue: "tout" })),
  graphe: "proche",
  destinations: (inputs, params) => destinationsDe(actives(poidsEnVigueur(params)), inputs),
  compute: computeFragilite,
};
