import type { Analysis } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { computeTournee } from "./compute";
import { descriptionTournee, type TourneeParams } from "./description";

export const tournee: Analysis<TourneeParams> = {
  ...descriptionTournee,
  needs: ({ genres, age }, _perimetre, liste) => [
    // The unit may leave from anywhere in the region.
    ...accesNeeds(liste ? [] : genres, false).filter(({ ressource }) => ressource !== "communes"),
    { ressource: "communes", etendue: "tout" },
    ...(age ? [{ ressource: "apl", etendue: "territoire" } as const] : []),
  ],
  graphe: "entier",
  // Haute-Vienne's own graph stops 50 km beyond it.
  etendue: ({ depart }) => (depart === "" || depart.startsWith("87") ? "entier" : "region"),
  destinations: () => [],
  compute: computeTournee,
};
