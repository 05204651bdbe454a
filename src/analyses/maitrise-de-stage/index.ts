import type { Analysis } from "../analysis";
import { destinationsTerrains, terrainsNeeds } from "../shared/terrains";
import { computeMaitrise } from "./compute";
import { descriptionMaitriseDeStage, type MaitriseParams } from "./description";

export const maitriseDeStage: Analysis<MaitriseParams> = {
  ...descriptionMaitriseDeStage,
  needs: (params, _perimetre, liste) => terrainsNeeds(params, liste),
  graphe: "proche",
  destinations: destinationsTerrains,
  compute: computeMaitrise,
};
