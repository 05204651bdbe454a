import type { Analysis } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { chosenSites, computeIsochrones } from "./compute";
import { descriptionIsochrones, type IsochronesParams } from "./description";

export const isochrones: Analysis<IsochronesParams> = {
  ...descriptionIsochrones,
  needs: ({ genres }, _perimetre, liste) => accesNeeds(liste ? [] : genres, true),
  destinations: (inputs, params) => {
    const sites = chosenSites(inputs, params);
    return sites.ok ? [sites.value] : [];
  },
  compute: computeIsochrones,
};
