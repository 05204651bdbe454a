import type { Analysis } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { computeIsochrones } from "./compute";
import { descriptionIsochrones, type IsochronesParams } from "./description";

export const isochrones: Analysis<IsochronesParams> = {
  ...descriptionIsochrones,
  needs: ({ genres }, _perimetre, liste) => accesNeeds(liste ? [] : genres, true),
  graphe: "entier",
  destinations: () => [],
  compute: computeIsochrones,
};
