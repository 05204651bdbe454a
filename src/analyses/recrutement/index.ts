import type { Analysis, Besoin } from "../analysis";
import { destinationsTerrains, terrainsNeeds } from "../shared/terrains";
import { computeRecrutement } from "./compute";
import { descriptionRecrutement, type RecrutementParams } from "./description";

/** Where the maisons de santé are. */
const MSP: readonly Besoin[] = [{ ressource: "msp", etendue: "tout" }, { ressource: "corrections", etendue: "tout" }];

export const recrutement: Analysis<RecrutementParams> = {
  ...descriptionRecrutement,
  needs(params, _perimetre, liste) {
    const needs = terrainsNeeds(params, liste);
    return [...needs, ...MSP.filter(({ ressource }) => !needs.some((besoin) => besoin.ressource === ressource))];
  },
  graphe: "proche",
  destinations: destinationsTerrains,
  compute: computeRecrutement,
};
