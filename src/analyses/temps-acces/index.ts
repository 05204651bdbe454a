import type { Analysis } from "../analysis";
import { accesNeeds, sitesVises } from "../shared/acces";
import { matriceDesChefsLieux } from "../shared/matrice";
import { computeTemps, type TempsParams } from "./compute";
import { descriptionTempsAcces } from "./description";

export const tempsAcces: Analysis<TempsParams> = {
  ...descriptionTempsAcces,
  needs: ({ genres }, _perimetre, liste) => accesNeeds(liste ? [] : genres, true),
  graphe: "proche",
  destinations: (inputs, { genres }) => {
    const sites = sitesVises(inputs, genres);
    return sites.ok ? [sites.value] : [];
  },
  matrice: (inputs, { genres }) => matriceDesChefsLieux(inputs, genres),
  compute: computeTemps,
};
