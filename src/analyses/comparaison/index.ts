import type { Analysis, Besoin } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { computeComparaison } from "./compute";
import { type ComparaisonParams, descriptionComparaison } from "./description";

export const comparaison: Analysis<ComparaisonParams> = {
  ...descriptionComparaison,
  needs({ genres, fragile }, _perimetre, liste) {
    const acces = accesNeeds(liste ? [] : genres, true);
    const more: Besoin = { ressource: fragile === "apl" ? "apl" : "zonage-communes", etendue: "tout" };
    // The estimate of accessibility: supply and demand beyond the territory count.
    const apl = (["communes", "communes-couronne", "apl", "bpe"] as const).map((ressource): Besoin => ({ ressource, etendue: "tout" }));
    return [...[...acces, more].filter(({ ressource }) => apl.every((one) => one.ressource !== ressource)), ...apl];
  },
  // Speeds and closed zones of each state change which tiles its minutes need: every one of them is opened.
  graphe: "entier",
  destinations: () => [],
  compute: computeComparaison,
};
