import { SELECTION_PAR_DEFAUT } from "../../domain/genre-site";
import type { Analysis } from "../analysis";
import { ressourcesLues } from "../fragilite/mesure";
import { computeDeparts, OFFRE } from "./compute";
import { type DepartsParams, descriptionDeparts } from "./description";

export const departs: Analysis<DepartsParams> = {
  ...descriptionDeparts,
  needs: () => ressourcesLues(OFFRE, SELECTION_PAR_DEFAUT).map((ressource) => ({ ressource, etendue: "tout" })),
  graphe: "proche",
  destinations: () => [],
  compute: computeDeparts,
};
