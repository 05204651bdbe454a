import { RESSOURCES_DU_GENRE } from "../../domain/genre-site";
import type { ResourceName } from "../../domain/ressource";
import type { Analysis } from "../analysis";
import { computeOuVivre } from "./compute";
import { descriptionOuVivre, type OuVivreParams } from "./description";
import { GENRES_LUS } from "./mesures";

const LUES: readonly ResourceName[] = [...new Set<ResourceName>(["communes", "territoires", "bpe", "zonage-communes", "services", ...GENRES_LUS.flatMap((genre) => RESSOURCES_DU_GENRE[genre])])];

export const ouVivre: Analysis<OuVivreParams> = {
  ...descriptionOuVivre,
  // An anchor may be anywhere in the region, a service beyond the border of the territory.
  needs: () => LUES.map((ressource) => ({ ressource, etendue: "tout" })),
  graphe: "entier",
  etendue: ({ ancre, ancre2 }) => ([ancre, ancre2].every((code) => code === "" || code.startsWith("87")) ? "entier" : "region"),
  destinations: () => [],
  compute: computeOuVivre,
};
