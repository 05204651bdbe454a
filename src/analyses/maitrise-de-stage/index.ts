import type { Analysis } from "../analysis";
import { sitesVises } from "../shared/acces";
import { msuNeeds } from "../shared/msu";
import { computeMaitrise } from "./compute";
import { descriptionMaitriseDeStage, type MaitriseParams } from "./description";

export const maitriseDeStage: Analysis<MaitriseParams> = {
  ...descriptionMaitriseDeStage,
  needs: (_params, _perimetre, liste) => msuNeeds(liste),
  graphe: "proche",
  destinations(inputs) {
    const sites = sitesVises(inputs, ["stage"]);
    return sites.ok ? [sites.value] : [];
  },
  compute: computeMaitrise,
};
