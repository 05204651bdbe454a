import type { Analysis } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { computeCouverture, type CouvertureParams } from "./compute";
import { descriptionCouverture } from "./description";
import { genresLus, situationsOf } from "./situations";

export const couverture: Analysis<CouvertureParams> = {
  ...descriptionCouverture,
  needs: ({ genres, demande, comparaison }, _perimetre, liste) => accesNeeds(genresLus(genres, comparaison, liste), demande === "cellules"),
  graphe: "proche",
  destinations: (inputs, { genres, comparaison }) => situationsOf(inputs, genres, comparaison).situations.map(({ sites }) => sites),
  compute: computeCouverture,
};
