import { MOMENTS_SOINS } from "../../domain/moments";
import type { Analysis } from "../analysis";
import { accesNeeds } from "../shared/acces";
import { computeSoins, lieuxOuverts } from "./compute";
import { descriptionSoinsNonProgrammes, type SnpParams } from "./description";

export const soinsNonProgrammes: Analysis<SnpParams> = {
  ...descriptionSoinsNonProgrammes,
  needs: () => [...accesNeeds([], false), { ressource: "soins-non-programmes", etendue: "tout" }, { ressource: "secteurs-garde", etendue: "tout" }],
  graphe: "proche",
  destinations: (inputs, params) => MOMENTS_SOINS.map((moment) => lieuxOuverts(inputs, params, moment)).filter(({ ids }) => ids.length > 0),
  compute: computeSoins,
};
