import type { Analysis } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { chosenSites, computeIsochrones, limitesOf } from "./compute";
import { descriptionIsochrones, type IsochronesParams } from "./description";
import { demandeIsochrones } from "./moteur";

export const isochrones: Analysis<IsochronesParams> = {
  ...descriptionIsochrones,
  needs: ({ genres }, _perimetre, liste) => accesNeeds(liste ? [] : genres, true),
  graphe: "entier",
  destinations: () => [],
  aTracer: (inputs, params) => {
    const sites = chosenSites(inputs, params);
    return sites.ok ? demandeIsochrones(inputs, params, sites.value, limitesOf(params)) : null;
  },
  compute: computeIsochrones,
};
