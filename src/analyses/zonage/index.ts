import { SELECTION_PAR_DEFAUT } from "../../domain/genre-site";
import type { Analysis, Besoin } from "../analysis";
import { destinationsDe, ressourcesLues } from "../fragilite/mesure";
import { contoursDe } from "../shared/communes-des-sites";
import { computeZonage, indicateursDe } from "./compute";
import { descriptionZonage, type ZonageParams } from "./description";

export const zonage: Analysis<ZonageParams> = {
  ...descriptionZonage,
  needs: (params, perimetre) => {
    const outlines = perimetre.niveau === "commune" ? [contoursDe(perimetre)] : [];
    const names = new Set([...ressourcesLues(indicateursDe(params), SELECTION_PAR_DEFAUT), "zonage-communes" as const, "zonage-compare" as const, ...outlines]);
    return [...names].map((ressource): Besoin => ({ ressource, etendue: "tout" }));
  },
  graphe: "proche",
  destinations: (inputs, params) => destinationsDe(indicateursDe(params), inputs),
  compute: computeZonage,
};
