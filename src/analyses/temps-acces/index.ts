import type { Analysis } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { computeTemps, type TempsParams } from "./compute";
import { descriptionTempsAcces } from "./description";

export const tempsAcces: Analysis<TempsParams> = {
  ...descriptionTempsAcces,
  needs: ({ genres }, _perimetre, liste) => accesNeeds(liste ? [] : genres, true),
  compute: computeTemps,
};
