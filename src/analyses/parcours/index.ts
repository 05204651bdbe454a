import { SELECTION_PAR_DEFAUT } from "../../domain/genre-site";
import type { Analysis } from "../analysis";
import { computeParcours, genresLus, ressourcesLues } from "./compute";
import { descriptionParcours, type ParcoursParams } from "./description";

export const parcours: Analysis<ParcoursParams> = {
  ...descriptionParcours,
  // A patient, a specialist or a new site may be anywhere in the region: nothing is read by halves.
  needs: (params) => ressourcesLues(genresLus(params), SELECTION_PAR_DEFAUT).map((ressource) => ({ ressource, etendue: "tout" })),
  graphe: "entier",
  // Haute-Vienne's own graph stops 50 km beyond it: a specialist of Bordeaux is not on it.
  etendue: ({ patient1, patient2, specialiste, msp }) => ([patient1, patient2, specialiste, msp].every((code) => code === "" || code.startsWith("87")) ? "entier" : "region"),
  destinations: () => [],
  compute: computeParcours,
};
