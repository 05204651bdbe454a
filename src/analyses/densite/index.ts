import { SELECTION_PAR_DEFAUT } from "../../domain/genre-site";
import type { ResourceName } from "../../domain/ressource";
import type { Analysis, Besoin } from "../analysis";
import { contoursDe } from "../shared/communes-des-sites";
import { computeDensite, type DensiteParams } from "./compute";
import { descriptionDensite } from "./description";
import { findOffre } from "./offres";

const whole = (ressource: ResourceName): Besoin => ({ ressource, etendue: "tout" });

export const densite: Analysis<DensiteParams> = {
  ...descriptionDensite,
  needs({ offre, population }, perimetre, liste) {
    const chosen = findOffre(offre);
    const own = liste && chosen.genre !== null;
    return [
      whole("communes"),
      whole("territoires"),
      ...(own ? [whole(contoursDe(perimetre))] : chosen.ressources(SELECTION_PAR_DEFAUT).map(whole)),
      ...(population === "apl-2021" ? [whole("apl")] : []),
    ];
  },
  graphe: "proche",
  destinations: () => [],
  compute: computeDensite,
};
