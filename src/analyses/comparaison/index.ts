import type { Analysis, Besoin } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { computeComparaison } from "./compute";
import { type ComparaisonParams, descriptionComparaison } from "./description";

export const comparaison: Analysis<ComparaisonParams> = {
  ...descriptionComparaison,
  needs({ genres, fragile }, _perimetre, liste) {
    const acces = accesNeeds(liste ? [] : genres, true);
    const more: Besoin = { ressource: fragile === "apl" ? "apl" : "zonage-communes", etendue: "tout" };
    return [...acces, more];
  },
  // Speeds and closed zones of each state change which tiles its minutes need: every one of them is opened.
  graphe: "entier",
  destinations: () => [],
  compute: computeComparaison,
};
