import type { Analysis } from "../analysis";
import { sitesVises } from "../shared/acces";
import { msuNeeds } from "../shared/msu";
import { computeRecrutement } from "./compute";
import { descriptionRecrutement, type RecrutementParams } from "./description";

export const recrutement: Analysis<RecrutementParams> = {
  ...descriptionRecrutement,
  needs: (_params, _perimetre, liste) => [...msuNeeds(liste), { ressource: "msp", etendue: "tout" }, { ressource: "corrections", etendue: "tout" }],
  graphe: "proche",
  destinations(inputs) {
    const sites = sitesVises(inputs, ["stage"]);
    return sites.ok ? [sites.value] : [];
  },
  compute: computeRecrutement,
};
