import type { Description } from "./analysis";
import { descriptionApl } from "./apl/description";
import { descriptionComparaison } from "./comparaison/description";
import { descriptionCouverture } from "./couverture/description";
import { descriptionCpts } from "./cpts/description";
import { descriptionDensite } from "./densite/description";
import { descriptionDeparts } from "./departs/description";
import { descriptionFragilite } from "./fragilite/description";
import { descriptionImplantation } from "./implantation/description";
import { descriptionIsochrones } from "./isochrones/description";
import { descriptionMaitriseDeStage } from "./maitrise-de-stage/description";
import { descriptionOuVivre } from "./ou-vivre/description";
import { descriptionParcours } from "./parcours/description";
import { descriptionRecrutement } from "./recrutement/description";
import { descriptionSoinsNonProgrammes } from "./soins-non-programmes/description";
import { descriptionTempsAcces } from "./temps-acces/description";
import { descriptionTournee } from "./tournee/description";
import { descriptionZonage } from "./zonage/description";

/** What the screen knows of every analysis, in the order of the menu: that of `registry.ts`, without the computations. */
export const DESCRIPTIONS: readonly Description[] = [
  descriptionTempsAcces,
  descriptionDensite,
  descriptionCouverture,
  descriptionIsochrones,
  descriptionParcours,
  descriptionFragilite,
  descriptionZonage,
  descriptionDeparts,
  descriptionApl,
  descriptionMaitriseDeStage,
  descriptionRecrutement,
  descriptionCpts,
  descriptionSoinsNonProgrammes,
  descriptionOuVivre,
  descriptionImplantation,
  descriptionComparaison,
  descriptionTournee,
];

export function findDescription(id: string): Description | undefined {
  return DESCRIPTIONS.find((description) => description.id === id);
}
