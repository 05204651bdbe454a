import { basemapStep } from "./basemap";
import { calageStep } from "./calage";
import { cellulesStep } from "./cellules";
import { communesStep } from "./communes";
import { contoursStep } from "./contours";
import { correctionsStep } from "./corrections";
import { couronneStep } from "./couronne";
import { departementsStep } from "./departements";
import { etablissementsStep } from "./etablissements";
import { offreStep } from "./offre";
import { grapheStep } from "./graphe";
import { lieuxStep } from "./lieux";
import { revenusStep } from "./revenus";
import { routesStep } from "./routes";
import { stagesStep } from "./stages";
import type { Step } from "./step";
import { urgencesStep } from "./urgences";
import { zonageStep } from "./zonage";

/** Every step of the data build. A resource belongs to exactly one. */
export const STEPS: readonly Step[] = [
  communesStep,
  contoursStep,
  zonageStep,
  basemapStep,
  routesStep,
  offreStep,
  etablissementsStep,
  correctionsStep,
  urgencesStep,
  couronneStep,
  cellulesStep,
  revenusStep,
  departementsStep,
  stagesStep,
  lieuxStep,
  grapheStep,
  calageStep,
];
