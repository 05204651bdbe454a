import type { Analysis } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { matriceDesChefsLieux } from "../shared/matrice";
import { computeTemps, type TempsParams } from "./compute";
import { descriptionTempsAcces } from "./description";

export const tempsAcces: Analysis<TempsParams> = {
  ...descriptionTempsAcces,
  needs: ({ genres }, _perimetre, liste) => accesNeeds(liste ? [] : genres, true),
  matrice: (inputs, { genres }) => matriceDesChefsLieux(inputs, genres),
  compute: computeTemps,
};
